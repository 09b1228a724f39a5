package org.frechet;

import org.frechet.value.Scalar;

/**
 * The value of a function, with its gradient and a Hessian-vector product.
 *
 * @param value f(x)
 * @param gradient ∇f(x), like x
 * @param hvp ∇²f(x) v, like x
 */
public record ValueGradientAndHvp<X>(Scalar value, X gradient, X hvp) {

  /**
   * The same for functions on arrays.
   *
   * @param value f(x)
   * @param gradient ∇f(x), like x
   * @param hvp ∇²f(x) v, like x
   */
  public record OfArray(double value, double[] gradient, double[] hvp) {}
}
