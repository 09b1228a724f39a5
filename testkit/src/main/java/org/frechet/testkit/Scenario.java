package org.frechet.testkit;

import java.util.Objects;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;

/**
 * A function with two points and analytic references that were derived by hand: what every backend
 * must agree with.
 *
 * @param name what the test is called
 * @param function makes the function, in which a derivative by the same backend may be taken
 * @param x a point: a value, or a record of values
 * @param elsewhere a second point, of the same shape
 * @param jacobian the Jacobian at a point: rows vec(y), columns vec(x), column-major
 * @param hessian the Hessian at a point, of a function to a scalar; null if there is none
 */
public record Scenario(
    String name,
    Function<Inner, Function<Object, Object>> function,
    Object x,
    Object elsewhere,
    Function<Object, double[][]> jacobian,
    Function<Object, double[][]> hessian) {

  /**
   * The backend that a scenario is run with, for functions that differentiate inside.
   *
   * @param differentiation the facade
   * @param token the backend
   */
  public record Inner(Differentiation differentiation, AdType token) {}

  /** Checks that nothing is missing. */
  public Scenario {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(elsewhere, "elsewhere");
    Objects.requireNonNull(jacobian, "jacobian");
  }

  /** A scenario without a Hessian. */
  @SuppressWarnings("unchecked") // points and functions are of one type
  public static <X, Y> Scenario of(
      String name, Function<X, Y> f, X x, X elsewhere, Function<X, double[][]> jacobian) {
    Function<Object, Object> function = at -> f.apply((X) at);
    return new Scenario(name, inner -> function, x, elsewhere, at -> jacobian.apply((X) at), null);
  }

  /** The same scenario with a Hessian. */
  @SuppressWarnings("unchecked") // points and functions are of one type
  public <X> Scenario withHessian(Function<X, double[][]> second) {
    return new Scenario(name, function, x, elsewhere, jacobian, at -> second.apply((X) at));
  }

  @Override
  public String toString() {
    return name;
  }
}
