package org.frechet.value;

/**
 * What a traced value is to the trace that made it. Two forms, because a place on a tape is a
 * number, for which scalar code should not pay with an object.
 */
abstract sealed class Tracer {

  /** The differentiation call that the value belongs to. */
  final Trace trace;

  /** The value one level further out; null for a scalar that knows its number. */
  final Value primal;

  private Tracer(Trace trace, Value primal) {
    this.trace = trace;
    this.primal = primal;
  }

  /** The trace notes an object beside the value, such as its tangents. */
  static final class Noted extends Tracer {
    final Object slot;

    Noted(Trace trace, Value primal, Object slot) {
      super(trace, primal);
      this.slot = slot;
    }
  }

  /** The trace notes a number beside the value, such as its place on a tape. */
  static final class Placed extends Tracer {
    final int place;

    Placed(Trace trace, Value primal, int place) {
      super(trace, primal);
      this.place = place;
    }
  }
}
