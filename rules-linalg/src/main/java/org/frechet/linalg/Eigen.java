package org.frechet.linalg;

/**
 * {@code A = V diag(λ) V⁻¹} of a general real n×n matrix.
 *
 * @param values λ, by ascending real part; of a pair of conjugates the one with the positive
 *     imaginary part comes first
 * @param vectors V: columns of 2-norm one, whose entry of largest magnitude (the first of them) is
 *     real and positive; real for a real eigenvalue
 * @param inverse V⁻¹, whose rows are the left eigenvectors
 */
public record Eigen(ComplexVector values, ComplexMatrix vectors, ComplexMatrix inverse) {}
