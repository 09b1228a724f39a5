package org.frechet;

import java.util.List;

/**
 * The value of a function, with its pullbacks of several cotangents.
 *
 * @param value f(x)
 * @param cotangents each like x
 */
public record ValueAndPullbacks<Y, X>(Y value, List<X> cotangents) {}
