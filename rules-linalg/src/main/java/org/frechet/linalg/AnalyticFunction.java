package org.frechet.linalg;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/**
 * An analytic function of a matrix with its Fréchet derivatives, as two primitives that share one
 * factorization: the function, and {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)} for any k, which is multilinear and
 * symmetric in the directions. {@link MatrixFunctionRules#declare(org.frechet.rule.RuleBinder,
 * AnalyticFunction)} gives both their rules, to every order. Immutable and safe to share between
 * threads.
 */
public final class AnalyticFunction {

  private final String name;
  private final Primitive.Unary<Matrix, Matrix> function;
  private final Primitive.Nary<Matrix, Matrix> frechet;

  private AnalyticFunction(String name, Function<List<Matrix>, Matrix> evaluation) {
    this.name = name;
    this.function = Primitive.unary(name, a -> evaluation.apply(List.of(a)));
    this.frechet = Primitive.nary("Fréchet derivative of " + name, evaluation);
  }

  /**
   * A function with an algorithm for its Fréchet derivatives.
   *
   * @param key what {@code factor} makes is kept with the matrix, or its transpose, under this key
   * @param factor makes from order and column-major entries what the derivatives share
   * @param derivatives computes {@code L⁽ᵏ⁾(A; …)}, and f(A) for no direction, as arrays; with
   *     {@code f(Aᵀ) = f(A)ᵀ}
   */
  public static <F> AnalyticFunction of(
      String name,
      Object key,
      BiFunction<Integer, double[], F> factor,
      Derivatives<F> derivatives) {
    return from(
        name,
        a ->
            Kept.with(
                a,
                key,
                (n, entries) -> {
                  Require.finite(name, "a", a);
                  return factor.apply(n, entries);
                }),
        derivatives);
  }

  /** A function that finds what is kept with a matrix, or its transpose, in its own way. */
  static <F> AnalyticFunction of(
      String name, Function<Matrix, Kept<F>> factored, Derivatives<F> derivatives) {
    return from(name, ifFinite(name, factored), derivatives);
  }

  /** {@code factored}, for a matrix without NaN or infinite entries. */
  static <F> Function<Matrix, Kept<F>> ifFinite(String name, Function<Matrix, Kept<F>> factored) {
    return a -> {
      Require.finite(name, "a", a);
      return factored.apply(a);
    };
  }

  /** What is kept has been found finite when it was made. */
  private static <F> AnalyticFunction from(
      String name, Function<Matrix, Kept<F>> factored, Derivatives<F> derivatives) {
    return new AnalyticFunction(
        name, arguments -> evaluated(name, arguments, factored, derivatives));
  }

  /**
   * {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)} for the arguments {@code (A, E₁, …, Eₖ)}.
   *
   * @param factored finds what is kept with A, or refuses what is not finite
   */
  static <F> Matrix evaluated(
      String name,
      List<Matrix> arguments,
      Function<Matrix, Kept<F>> factored,
      Derivatives<F> derivatives) {
    Matrix a = arguments.get(0);
    List<Matrix> directions = arguments.subList(1, arguments.size());
    Require.squareShape(name, "a", a);
    Require.directions(name, a, directions);
    Kept<F> kept = factored.apply(a);
    double[][] along = new double[directions.size()][];
    for (int i = 0; i < along.length; i++) {
      Matrix direction = directions.get(i);
      along[i] = (kept.transposed() ? direction.transpose() : direction).array();
    }
    Matrix l = Matrix.wrap(a.rows(), a.rows(), derivatives.apply(kept.factors(), along));
    return kept.transposed() ? l.transpose() : l;
  }

  /**
   * Computes a Fréchet derivative on arrays.
   *
   * @param <F> what the derivatives of all orders share
   */
  @FunctionalInterface
  public interface Derivatives<F> {
    /** {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)}, column-major, a new array; f(A) for no direction. */
    double[] apply(F factors, double[]... directions);
  }

  /** {@code Y = f(A)}: n×n → n×n. */
  public Primitive.Unary<Matrix, Matrix> function() {
    return function;
  }

  /** {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)}, applied to {@code (A, E₁, …, Eₖ)}. */
  public Primitive.Nary<Matrix, Matrix> frechet() {
    return frechet;
  }

  @Override
  public String toString() {
    return name;
  }
}
