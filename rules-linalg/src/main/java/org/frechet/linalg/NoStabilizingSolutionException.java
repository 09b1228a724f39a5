package org.frechet.linalg;

import java.io.Serial;

/** A Riccati equation has no stabilizing solution, or none that the numbers determine. */
public final class NoStabilizingSolutionException extends ArithmeticException {

  @Serial private static final long serialVersionUID = 1L;

  private final double margin;

  NoStabilizingSolutionException(String operation, double margin) {
    super(
        "%s: there is no stabilizing solution: the closed loop found is %.2e away from instability, relative to its size. Is (a, b) stabilizable, and does q weigh every mode on the stability boundary?"
            .formatted(operation, margin));
    this.margin = margin;
  }

  /** How far inside the region of stability the closed loop is, relatively; negative outside. */
  public double margin() {
    return margin;
  }
}
