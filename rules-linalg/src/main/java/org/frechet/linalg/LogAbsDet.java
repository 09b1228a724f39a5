package org.frechet.linalg;

import org.frechet.value.Scalar;

/**
 * A determinant that neither overflows nor underflows.
 *
 * @param logAbs {@code log |det A|}, −∞ for a singular matrix
 * @param sign −1, 0 or 1
 */
public record LogAbsDet(Scalar logAbs, Scalar sign) {}
