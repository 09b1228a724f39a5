package org.frechet.value;

/** A real number, constant or traced. Immutable and safe to share between threads. */
public abstract sealed class Scalar extends Value implements ElementwiseMethods<Scalar>
    permits PlainScalar, LinkedScalar {

  private final double number;

  /** {@code number} is its value at the bottom of the levels of tracing. */
  Scalar(Trace trace, double number) {
    super(trace);
    this.number = number;
  }

  /** The constant {@code number}. */
  public static Scalar of(double number) {
    return new PlainScalar(number);
  }

  /** The number of a constant; a traced scalar refuses. */
  public final double toDouble() {
    requireConstant("toDouble");
    return number;
  }

  /** The number at the bottom of the levels of tracing. */
  final double number() {
    return number;
  }

  /** The same as {@link #standsForConstant}, for scalar code: no call is dispatched. */
  final boolean isNumber() {
    return !(this instanceof PlainScalar plain) || plain.hasNoPrimal() || standsForConstant();
  }

  @Override
  final Storage storage() {
    return Storage.of(1, 1, new double[] {number});
  }

  @Override
  public final Shape shape() {
    return Shape.scalar();
  }

  @Override
  public final int size() {
    return 1;
  }

  @Override
  public final Scalar self() {
    return this;
  }

  @Override
  public final Scalar detach() {
    return (Scalar) numeric();
  }

  /** {@code this + other}. */
  public final Scalar add(Scalar other) {
    return Arithmetic.SUM.apply(this, other, number + other.number);
  }

  /** {@code this + other}. */
  public final Scalar add(double other) {
    return Arithmetic.SUM.apply(this, other, number + other);
  }

  /** {@code this − other}. */
  public final Scalar subtract(Scalar other) {
    return Arithmetic.DIFFERENCE.apply(this, other, number - other.number);
  }

  /** {@code this − other}. */
  public final Scalar subtract(double other) {
    return Arithmetic.DIFFERENCE.apply(this, other, number - other);
  }

  /** {@code this · other}. */
  public final Scalar multiply(Scalar other) {
    return Arithmetic.PRODUCT.apply(this, other, number * other.number);
  }

  /** {@code this · other}. */
  public final Scalar multiply(double other) {
    return Arithmetic.PRODUCT.apply(this, other, number * other);
  }

  /** {@code this / other}. */
  public final Scalar divide(Scalar other) {
    return Arithmetic.RATIO.apply(this, other, number / other.number);
  }

  /** {@code this / other}. */
  public final Scalar divide(double other) {
    return Arithmetic.RATIO.apply(this, other, number / other);
  }

  /** {@code −this}. */
  public final Scalar negate() {
    return Arithmetic.NEGATE.apply(this);
  }

  /** {@code thisᵖ}. */
  public final Scalar pow(Scalar p) {
    return Elementwise.pow(this, p);
  }

  /** The smaller of the two; where they tie, {@code this} carries the derivative. */
  public final Scalar min(Scalar other) {
    return Elementwise.min(this, other);
  }

  /** The larger of the two; where they tie, {@code this} carries the derivative. */
  public final Scalar max(Scalar other) {
    return Elementwise.max(this, other);
  }

  /** Compares by value: control flow may depend on it, and the branch taken is differentiated. */
  public final boolean isGreaterThan(Scalar other) {
    return number > other.number;
  }

  /** Compares by value. */
  public final boolean isGreaterThan(double other) {
    return number > other;
  }

  /** Compares by value: control flow may depend on it, and the branch taken is differentiated. */
  public final boolean isLessThan(Scalar other) {
    return number < other.number;
  }

  /** Compares by value. */
  public final boolean isLessThan(double other) {
    return number < other;
  }

  /** Whether the value is 0. */
  public final boolean isZero() {
    return number == 0;
  }

  /** Whether the value is neither infinite nor NaN. */
  public final boolean isFinite() {
    return Double.isFinite(number);
  }
}
