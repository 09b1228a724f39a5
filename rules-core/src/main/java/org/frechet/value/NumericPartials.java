package org.frechet.value;

import java.util.Objects;

/**
 * The partial derivatives of a function of one or two scalars in plain numbers: a rule's short way,
 * which backends take where no trace further out would want to see it. Immutable.
 */
public final class NumericPartials {

  /** One partial derivative, of the result and two arguments; b is 0 for a function of one. */
  @FunctionalInterface
  public interface Partial {

    /** {@code ∂f/∂a = b}, as in a product. */
    Partial SECOND_ARGUMENT = (y, a, b) -> b;

    /** {@code ∂f/∂b = a}, as in a product. */
    Partial FIRST_ARGUMENT = (y, a, b) -> a;

    /** Evaluates the partial derivative. */
    double at(double y, double a, double b);

    /** A partial derivative that is the same everywhere, as in a sum. */
    static Partial constant(double value) {
      return new Constant(value);
    }
  }

  private record Constant(double value) implements Partial {
    @Override
    public double at(double y, double a, double b) {
      return value;
    }
  }

  private enum Form {
    CONSTANTS,
    PRODUCT,
    OTHER
  }

  private final Partial first;
  private final Partial second;

  // Arithmetic is most of scalar code, and two calls by interface would be most of its cost.
  private final Form form;
  private final double firstConstant;
  private final double secondConstant;

  /** The partial derivatives with respect to a and b. */
  public NumericPartials(Partial first, Partial second) {
    this.first = Objects.requireNonNull(first, "first");
    this.second = Objects.requireNonNull(second, "second");
    this.form = form(first, second);
    this.firstConstant = constant(first);
    this.secondConstant = constant(second);
  }

  /** {@code ∂f/∂a}, of the result y and the arguments; b is 0 for a function of one scalar. */
  public double first(double y, double a, double b) {
    if (form == Form.CONSTANTS) {
      return firstConstant;
    }
    return form == Form.PRODUCT ? b : first.at(y, a, b);
  }

  /** {@code ∂f/∂b}. */
  public double second(double y, double a, double b) {
    if (form == Form.CONSTANTS) {
      return secondConstant;
    }
    return form == Form.PRODUCT ? a : second.at(y, a, b);
  }

  private static Form form(Partial first, Partial second) {
    if (first instanceof Constant && second instanceof Constant) {
      return Form.CONSTANTS;
    }
    return first == Partial.SECOND_ARGUMENT && second == Partial.FIRST_ARGUMENT
        ? Form.PRODUCT
        : Form.OTHER;
  }

  private static double constant(Partial partial) {
    return partial instanceof Constant constant ? constant.value() : Double.NaN;
  }
}
