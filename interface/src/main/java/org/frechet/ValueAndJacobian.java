package org.frechet;

import org.frechet.value.Matrix;

/**
 * The value of a function, with its Jacobian.
 *
 * @param value f(x)
 * @param jacobian rows vec(y), columns vec(x), both column-major
 */
public record ValueAndJacobian<Y>(Y value, Matrix jacobian) {

  /**
   * The same for functions on arrays.
   *
   * @param value f(x)
   * @param jacobian rows vec(y), columns vec(x), both column-major
   */
  public record OfArray(double[] value, double[][] jacobian) {}
}
