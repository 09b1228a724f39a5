package org.frechet;

import org.frechet.value.Scalar;

/**
 * The value of a function, with its gradient.
 *
 * @param value f(x)
 * @param gradient ∇f(x), like x
 */
public record ValueAndGradient<X>(Scalar value, X gradient) {

  /**
   * The same for functions on arrays.
   *
   * @param value f(x)
   * @param gradient ∇f(x), like x
   */
  public record OfArray(double value, double[] gradient) {}
}
