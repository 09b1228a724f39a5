package org.frechet.rule;

/**
 * The partial derivatives of a function of one or two scalars in plain numbers: a rule's short way,
 * which backends take where no trace further out would want to see it. Stateless.
 */
public interface NumericPartials {

  /** {@code ∂f/∂a}, of the result y and the arguments; b is 0 for a function of one scalar. */
  double first(double y, double a, double b);

  /** {@code ∂f/∂b}. */
  double second(double y, double a, double b);

  /** One partial derivative, of the result and two arguments. */
  @FunctionalInterface
  interface Partial {
    /** Evaluates the partial derivative. */
    double at(double y, double a, double b);
  }
}
