package org.frechet.linalg;

import org.frechet.value.Vector;

/**
 * Complex numbers as pairs of real ones.
 *
 * @param re the real parts
 * @param im the imaginary parts
 */
public record ComplexVector(Vector re, Vector im) {}
