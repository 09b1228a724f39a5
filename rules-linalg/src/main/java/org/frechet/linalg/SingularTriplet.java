package org.frechet.linalg;

import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * A singular value with its vectors, {@code A v = σ u} and {@code Aᵀ u = σ v}.
 *
 * @param value σ
 * @param left u, of length one; zero where σ is zero
 * @param right v, of length one; zero where σ is zero
 */
public record SingularTriplet(Scalar value, Vector left, Vector right) {}
