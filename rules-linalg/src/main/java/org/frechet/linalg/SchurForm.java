package org.frechet.linalg;

import org.frechet.value.Matrix;

/**
 * {@code A = Q T Qᵀ}, the real Schur form.
 *
 * @param q Q, orthogonal
 * @param t T, upper triangular but for standardised 2×2 blocks of complex conjugate eigenvalues
 */
public record SchurForm(Matrix q, Matrix t) {}
