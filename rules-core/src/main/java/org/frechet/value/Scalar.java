package org.frechet.value;

/** A real number, constant or traced. Immutable and safe to share between threads. */
public final class Scalar extends Value implements ElementwiseMethods<Scalar> {

  private final double number;

  Scalar(double number) {
    this.number = number;
  }

  /** A traced scalar; {@code number} is its value at the bottom of the levels of tracing. */
  Scalar(Trace trace, int place, Object beside, double number) {
    super(trace, place, beside);
    this.number = number;
  }

  /** The constant {@code number}. */
  public static Scalar of(double number) {
    return new Scalar(number);
  }

  /** The number of a constant; a traced scalar refuses. */
  public double toDouble() {
    requireConstant("toDouble");
    return number;
  }

  /** The number at the bottom of the levels of tracing. */
  double number() {
    return number;
  }

  @Override
  Storage storage() {
    return Storage.of(1, 1, new double[] {number});
  }

  @Override
  public Shape shape() {
    return Shape.scalar();
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public Scalar self() {
    return this;
  }

  @Override
  public Scalar detach() {
    return (Scalar) numeric();
  }

  /** {@code this + other}. */
  public Scalar add(Scalar other) {
    return Arithmetic.SUM.apply(this, other, number + other.number);
  }

  /** {@code this + other}. */
  public Scalar add(double other) {
    return Arithmetic.SUM.apply(this, other, number + other);
  }

  /** {@code this − other}. */
  public Scalar subtract(Scalar other) {
    return Arithmetic.DIFFERENCE.apply(this, other, number - other.number);
  }

  /** {@code this − other}. */
  public Scalar subtract(double other) {
    return Arithmetic.DIFFERENCE.apply(this, other, number - other);
  }

  /** {@code this · other}. */
  public Scalar multiply(Scalar other) {
    return Arithmetic.PRODUCT.apply(this, other, number * other.number);
  }

  /** {@code this · other}. */
  public Scalar multiply(double other) {
    return Arithmetic.PRODUCT.apply(this, other, number * other);
  }

  /** {@code this / other}. */
  public Scalar divide(Scalar other) {
    return Arithmetic.RATIO.apply(this, other, number / other.number);
  }

  /** {@code this / other}. */
  public Scalar divide(double other) {
    return Arithmetic.RATIO.apply(this, other, number / other);
  }

  /** {@code −this}. */
  public Scalar negate() {
    return Arithmetic.NEGATE.apply(this);
  }

  /** {@code thisᵖ}. */
  public Scalar pow(Scalar p) {
    return Elementwise.pow(this, p);
  }

  /** The smaller of the two; where they tie, {@code this} carries the derivative. */
  public Scalar min(Scalar other) {
    return Elementwise.min(this, other);
  }

  /** The larger of the two; where they tie, {@code this} carries the derivative. */
  public Scalar max(Scalar other) {
    return Elementwise.max(this, other);
  }

  /** Compares by value: control flow may depend on it, and the branch taken is differentiated. */
  public boolean isGreaterThan(Scalar other) {
    return number > other.number;
  }

  /** Compares by value. */
  public boolean isGreaterThan(double other) {
    return number > other;
  }

  /** Compares by value: control flow may depend on it, and the branch taken is differentiated. */
  public boolean isLessThan(Scalar other) {
    return number < other.number;
  }

  /** Compares by value. */
  public boolean isLessThan(double other) {
    return number < other;
  }

  /** Whether the value is 0. */
  public boolean isZero() {
    return number == 0;
  }

  /** Whether the value is neither infinite nor NaN. */
  public boolean isFinite() {
    return Double.isFinite(number);
  }
}
