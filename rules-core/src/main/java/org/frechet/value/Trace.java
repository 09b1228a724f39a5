package org.frechet.value;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One running differentiation: it sees every application of a primitive to one of its values. A
 * backend is a subclass.
 *
 * <p>Traces are numbered when they are made, that is when the differentiation is called, so an
 * inner call has a larger number than the calls around it. {@link #bind} hands an application to
 * the innermost trace among its arguments, which computes the primal by binding once more with its
 * own values lowered: the next trace outwards sees that, and so on until only constants are left.
 * Nesting, in any mixture of modes, is that recursion; the numbers keep the levels apart.
 */
public abstract class Trace {

  private static final AtomicLong CALLS = new AtomicLong();

  private final long number = CALLS.incrementAndGet();
  private volatile boolean closed;

  /** A new innermost trace. */
  protected Trace() {}

  /**
   * Applies a primitive to arguments of which at least one holds a value of this trace.
   *
   * @param primitive the primitive
   * @param arguments its arguments: values, or lists and records of values
   * @return the result, a value or a list or record of values
   */
  protected abstract Object process(Primitive primitive, Object[] arguments);

  /** The one interception point: evaluates, or hands over to the innermost trace. */
  static Object bind(Primitive primitive, Object... arguments) {
    Trace innermost = innermost(arguments);
    if (innermost == null) {
      return evaluate(primitive, arguments);
    }
    if (innermost.closed) {
      throw new TracedValueException(primitive.name(), escapee(arguments, innermost), true);
    }
    return innermost.process(primitive, arguments);
  }

  /** The same for a function of one traced scalar, which a trace may treat as numbers. */
  static Object bind(Primitive.Elementwise primitive, Scalar x) {
    Trace trace = x.tracer.trace();
    return trace.closed ? bind((Primitive) primitive, x) : trace.processScalar(primitive, x);
  }

  /** The same for a function of two scalars, one of which is traced. */
  static Object bind(Primitive.ElementwiseBinary primitive, Scalar a, Scalar b) {
    Trace trace = inner(a.tracer == null ? null : a.tracer.trace(), b);
    return trace.closed ? bind((Primitive) primitive, a, b) : trace.processScalars(primitive, a, b);
  }

  /** Applies an elementwise function to one scalar of this trace. */
  protected Object processScalar(Primitive.Elementwise primitive, Scalar x) {
    return process(primitive, new Object[] {x});
  }

  /** Applies an elementwise function to two scalars, of which this is the innermost trace. */
  protected Object processScalars(Primitive.ElementwiseBinary primitive, Scalar a, Scalar b) {
    return process(primitive, new Object[] {a, b});
  }

  private static Trace innermost(Object[] arguments) {
    Trace innermost = null;
    for (Object argument : arguments) {
      innermost =
          argument instanceof Value value
              ? inner(innermost, value)
              : Structure.fold(argument, innermost, Trace::inner);
    }
    return innermost;
  }

  private static Trace inner(Trace trace, Value value) {
    Tracer tracer = value.tracer;
    return tracer == null || (trace != null && trace.number >= tracer.trace().number)
        ? trace
        : tracer.trace();
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

  /** Runs the evaluation, or the body, of {@code primitive} on these arguments. */
  protected static Object evaluate(Primitive primitive, Object[] arguments) {
    return Primitives.requireResult(primitive, primitive.evaluateAll(arguments));
  }

  /** Applies {@code primitive}, one level further out if the arguments were lowered. */
  protected static Object apply(Primitive primitive, Object[] arguments) {
    return bind(primitive, arguments);
  }

  /** Whether {@code value} belongs to this trace. */
  protected final boolean owns(Value value) {
    return value.tracer != null && value.tracer.trace() == this;
  }

  /** What a value of this trace stands for, one level further out; other values as they are. */
  protected final Value primal(Value value) {
    return owns(value) ? value.lowered() : value;
  }

  /** Whether {@code x} is a constant, or a value of this trace that stands for one. */
  protected final boolean isNumeric(Scalar x) {
    return x.tracer == null
        || (x.tracer.trace() == this
            && (x.tracer.primal() == null || x.tracer.primal().tracer == null));
  }

  /** The number of a scalar that {@linkplain #isNumeric is numeric}. */
  protected static double number(Scalar x) {
    return x.number();
  }

  /** What this trace noted beside one of its values; {@code null} for other values. */
  protected final Object slot(Value value) {
    return owns(value) ? value.tracer.slot() : null;
  }

  /** A new value of this trace. */
  protected final Value traced(Value primal, Object slot) {
    Tracer tracer = new Tracer(this, primal, slot);
    if (primal instanceof Scalar scalar) {
      return new Scalar(tracer, scalar.number());
    }
    return primal instanceof Vector vector
        ? new Vector(tracer, vector.size())
        : tracedMatrix(tracer);
  }

  /** A new scalar of this trace that stands for a number. */
  protected final Scalar traced(double number, Object slot) {
    return new Scalar(new Tracer(this, null, slot), number);
  }

  private static Value tracedMatrix(Tracer tracer) {
    Matrix primal = (Matrix) tracer.primal();
    return new Matrix(tracer, primal.rows(), primal.columns());
  }

  /**
   * Lowers a result of the differentiated function: its value and its slot. A value of another,
   * finished trace is an error.
   */
  protected final Value result(Value value) {
    if (!owns(value) && value.tracer != null && value.tracer.trace().closed) {
      throw new TracedValueException("the result of the function", value, true);
    }
    return primal(value);
  }

  /** Ends the trace: from now on, every use of one of its values is reported. */
  protected final void close() {
    closed = true;
  }

  final boolean isClosed() {
    return closed;
  }
}
