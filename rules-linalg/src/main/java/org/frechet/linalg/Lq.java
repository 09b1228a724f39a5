package org.frechet.linalg;

import org.frechet.value.Matrix;

/**
 * {@code A = L Q} of an m×n matrix, thin: k = min(m, n).
 *
 * @param l L, m×k, lower triangular with a diagonal that is not negative
 * @param q Q, k×n with orthonormal rows
 */
public record Lq(Matrix l, Matrix q) {}
