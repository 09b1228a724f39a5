package org.frechet;

/**
 * The value of a function, with its pullback of a cotangent.
 *
 * @param value f(x)
 * @param cotangent x̄, like x
 */
public record ValueAndPullback<Y, X>(Y value, X cotangent) {

  /**
   * The same for functions on arrays.
   *
   * @param value f(x)
   * @param cotangent x̄, like x
   */
  public record OfArray(double[] value, double[] cotangent) {}
}
