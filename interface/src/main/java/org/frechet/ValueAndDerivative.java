package org.frechet;

/**
 * The value of a function of a scalar, with its derivative.
 *
 * @param value f(x)
 * @param derivative f′(x)
 */
public record ValueAndDerivative<Y>(Y value, Y derivative) {}
