package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/**
 * {@code P A = L U} of an m×n matrix, k = min(m, n).
 *
 * @param permutation the m numbers of the rows of A in the order in which P puts them, from 0;
 *     locally constant, so that its derivative is zero
 * @param l L, m×k, lower triangular with ones on the diagonal, no entry larger than one
 * @param u U, k×n, upper triangular
 */
public record Lu(Vector permutation, Matrix l, Matrix u) {}
