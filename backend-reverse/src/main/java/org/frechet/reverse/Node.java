package org.frechet.reverse;

import org.frechet.rule.Application;
import org.frechet.rule.Rule;

/**
 * One recorded application. Immutable.
 *
 * @param slot the slot of its result, larger than those of all its arguments; if the result is a
 *     list or a record, its leaves have the next slots
 * @param rule how its derivative acts
 * @param at the application, one level further out
 * @param arguments the arguments as values of the trace
 */
record Node(int slot, Rule rule, Application at, Object[] arguments) {}
