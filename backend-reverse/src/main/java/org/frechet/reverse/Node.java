package org.frechet.reverse;

import org.frechet.rule.Application;
import org.frechet.rule.Rule;

/**
 * One recorded application, or an input of the function. Nodes know what they were made from and
 * nothing else holds them, so what no result depends on is left to the garbage collector.
 * Immutable.
 *
 * @param slot the number of its result's first leaf; larger than those of all its arguments
 * @param rule how its derivative acts; null for an input
 * @param at the application; null for an input
 * @param arguments the arguments as values of the trace; empty for an input
 */
record Node(int slot, Rule rule, Application at, Object[] arguments) {

  /**
   * A leaf of a result.
   *
   * @param node the node that made it
   * @param slot its own number: the node's, plus its place among the node's leaves
   */
  record Leaf(Node node, int slot) {}
}
