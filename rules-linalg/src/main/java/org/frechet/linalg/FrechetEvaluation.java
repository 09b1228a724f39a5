package org.frechet.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.frechet.linalg.kernel.ColumnMajor;
import org.frechet.value.Matrix;

/**
 * How an {@link AnalyticFunction} and its Fréchet derivatives are evaluated, on constants.
 *
 * @param name what errors show
 * @param factored finds what is kept with a matrix, or refuses what is not finite
 * @param derivatives computes on arrays
 * @param neverFails whether there is a derivative wherever there is a value: then it is computed
 *     when it is first read, which one that is itself differentiated may never be
 */
record FrechetEvaluation<F>(
    String name,
    Function<Matrix, Kept<F>> factored,
    AnalyticFunction.Derivatives<F> derivatives,
    boolean neverFails) {

  private static final double[][] NO_DIRECTIONS = {};

  /** Smaller ones are computed at once: to wait would cost more than it can save. */
  private static final int SMALLEST_TO_WAIT = 8;

  /** {@code f(A)}. */
  Matrix value(Matrix a) {
    Require.squareShape(name, "a", a);
    Kept<F> kept = factored.apply(a);
    Matrix y = wrap(a, derivatives.apply(kept.factors(), NO_DIRECTIONS));
    return kept.transposed() ? y.transpose() : y;
  }

  /** {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)} for the arguments {@code (A, E₁, …, Eₖ)}. */
  Matrix derivative(List<Matrix> arguments) {
    if (arguments.size() == 1) {
      return value(arguments.get(0));
    }
    Kept<F> kept = factored(arguments);
    return derivative(kept, arguments.get(0), directions(kept, arguments, 1));
  }

  /** {@code L(A; E)}, or {@code L(Aᵀ; E)}. */
  Matrix first(Matrix a, Matrix e, boolean atTranspose) {
    Require.direction(name, a, e);
    Kept<F> found = factored.apply(a);
    Kept<F> kept = atTranspose ? found.ofTranspose() : found;
    return derivative(kept, a, new double[][] {entries(kept, e)});
  }

  /** {@code L⁽ᵏ⁺¹⁾(A; E₁, …, Eₖ, Fⱼ)} for all j, from the arguments {@code (A, E₁, …, Eₖ)}. */
  List<Matrix> along(
      AnalyticFunction.DerivativesAlong<F> along, List<Matrix> arguments, List<Matrix> varying) {
    Matrix a = arguments.get(0);
    Require.directions(name, a, varying, 0);
    Kept<F> kept = factored(arguments);
    double[][] shared = directions(kept, arguments, 1);
    double[][] all = along.apply(kept.factors(), shared, directions(kept, varying, 0));
    return Arrays.stream(all).map(l -> wrap(a, turned(kept, a, l))).toList();
  }

  private Kept<F> factored(List<Matrix> arguments) {
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

  private Matrix derivative(Kept<F> kept, Matrix a, double[][] directions) {
    return neverFails && a.rows() >= SMALLEST_TO_WAIT
        ? Matrix.whenRead(a.rows(), a.rows(), () -> compute(kept, a, directions))
        : wrap(a, compute(kept, a, directions));
  }

  private double[] compute(Kept<F> kept, Matrix a, double[][] directions) {
    return turned(kept, a, derivatives.apply(kept.factors(), directions));
  }

  /** A derivative at the matrix whose factors are kept, in its own array, as one at {@code a}. */
  private static double[] turned(Kept<?> kept, Matrix a, double[] l) {
    if (kept.transposed()) {
      ColumnMajor.transpose(a.rows(), l);
    }
    return l;
  }

  private static Matrix wrap(Matrix a, double[] entries) {
    return Matrix.wrap(a.rows(), a.rows(), entries);
  }
}
