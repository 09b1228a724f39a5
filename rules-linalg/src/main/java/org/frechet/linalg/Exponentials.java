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

  static final AnalyticFunction FUNCTION =
      AnalyticFunction.of(
          "exp",
          Exponential.class,
          Exponential::wrap,
          Exponentials::derivative,
          Exponential::frechets);

  /** {@code Y = exp A}: n×n → n×n. */
  public static final Primitive.Unary<Matrix, Matrix> EXP = FUNCTION.function();

  /**
   * {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)}, the k-th Fréchet derivative of the exponential, applied to {@code
   * (A, E₁, …, Eₖ)}: linear and symmetric in the directions. About 3ᵏ times the products of {@code
   * exp A}, and no factorization.
   */
  public static final Primitive.Nary<Matrix, Matrix> FRECHET = FUNCTION.frechet();

  /**
   * {@code L⁽ᵏ⁺¹⁾(A; E₁, …, Eₖ, Fⱼ)} for all j, applied to {@code (A, E₁, …, Eₖ)} and to the {@code
   * Fⱼ}: the flops of as many derivatives, in larger products.
   */
  public static final Primitive.Binary<List<Matrix>, List<Matrix>, List<Matrix>> FRECHET_ALONG =
      FUNCTION.along().orElseThrow();

  private Exponentials() {}

  private static double[] derivative(Exponential exponential, double[]... directions) {
    return directions.length == 0 ? exponential.sharedValue() : exponential.frechet(directions);
  }
}
