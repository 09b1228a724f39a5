package org.frechet.linalg;

import org.frechet.value.Matrix;

/**
 * {@code A = Q H Qᵀ}.
 *
 * @param q Q, orthogonal
 * @param h H, zero below the first subdiagonal
 */
public record HessenbergForm(Matrix q, Matrix h) {}
