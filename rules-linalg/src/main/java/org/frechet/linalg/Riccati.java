package org.frechet.linalg;

import org.frechet.value.Matrix;

/**
 * The stabilizing solution of an algebraic Riccati equation, and the regulator {@code u = −K x}
 * that it stands for.
 *
 * @param solution X, symmetric
 * @param gain K
 * @param closedLoop {@code A − B K}, stable
 * @param curvature the second derivative of the cost in the control: {@code R} in continuous time,
 *     {@code R + Bᵀ X B} in discrete time; {@code curvature · K} is {@code Bᵀ X} or {@code Bᵀ X A}
 */
public record Riccati(Matrix solution, Matrix gain, Matrix closedLoop, Matrix curvature) {}
