package org.frechet.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.frechet.linalg.kernel.ColumnMajor;
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

  private static final double[][] NO_DIRECTIONS = {};

  private final String name;
  private final Primitive.Unary<Matrix, Matrix> function;
  private final Primitive.Nary<Matrix, Matrix> frechet;
  private final First first;

  private final Optional<Primitive.Binary<List<Matrix>, List<Matrix>, List<Matrix>>> along;

  private AnalyticFunction(
      String name,
      Function<Matrix, Matrix> value,
      Function<List<Matrix>, Matrix> evaluation,
      First first,
      Optional<BiFunction<List<Matrix>, List<Matrix>, List<Matrix>>> along) {
    this.name = name;
    this.function = Primitive.unary(name, value);
    this.frechet = Primitive.nary("Fréchet derivative of " + name, evaluation);
    this.first = first;
    this.along = along.map(all -> Primitive.binary("Fréchet derivatives of " + name, all));
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
    return from(name, keeping, derivatives, null);
  }

  /**
   * A function with an algorithm for its Fréchet derivatives along several directions at once,
   * which then serves the batch forms of its rules.
   *
   * @param factor refuses what is not finite
   */
  static <F> AnalyticFunction of(
      String name,
      Object key,
      BiFunction<Integer, double[], F> factor,
      Derivatives<F> derivatives,
      DerivativesAlong<F> along) {
    return from(name, a -> Kept.with(a, key, factor), derivatives, along);
  }

  /** A function that finds what is kept with a matrix, or its transpose, in its own way. */
  static <F> AnalyticFunction of(
      String name, Function<Matrix, Kept<F>> factored, Derivatives<F> derivatives) {
    return from(name, ifFinite(name, factored), derivatives, null);
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
      String name,
      Function<Matrix, Kept<F>> factored,
      Derivatives<F> derivatives,
      DerivativesAlong<F> along) {
    return new AnalyticFunction(
        name,
        a -> value(name, a, factored, derivatives),
        arguments -> evaluated(name, arguments, factored, derivatives),
        (a, direction, transposed) ->
            first(name, a, direction, transposed, factored, derivatives),
        Optional.ofNullable(along)
            .map(all -> (shared, varying) -> evaluated(name, shared, varying, factored, all)));
  }

  private static <F> Matrix value(
      String name, Matrix a, Function<Matrix, Kept<F>> factored, Derivatives<F> derivatives) {
    Require.squareShape(name, "a", a);
    Kept<F> kept = factored.apply(a);
    return result(kept, a, derivatives.apply(kept.factors(), NO_DIRECTIONS), false);
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
    Kept<F> kept = factored(name, arguments, factored);
    double[][] directions = directions(kept, arguments, 1);
    return result(kept, a, derivatives.apply(kept.factors(), directions), directions.length > 0);
  }

  private static <F> Matrix first(
      String name,
      Matrix a,
      Matrix direction,
      boolean transposed,
      Function<Matrix, Kept<F>> factored,
      Derivatives<F> derivatives) {
    Require.direction(name, a, direction);
    Kept<F> found = factored.apply(a);
    Kept<F> kept = transposed ? found.ofTranspose() : found;
    double[] l = derivatives.apply(kept.factors(), entries(kept, direction));
    return result(kept, a, l, true);
  }

  /** {@code L⁽ᵏ⁺¹⁾(A; E₁, …, Eₖ, Fⱼ)} for all j, from the arguments {@code (A, E₁, …, Eₖ)}. */
  private static <F> List<Matrix> evaluated(
      String name,
      List<Matrix> arguments,
      List<Matrix> varying,
      Function<Matrix, Kept<F>> factored,
      DerivativesAlong<F> along) {
    Matrix a = arguments.get(0);
    Require.directions(name, a, varying, 0);
    Kept<F> kept = factored(name, arguments, factored);
    double[][] shared = directions(kept, arguments, 1);
    double[][] all = along.apply(kept.factors(), shared, directions(kept, varying, 0));
    return Arrays.stream(all).map(l -> result(kept, a, l, true)).toList();
  }

  private static <F> Kept<F> factored(
      String name, List<Matrix> arguments, Function<Matrix, Kept<F>> factored) {
    Matrix a = arguments.get(0);
    Require.squareShape(name, "a", a);
    Require.directions(name, a, arguments, 1);
    return factored.apply(a);
  }

  private static double[][] directions(Kept<?> kept, List<Matrix> matrices, int from) {
    double[][] entries = new double[matrices.size() - from][];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = entries(kept, matrices.get(from + i));
    }
    return entries;
  }

  private static double[] entries(Kept<?> kept, Matrix direction) {
    double[] entries = direction.array();
    return kept.transposed() && !ColumnMajor.isSymmetric(direction.rows(), entries)
        ? direction.transpose().array()
        : entries;
  }

  /** In the array itself where it is new, as that of a derivative is. */
  private static Matrix result(Kept<?> kept, Matrix a, double[] entries, boolean isNew) {
    if (kept.transposed() && isNew) {
      ColumnMajor.transpose(a.rows(), entries);
    }
    Matrix l = Matrix.wrap(a.rows(), a.rows(), entries);
    return kept.transposed() && !isNew ? l.transpose() : l;
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

  /** Evaluates {@code L(A; E)}, or {@code L(Aᵀ; E)}, of constants: most derivatives are these. */
  @FunctionalInterface
  private interface First {
    Matrix evaluate(Matrix a, Matrix direction, boolean transposed);
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
        : first.evaluate(a, e, false);
  }

  /** {@code L(Aᵀ; E)}, for pullbacks: of constants, without a transpose. */
  Matrix adjoint(Matrix a, Matrix e) {
    return a.isTraced() || e.isTraced()
        ? frechet.apply(List.of(a.transpose(), e))
        : first.evaluate(a, e, true);
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
    return name;
  }
}
