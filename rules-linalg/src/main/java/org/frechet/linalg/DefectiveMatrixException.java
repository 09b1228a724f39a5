package org.frechet.linalg;

import java.io.Serial;

/** A matrix has no basis of eigenvectors, or none that the numbers determine. */
public final class DefectiveMatrixException extends ArithmeticException {

  @Serial private static final long serialVersionUID = 1L;

  private final double cosine;

  DefectiveMatrixException(double cosine) {
    super(
        "eigen: a is defective within rounding: the left and right eigenvectors of an eigenvalue are orthogonal (|cosine| %.2e), so that it has no derivative. Functions of the matrix (exp, log, sqrt, det, …) and of its Schur form exist all the same."
            .formatted(cosine));
    this.cosine = cosine;
  }

  /** The reciprocal condition number of the most sensitive eigenvalue. */
  public double cosine() {
    return cosine;
  }
}
