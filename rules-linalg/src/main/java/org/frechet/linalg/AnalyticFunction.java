package org.frechet.linalg;

import java.util.List;
import java.util.Optional;
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

  private final FrechetEvaluation<?> evaluation;
  private final Primitive.Unary<Matrix, Matrix> function;
  private final Primitive.Nary<Matrix, Matrix> frechet;

  private final Optional<Primitive.Binary<List<Matrix>, List<Matrix>, List<Matrix>>> along;

  private <F> AnalyticFunction(FrechetEvaluation<F> evaluation, DerivativesAlong<F> along) {
    String name = evaluation.name();
    this.evaluation = evaluation;
    this.function = Primitive.unary(name, evaluation::value);
    this.frechet = Primitive.nary("Fréchet derivative of " + name, evaluation::derivative);
    this.along =
        Optional.ofNullable(along)
            .map(
                all ->
                    Primitive.binary(
                        "Fréchet derivatives of " + name,
                        (shared, varying) -> evaluation.along(all, shared, varying)));
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
    Function<Matrix, Kept<F>> keeping =
        a ->
            Kept.with(
                a,
                key,
                (n, entries) -> {
                  Require.finite(name, "a", a);
                  return factor.apply(n, entries);
                });
    return new AnalyticFunction(new FrechetEvaluation<>(name, keeping, derivatives, false), null);
  }

  /**
   * A function with an algorithm for its Fréchet derivatives along several directions at once,
   * which then serves the batch forms of its rules.
   *
   * @param factor refuses what is not finite
   * @param derivatives must not fail where {@code factor} does not: they may be computed later
   */
  static <F> AnalyticFunction of(
      String name,
      Object key,
      BiFunction<Integer, double[], F> factor,
      Derivatives<F> derivatives,
      DerivativesAlong<F> along) {
    return new AnalyticFunction(
        new FrechetEvaluation<>(name, a -> Kept.with(a, key, factor), derivatives, true), along);
  }

  /** A function that finds what is kept with a matrix, or its transpose, in its own way. */
  static <F> AnalyticFunction of(
      String name, Function<Matrix, Kept<F>> factored, Derivatives<F> derivatives) {
    return new AnalyticFunction(
        new FrechetEvaluation<>(name, ifFinite(name, factored), derivatives, false), null);
  }

  /** {@code factored}, for a matrix without NaN or infinite entries. */
  static <F> Function<Matrix, Kept<F>> ifFinite(String name, Function<Matrix, Kept<F>> factored) {
    return a -> {
      Require.finite(name, "a", a);
      return factored.apply(a);
    };
  }

  /**
   * Computes a Fréchet derivative on arrays.
   *
   * @param <F> what the derivatives of all orders share
   */
  @FunctionalInterface
  public interface Derivatives<F> {
    /**
     * {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)}, column-major, a new array; f(A) for no direction, an array that
     * changes no more.
     */
    double[] apply(F factors, double[]... directions);
  }

  /**
   * Computes Fréchet derivatives along several directions on arrays.
   *
   * @param <F> what the derivatives of all orders share
   */
  @FunctionalInterface
  interface DerivativesAlong<F> {
    /** {@code L⁽ᵏ⁺¹⁾(A; E₁, …, Eₖ, Fⱼ)} for all j, column-major, new arrays. */
    double[][] apply(F factors, double[][] shared, double[][] varying);
  }

  /** {@code Y = f(A)}: n×n → n×n. */
  public Primitive.Unary<Matrix, Matrix> function() {
    return function;
  }

  /** {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)}, applied to {@code (A, E₁, …, Eₖ)}. */
  public Primitive.Nary<Matrix, Matrix> frechet() {
    return frechet;
  }

  /** {@code L(A; E)}, for pushforwards. */
  Matrix derivative(Matrix a, Matrix e) {
    return a.isTraced() || e.isTraced()
        ? frechet.apply(List.of(a, e))
        : evaluation.first(a, e, false);
  }

  /** {@code L(Aᵀ; E)}, for pullbacks: of constants, without a transpose. */
  Matrix adjoint(Matrix a, Matrix e) {
    return a.isTraced() || e.isTraced()
        ? frechet.apply(List.of(a.transpose(), e))
        : evaluation.first(a, e, true);
  }

  /**
   * {@code L⁽ᵏ⁺¹⁾(A; E₁, …, Eₖ, Fⱼ)} for all j, applied to {@code (A, E₁, …, Eₖ)} and the {@code
   * Fⱼ}; empty where the algorithm takes them one by one.
   */
  Optional<Primitive.Binary<List<Matrix>, List<Matrix>, List<Matrix>>> along() {
    return along;
  }

  @Override
  public String toString() {
    return evaluation.name();
  }
}
