package org.frechet.linalg;

import java.io.Serial;

/** A matrix that must be symmetric positive definite is not. */
public final class NotPositiveDefiniteException extends ArithmeticException {

  @Serial private static final long serialVersionUID = 1L;

  private final int pivot;

  NotPositiveDefiniteException(String operation, int n, int pivot) {
    super(
        "%s: the %d×%d matrix a is not positive definite: its leading minor of order %d is not positive. Is it symmetric, and a covariance plus some of the identity?"
            .formatted(operation, n, n, pivot + 1));
    this.pivot = pivot;
  }

  /** The index, from 0, of the first pivot that is not positive. */
  public int pivot() {
    return pivot;
  }
}
