package org.frechet.linalg;

import java.io.Serial;

/** A derivative depends on a choice that the function leaves open. */
public final class IllDefinedDerivativeException extends ArithmeticException {

  @Serial private static final long serialVersionUID = 1L;

  private final double dependence;

  private IllDefinedDerivativeException(String message, double dependence) {
    super(message);
    this.dependence = dependence;
  }

  /** In reverse mode: a cotangent asks for what is not there. */
  static IllDefinedDerivativeException ofCotangent(
      String operation, String choice, double dependence) {
    return new IllDefinedDerivativeException(
        "%s: the derivative is not defined: the function depends on %s, by %.2e relative to its cotangent. Only what does not depend on that choice has a derivative here."
            .formatted(operation, choice, dependence),
        dependence);
  }

  /** In forward mode: a tangent leads where the result is not continuous. */
  static IllDefinedDerivativeException ofTangent(
      String operation, String coupled, String advice, double dependence) {
    return new IllDefinedDerivativeException(
        "%s: the derivative is not defined: the tangent couples %s, by %.2e relative to its size, and so decides what they turn into. %s"
            .formatted(operation, coupled, dependence, advice),
        dependence);
  }

  /** The size of the dependence, relative to the cotangent or the tangent. */
  public double dependence() {
    return dependence;
  }
}
