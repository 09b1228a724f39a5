package org.frechet.linalg;

import java.util.List;
import org.frechet.linalg.kernel.Exponential;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/**
 * The primitives of the matrix exponential: scaling and squaring with Padé approximants, whose
 * intermediates are kept with the matrix and serve its transpose and its Fréchet derivatives
 * (Al-Mohy and Higham 2009, SIAM J. Matrix Anal. Appl. 30(4), 1639–1657).
 */
public final class Exponentials {

  /** {@code Y = exp A}: n×n → n×n. */
  public static final Primitive.Unary<Matrix, Matrix> EXP =
      Primitive.unary("exp", Exponentials::exponential);

  /**
   * {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)}, the k-th Fréchet derivative of the exponential, applied to {@code
   * (A, E₁, …, Eₖ)}: linear and symmetric in the directions. About 3ᵏ times the products of {@code
   * exp A}, and no factorization.
   */
  public static final Primitive.Nary<Matrix, Matrix> FRECHET =
      Primitive.nary("Fréchet derivative of exp", Exponentials::frechet);

  private Exponentials() {}

  private static Matrix exponential(Matrix a) {
    Require.square("exp", "a", a);
    Kept<Exponential> factored = factored(a);
    Matrix y = Matrix.wrap(a.rows(), a.rows(), factored.factors().value());
    return factored.transposed() ? y.transpose() : y;
  }

  private static Matrix frechet(List<Matrix> arguments) {
    Matrix a = arguments.get(0);
    List<Matrix> directions = arguments.subList(1, arguments.size());
    Require.square("exp", "a", a);
    for (Matrix direction : directions) {
      Require.sameShape("exp", "a and a direction", a, direction);
      Require.finite("exp", "a direction", direction);
    }
    Kept<Exponential> factored = factored(a);
    double[][] along = new double[directions.size()][];
    for (int i = 0; i < along.length; i++) {
      Matrix direction = directions.get(i);
      along[i] = (factored.transposed() ? direction.transpose() : direction).array();
    }
    Matrix l = Matrix.wrap(a.rows(), a.rows(), factored.factors().frechet(along));
    return factored.transposed() ? l.transpose() : l;
  }

  /** The Padé intermediates of {@code a}, or of its transpose. */
  private static Kept<Exponential> factored(Matrix a) {
    return Kept.with(a, Exponential.class, Exponential::of);
  }
}
