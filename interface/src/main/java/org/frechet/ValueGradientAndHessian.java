package org.frechet;

import org.frechet.value.Matrix;
import org.frechet.value.Scalar;

/**
 * The value of a function, with its gradient and Hessian.
 *
 * @param value f(x)
 * @param gradient ∇f(x), like x
 * @param hessian rows and columns vec(x), column-major
 */
public record ValueGradientAndHessian<X>(Scalar value, X gradient, Matrix hessian) {

  /**
   * The same for functions on arrays.
   *
   * @param value f(x)
   * @param gradient ∇f(x), like x
   * @param hessian rows and columns vec(x), column-major
   */
  public record OfArray(double value, double[] gradient, double[][] hessian) {}
}
