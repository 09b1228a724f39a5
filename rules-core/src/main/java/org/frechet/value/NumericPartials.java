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
    CONSTANT,
    FIRST_ARGUMENT,
    SECOND_ARGUMENT,
    FORMULA
  }

  private final Partial first;
  private final Partial second;

  // Arithmetic is most of scalar code, and a call by interface would be most of its cost.
  private final Form firstForm;
  private final Form secondForm;
  private final double firstConstant;
  private final double secondConstant;

  /** The partial derivatives with respect to a and b. */
  public NumericPartials(Partial first, Partial second) {
    this.first = Objects.requireNonNull(first, "first");
    this.second = Objects.requireNonNull(second, "second");
    this.firstForm = form(first);
    this.secondForm = form(second);
    this.firstConstant = constant(first);
    this.secondConstant = constant(second);
  }

  /** {@code ∂f/∂a}, of the result y and the arguments; b is 0 for a function of one scalar. */
  public double first(double y, double a, double b) {
    return firstForm == Form.FORMULA ? first.at(y, a, b) : simple(firstForm, firstConstant, a, b);
  }

  /** {@code ∂f/∂b}. */
  public double second(double y, double a, double b) {
    return secondForm == Form.FORMULA
        ? second.at(y, a, b)
        : simple(secondForm, secondConstant, a, b);
  }

  private static double simple(Form form, double constant, double a, double b) {
    if (form == Form.CONSTANT) {
      return constant;
    }
    return form == Form.FIRST_ARGUMENT ? a : b;
  }

  private static Form form(Partial partial) {
    if (partial == Partial.FIRST_ARGUMENT) {
      return Form.FIRST_ARGUMENT;
    }
    if (partial == Partial.SECOND_ARGUMENT) {
      return Form.SECOND_ARGUMENT;
    }
    return partial instanceof Constant ? Form.CONSTANT : Form.FORMULA;
  }

  private static double constant(Partial partial) {
    return partial instanceof Constant constant ? constant.value() : Double.NaN;
  }
}
