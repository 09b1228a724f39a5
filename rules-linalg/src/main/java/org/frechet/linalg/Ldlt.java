package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/**
 * {@code A = L diag(d) Lᵀ} of a symmetric n×n matrix.
 *
 * @param l L, lower triangular with ones on the diagonal
 * @param d d, of any signs
 */
public record Ldlt(Matrix l, Vector d) {}
