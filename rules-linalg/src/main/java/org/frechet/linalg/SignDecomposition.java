package org.frechet.linalg;

import org.frechet.value.Matrix;

/**
 * {@code A = S N} with {@code S² = I} and the eigenvalues of N in the right half-plane (Higham,
 * Functions of Matrices, SIAM 2008, section 5.1).
 *
 * @param sign S, the matrix sign of A
 * @param n {@code N = (A²)^(1/2) = A S}
 */
public record SignDecomposition(Matrix sign, Matrix n) {}
