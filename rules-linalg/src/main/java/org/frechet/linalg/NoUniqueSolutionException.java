package org.frechet.linalg;

import java.io.Serial;

/** A matrix equation has no unique solution, or none that the numbers determine. */
public final class NoUniqueSolutionException extends ArithmeticException {

  @Serial private static final long serialVersionUID = 1L;

  private final double separation;

  NoUniqueSolutionException(String operation, String condition, double separation) {
    super(
        "%s: there is no unique solution: %s (relative separation %.2e)"
            .formatted(operation, condition, separation));
    this.separation = separation;
  }

  /** How far the equation is from having no unique solution, relative to its coefficients. */
  public double separation() {
    return separation;
  }
}
