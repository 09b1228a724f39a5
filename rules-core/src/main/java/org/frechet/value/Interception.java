package org.frechet.value;

/** Where an application meets the innermost trace among its arguments. */
final class Interception {

  private Interception() {}

  /** The one interception point: evaluates, or hands over to the innermost trace. */
  static Object bind(Primitive primitive, Object... arguments) {
    Trace innermost = innermost(arguments);
    if (innermost == null) {
      return Trace.evaluate(primitive, arguments);
    }
    if (innermost.isClosed()) {
      throw new TracedValueException(primitive.name(), escapee(arguments, innermost), true);
    }
    return innermost.process(primitive, arguments);
  }

  /** The same for the entry of a traced value. */
  static Scalar bindEntry(Value x, int row, int column) {
    Trace trace = x.trace;
    return trace.isClosed()
        ? (Scalar) bind(new Indexing.Entry(row, column), x)
        : trace.processEntry(x, row, column);
  }

  private static Trace innermost(Object[] arguments) {
    Trace innermost = null;
    for (Object argument : arguments) {
      innermost =
          argument instanceof Value value
              ? inner(innermost, value)
              : Structure.fold(argument, innermost, Interception::inner);
    }
    return innermost;
  }

  private static Trace inner(Trace trace, Value value) {
    Trace other = value.trace;
    return other == null || (trace != null && trace.number >= other.number) ? trace : other;
  }

  private static Value escapee(Object[] arguments, Trace trace) {
    for (Object argument : arguments) {
      for (Value leaf : Structure.leaves(argument)) {
        if (trace.owns(leaf)) {
          return leaf;
        }
      }
    }
    throw new AssertionError("a trace was named by none of its values");
  }
}
