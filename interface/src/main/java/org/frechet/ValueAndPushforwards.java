package org.frechet;

import java.util.List;

/**
 * The value of a function, with its pushforwards of several tangents.
 *
 * @param value f(x)
 * @param tangents each like f(x)
 */
public record ValueAndPushforwards<Y>(Y value, List<Y> tangents) {}
