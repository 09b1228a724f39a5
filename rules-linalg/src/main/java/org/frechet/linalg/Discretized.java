package org.frechet.linalg;

import org.frechet.value.Matrix;

/**
 * A linear stochastic system in continuous time, {@code dx = A x dt + dw} with {@code dw dwᵀ = Q
 * dt}, over one step h.
 *
 * @param transition {@code Φ = exp(A h)}
 * @param covariance {@code Q_d = ∫ exp(A s) Q exp(Aᵀ s) ds}, s from 0 to h
 */
public record Discretized(Matrix transition, Matrix covariance) {}
