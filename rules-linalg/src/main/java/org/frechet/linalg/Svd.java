package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/**
 * {@code A = U diag(s) Vᵀ} of an m×n matrix, thin: k = min(m, n).
 *
 * @param u U, m×k with orthonormal columns; in each the entry of largest magnitude (the first of
 *     them) is positive
 * @param s s, k values, descending, not negative
 * @param v V, n×k with orthonormal columns, whose signs follow from those of U
 */
public record Svd(Matrix u, Vector s, Matrix v) {}
