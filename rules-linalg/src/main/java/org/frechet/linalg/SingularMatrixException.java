package org.frechet.linalg;

import java.io.Serial;

/** A matrix that must be invertible is not. */
public final class SingularMatrixException extends ArithmeticException {

  @Serial private static final long serialVersionUID = 1L;

  private final int pivot;

  SingularMatrixException(String operation, int n, int pivot) {
    super(
        "%s: a is singular: pivot %d of its %d×%d elimination is exactly zero (rcond = 0). Use a least-squares solution, or add to the diagonal."
            .formatted(operation, pivot, n, n));
    this.pivot = pivot;
  }

  /** The index, from 0, of the pivot that is zero. */
  public int pivot() {
    return pivot;
  }

  /** The reciprocal condition number: 0. */
  public double rcond() {
    return 0;
  }
}
