package org.frechet.forward;

import org.frechet.rule.Application;
import org.frechet.rule.Rule;
import org.frechet.value.Value;

/**
 * The tangents of an application's result, computed when one of them is first read. Forward over
 * reverse needs it: the gradient of {@code sum(exp(A))} does not read {@code exp(A)}, and so no
 * tangent of it. Safe to share between threads.
 */
final class WaitingTangents {

  /**
   * How many may wait for each other. What waits holds its arguments; longer chains would be a
   * tape, and read in a deep recursion.
   */
  static final int DEEPEST = 16;

  private final ForwardTrace trace;
  private final Object result;
  private final int depth;

  /** What the tangents are computed from; null once they are. */
  private Rule rule;

  private Application at;
  private Object[] arguments;
  private Value[][] tangents;

  WaitingTangents(ForwardTrace trace, Rule rule, Application at, Object[] arguments, int depth) {
    this.trace = trace;
    this.result = at.result();
    this.depth = depth;
    this.rule = rule;
    this.at = at;
    this.arguments = arguments;
  }

  /**
   * The tangents of one leaf of the result.
   *
   * @param of those of all leaves
   * @param leaf its number
   */
  record Part(WaitingTangents of, int leaf) {

    /** For each direction; null where it is zero. Not to be changed. */
    Value[] tangents() {
      return of.all()[leaf];
    }

    /** How many applications have to be differentiated one after the other; 0 if all have been. */
    int depth() {
      return of.depth();
    }
  }

  Part part(int leaf) {
    return new Part(this, leaf);
  }

  /** The result of the application, one level further out. */
  Object result() {
    return result;
  }

  private synchronized int depth() {
    return tangents == null ? depth : 0;
  }

  private synchronized Value[][] all() {
    if (tangents == null) {
      tangents = trace.byLeaf(result, trace.pushed(rule, at, arguments));
      rule = null;
      at = null;
      arguments = null;
    }
    return tangents;
  }
}
