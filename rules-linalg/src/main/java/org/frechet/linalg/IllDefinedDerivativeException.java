package org.frechet.linalg;

import java.io.Serial;

/** A derivative depends on a choice that the function leaves open. */
public final class IllDefinedDerivativeException extends ArithmeticException {

  @Serial private static final long serialVersionUID = 1L;

  private final double dependence;

  IllDefinedDerivativeException(String operation, String choice, double dependence) {
    super(
        "%s: the derivative is not defined: the function depends on %s, by %.2e relative to its cotangent. Only what does not depend on that choice has a derivative here."
            .formatted(operation, choice, dependence));
    this.dependence = dependence;
  }

  /** The size of the dependence, relative to the cotangent. */
  public double dependence() {
    return dependence;
  }
}
