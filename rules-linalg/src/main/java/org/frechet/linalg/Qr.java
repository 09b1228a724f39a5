package org.frechet.linalg;

import org.frechet.value.Matrix;

/**
 * {@code A = Q R} of an m×n matrix, thin: k = min(m, n).
 *
 * @param q Q, m×k with orthonormal columns
 * @param r R, k×n, upper triangular with a diagonal that is not negative
 */
public record Qr(Matrix q, Matrix r) {}
