package org.frechet.value;

/** The arithmetic of vectors and matrices, entry by entry, with another one or with a scalar. */
public interface ArrayMethods<V extends Value> {

  /** This value, in its own type. */
  V self();

  /** {@code this + other}. */
  default V add(V other) {
    return Elementwise.add(self(), other);
  }

  /** {@code this + other} in each entry. */
  @SuppressWarnings("unchecked") // a filled value has the type of its shape
  default V add(Scalar other) {
    return add((V) Shaping.fill(self().shape(), other));
  }

  /** {@code this + other} in each entry. */
  default V add(double other) {
    return add(Scalar.of(other));
  }

  /** {@code this − other}. */
  default V subtract(V other) {
    return Elementwise.subtract(self(), other);
  }

  /** {@code this − other} in each entry. */
  default V subtract(Scalar other) {
    return add(other.negate());
  }

  /** {@code this − other} in each entry. */
  default V subtract(double other) {
    return add(-other);
  }

  /** {@code factor · this}. */
  default V multiply(Scalar factor) {
    return Elementwise.scale(self(), factor);
  }

  /** {@code factor · this}. */
  default V multiply(double factor) {
    return multiply(Scalar.of(factor));
  }

  /** {@code this ⊙ other}, the product entry by entry. */
  default V hadamard(V other) {
    return Elementwise.multiply(self(), other);
  }

  /** The quotient entry by entry. */
  default V divide(V other) {
    return Elementwise.divide(self(), other);
  }

  /** {@code this / divisor}. */
  @SuppressWarnings("unchecked") // a quotient keeps the type of the dividend
  default V divide(Scalar divisor) {
    return (V) Arithmetic.DIVIDE_BY.apply(self(), divisor);
  }

  /** {@code this / divisor}. */
  default V divide(double divisor) {
    return divide(Scalar.of(divisor));
  }

  /** {@code −this}. */
  default V negate() {
    return Elementwise.negate(self());
  }

  /** The sum of the entries. */
  default Scalar sum() {
    return Reductions.sum(self());
  }

  /** The Euclidean norm of a vector, the Frobenius norm of a matrix; its derivative at 0 is 0. */
  default Scalar norm() {
    return Reductions.norm(self());
  }
}
