package org.frechet.value;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * One running differentiation: it sees every application of a primitive to one of its values. A
 * backend is a subclass.
 *
 * <p>Traces are numbered when they are made, that is when the differentiation is called, so an
 * inner call has a larger number than the calls around it. {@link Interception} hands an
 * application to the innermost trace among its arguments, which computes the primal by binding once
 * more with its own values lowered: the next trace outwards sees that, and so on until only
 * constants are left. Nesting, in any mixture of modes, is that recursion; the numbers keep the
 * levels apart.
 */
public abstract class Trace {

  private static final AtomicLong CALLS = new AtomicLong();
  private static final AtomicReferenceFieldUpdater<Trace, NumericPartials[]> NUMERIC =
      AtomicReferenceFieldUpdater.newUpdater(Trace.class, NumericPartials[].class, "numeric");
  private static final NumericPartials[] NONE = {};

  /**
   * What a closed trace has: also empty, so that scalar code need not look whether it is closed.
   */
  private static final NumericPartials[] CLOSED = {};

  final long number = CALLS.incrementAndGet();

  private volatile NumericPartials[] numeric;

  /** A new innermost trace. */
  protected Trace() {
    this(NONE);
  }

  /**
   * A new innermost trace that records scalars as numbers, where it can.
   *
   * @param numeric by serial number of the primitive, its partial derivatives, or null
   */
  @SuppressWarnings("this-escape") // the updater keeps nothing, it writes the field
  protected Trace(NumericPartials[] numeric) {
    NUMERIC.lazySet(this, numeric); // nobody else knows it yet
  }

  /**
   * Applies a primitive to arguments of which at least one holds a value of this trace.
   *
   * @param primitive the primitive
   * @param arguments its arguments: values, or lists and records of values
   * @return the result, a value or a list or record of values
   */
  protected abstract Object process(Primitive primitive, Object[] arguments);

  /**
   * The partial derivatives in plain numbers of a primitive, if this trace records its result as a
   * number when these, its own scalars or constants, are the arguments; null otherwise.
   */
  final NumericPartials partials(int serialNumber, Scalar a, Scalar b) {
    return a.isNumber() && b.isNumber() ? partials(serialNumber) : null;
  }

  /** The same for arguments that are numbers. */
  final NumericPartials partials(int serialNumber) {
    NumericPartials[] all = numeric;
    return serialNumber < all.length ? all[serialNumber] : null;
  }

  /**
   * Records a number with {@code ẏ = da ȧ}; called only if there are numeric partials, and not
   * always in arithmetic: see {@link #linear(double, Scalar, double)}.
   *
   * @param y the value
   * @param a a scalar of this trace
   * @param da the partial derivative with respect to it
   */
  protected Scalar record(double y, Scalar a, double da) {
    return linear(y, a, da);
  }

  /**
   * Records a number with {@code ẏ = da ȧ + db ḃ}; called only if there are numeric partials, and
   * not always in arithmetic: see {@link #linear(double, Scalar, double, Scalar, double)}.
   *
   * @param y the value
   * @param a a scalar of this trace, or a constant
   * @param da the partial derivative with respect to it; 0 for a constant
   * @param b a scalar of this trace, or a constant
   * @param db the partial derivative with respect to it; 0 for a constant
   */
  protected Scalar record(double y, Scalar a, double da, Scalar b, double db) {
    return linear(y, a, da, b, db);
  }

  /**
   * Notes, for a trace that notes places, that a number depends on those at two places.
   *
   * @param first a place, or −1 for none
   * @param byFirst the partial derivative with respect to what is there
   * @param second a place, or −1 for none
   * @param bySecond the partial derivative with respect to what is there
   * @return its place
   */
  protected int note(int first, double byFirst, int second, double bySecond) {
    throw new UnsupportedOperationException("this trace notes no places");
  }

  /**
   * Records a number with {@code ẏ = ẋ[index]}, an entry of a vector or matrix; called only if the
   * trace takes numbers.
   *
   * @param y the value
   * @param x a vector or matrix of this trace
   * @param index which of its entries, column-major
   */
  protected Scalar record(double y, Value x, int index) {
    throw new UnsupportedOperationException("this trace takes no numbers");
  }

  /** Reads one entry of a vector or matrix of this trace. */
  protected Scalar processEntry(Value x, int row, int column) {
    return (Scalar) process(new Indexing.Entry(row, column), new Object[] {x});
  }

  /** Runs the evaluation, or the body, of {@code primitive} on these arguments. */
  protected static Object evaluate(Primitive primitive, Object[] arguments) {
    return Primitives.requireResult(primitive, primitive.evaluateAll(arguments));
  }

  /** Applies {@code primitive}, one level further out if the arguments were lowered. */
  protected static Object apply(Primitive primitive, Object[] arguments) {
    return Interception.bind(primitive, arguments);
  }

  /** Whether {@code value} belongs to this trace. */
  protected final boolean owns(Value value) {
    return value.trace == this;
  }

  /** What a value of this trace stands for, one level further out; other values as they are. */
  protected final Value primal(Value value) {
    return owns(value) ? value.lowered() : value;
  }

  /** Whether {@code value} is a constant, or a value of this trace that stands for one. */
  protected final boolean standsForConstant(Value value) {
    return value.trace == null || (value.trace == this && value.standsForConstant());
  }

  /** An entry of a vector or matrix that {@linkplain #standsForConstant stands for a constant}. */
  protected final double entry(Value x, int row, int column) {
    return Indexing.number(primal(x), row, column);
  }

  /** Entry number {@code index}, column-major, of a value that may be traced. */
  protected static Scalar entry(Value x, int index) {
    int rows = x.shape().rows();
    return Indexing.entry(x, index % rows, index / rows);
  }

  /** What this trace noted beside one of its values; {@code null} for other values. */
  protected final Object slot(Value value) {
    return owns(value) ? value.slot() : null;
  }

  /**
   * Records a number with {@code ẏ = da ȧ} as it did a: by tangents in numbers, or by a place.
   * Where there is a place, or up to four tangents, arithmetic does this without asking the trace.
   *
   * @param a a scalar of this trace
   * @return null if it noted neither numbers nor a place for a
   */
  protected static Scalar linear(double y, Scalar a, double da) {
    return Numbers.linear(y, a, da);
  }

  /**
   * Records a number with {@code ẏ = da ȧ + db ḃ} as it did a and b, in the same way.
   *
   * @param a a scalar of this trace, or a constant
   * @param b a scalar of this trace; or a constant, if a is none
   * @return null if it noted neither numbers nor a place for one of its scalars
   */
  protected static Scalar linear(double y, Scalar a, double da, Scalar b, double db) {
    return Numbers.linear(y, a, da, b, db);
  }

  /**
   * The place of one of its values; negative for other values. A scalar that is a multiple of what
   * is at a place {@linkplain #note gets} one, at each call another: see {@link #atOwnPlace}.
   */
  protected final int place(Value value) {
    if (!owns(value)) {
      return Value.NO_PLACE;
    }
    return value instanceof StoredValue stored ? stored.place : value.place();
  }

  /** The same value; one of this trace with a place that stays the same. */
  protected final Value atOwnPlace(Value value) {
    return owns(value) && value instanceof TapedScalar scalar ? scalar.atOwnPlace() : value;
  }

  /** A new value of this trace, with what it notes beside it. */
  protected final Value traced(Value primal, Object slot) {
    return slot instanceof double[] numbers && primal instanceof Scalar y && !y.isTraced()
        ? Numbers.noting(this, y.number(), numbers)
        : traced(primal, Value.NO_PLACE, new Noted(primal, slot));
  }

  /** A new value of this trace, with its place. */
  protected final Value tracedAt(Value primal, int place) {
    return primal instanceof Scalar y && !y.isTraced()
        ? tracedAt(y.number(), place)
        : traced(primal, place, primal);
  }

  /** A new scalar of this trace that stands for a number, with its place. */
  protected final Scalar tracedAt(double number, int place) {
    return new TapedScalar(this, number, place);
  }

  private Value traced(Value primal, int place, Object beside) {
    if (primal instanceof Scalar scalar) {
      return new PlainScalar(this, place, beside, scalar.number());
    }
    return primal instanceof Matrix matrix
        ? new Matrix(this, place, beside, matrix)
        : new Vector(this, place, beside, (Vector) primal);
  }

  /**
   * Lowers a result of the differentiated function: its value and its slot. A value of another,
   * finished trace is an error.
   */
  protected final Value result(Value value) {
    if (!owns(value) && value.trace != null && value.trace.isClosed()) {
      throw new TracedValueException("the result of the function", value, true);
    }
    return primal(value);
  }

  /** The same for all values that the differentiated function returned. */
  protected final List<Value> results(List<Value> values) {
    return Structure.each(values, this::result);
  }

  /** Ends the trace: from now on, every use of one of its values is reported. */
  protected final void close() {
    NUMERIC.lazySet(this, CLOSED);
  }

  final boolean isClosed() {
    return numeric == CLOSED;
  }
}
