package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.frechet.value.Scalar;

/**
 * {@code [[A, E/σ], [0, A]]} with σ such that both blocks are of one size: neither is lost in the
 * rounding of the other. What is computed from it and multiplied by σ does not depend on σ, which
 * is a constant to every differentiation.
 *
 * @param matrix the block matrix
 * @param scale σ
 */
record Augmented(Matrix matrix, Scalar scale) {

  static Augmented of(Matrix a, Matrix e) {
    Scalar sizeOfA = LinearAlgebra.norm(a.detach());
    Scalar sizeOfE = LinearAlgebra.norm(e.detach());
    Scalar scale = sizeOfA.isZero() ? sizeOfE : sizeOfE.divide(sizeOfA);
    boolean usable = !scale.isZero() && scale.isFinite();
    Scalar sigma = usable ? scale : Scalar.of(1);
    Matrix zero = Matrix.zeros(a.rows(), a.rows());
    return new Augmented(Matrix.ofBlocks(new Matrix[][] {{a, e.divide(sigma)}, {zero, a}}), sigma);
  }
}
