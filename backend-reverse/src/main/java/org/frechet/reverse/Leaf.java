package org.frechet.reverse;

import org.frechet.value.Value;

/**
 * One leaf of the inputs, or of a result that is a list or a record: a cotangent arrives here and
 * waits.
 *
 * @param like has its shape
 */
record Leaf(Value like) {}
