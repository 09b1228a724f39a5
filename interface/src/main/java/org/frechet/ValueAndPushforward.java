package org.frechet;

/**
 * The value of a function, with its pushforward of a tangent.
 *
 * @param value f(x)
 * @param tangent ẏ, like f(x)
 */
public record ValueAndPushforward<Y>(Y value, Y tangent) {

  /**
   * The same for functions on arrays.
   *
   * @param value f(x)
   * @param tangent ẏ, like f(x)
   */
  public record OfArray(double[] value, double[] tangent) {}
}
