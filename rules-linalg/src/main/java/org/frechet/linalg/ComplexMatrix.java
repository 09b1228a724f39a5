package org.frechet.linalg;

import org.frechet.value.Matrix;

/**
 * A complex matrix as a pair of real ones, with the operations that formulas about eigenvectors
 * need; all of them are differentiable.
 *
 * @param re the real parts
 * @param im the imaginary parts
 */
public record ComplexMatrix(Matrix re, Matrix im) {

  /** {@code this + other}. */
  public ComplexMatrix add(ComplexMatrix other) {
    return new ComplexMatrix(re.add(other.re), im.add(other.im));
  }

  /** {@code this − other}. */
  public ComplexMatrix subtract(ComplexMatrix other) {
    return new ComplexMatrix(re.subtract(other.re), im.subtract(other.im));
  }

  /** {@code −this}. */
  public ComplexMatrix negate() {
    return new ComplexMatrix(re.negate(), im.negate());
  }

  /** The product with a real matrix. */
  public ComplexMatrix multiply(Matrix other) {
    return new ComplexMatrix(re.multiply(other), im.multiply(other));
  }

  /** The matrix product {@code this · other}. */
  public ComplexMatrix multiply(ComplexMatrix other) {
    return new ComplexMatrix(realProduct(other), re.multiply(other.im).add(im.multiply(other.re)));
  }

  /** The real part of the matrix product {@code this · other}. */
  public Matrix realProduct(ComplexMatrix other) {
    return re.multiply(other.re).subtract(im.multiply(other.im));
  }

  /** The product entry by entry. */
  public ComplexMatrix hadamard(ComplexMatrix other) {
    return new ComplexMatrix(
        re.hadamard(other.re).subtract(im.hadamard(other.im)),
        re.hadamard(other.im).add(im.hadamard(other.re)));
  }

  /** The conjugate. */
  public ComplexMatrix conjugate() {
    return new ComplexMatrix(re, im.negate());
  }

  /** The conjugate transpose. */
  public ComplexMatrix conjugateTranspose() {
    return new ComplexMatrix(re.transpose(), im.transpose().negate());
  }

  /** The diagonal. */
  public ComplexVector diagonal() {
    return new ComplexVector(re.diagonal(), im.diagonal());
  }

  /** The square matrix with this diagonal. */
  public static ComplexMatrix diagonal(ComplexVector diagonal) {
    return new ComplexMatrix(Matrix.diagonal(diagonal.re()), Matrix.diagonal(diagonal.im()));
  }
}
