package org.frechet;

/**
 * The value of a function of a scalar, with its first and second derivatives.
 *
 * @param value f(x)
 * @param derivative f′(x)
 * @param secondDerivative f″(x)
 */
public record ValueDerivativeAndSecondDerivative<Y>(Y value, Y derivative, Y secondDerivative) {}
