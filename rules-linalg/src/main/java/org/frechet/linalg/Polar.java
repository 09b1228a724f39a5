package org.frechet.linalg;

import org.frechet.value.Matrix;

/**
 * {@code A = U P} of an m×n matrix with m ≥ n.
 *
 * @param u U, m×n with orthonormal columns: the nearest such matrix to A
 * @param p P, n×n, symmetric positive semidefinite: {@code (Aᵀ A)^½}
 */
public record Polar(Matrix u, Matrix p) {}
