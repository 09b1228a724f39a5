package org.frechet.value;

/**
 * What a traced value is to the trace that made it.
 *
 * @param trace the differentiation call that it belongs to
 * @param primal the value one level further out; null for a scalar that knows its number
 * @param slot what the trace notes beside it: tangents, or a place on a tape
 */
record Tracer(Trace trace, Value primal, Object slot) {}
