package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/**
 * {@code A = V diag(λ) Vᵀ} of a symmetric matrix.
 *
 * @param values λ, ascending
 * @param vectors V, orthogonal; in each column the entry of largest magnitude (the first of them)
 *     is positive
 */
public record SymmetricEigen(Vector values, Matrix vectors) {}
