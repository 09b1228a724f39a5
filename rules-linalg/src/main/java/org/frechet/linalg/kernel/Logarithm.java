package org.frechet.linalg.kernel;

/**
 * The principal logarithm of a real matrix and its Fréchet derivatives of any order, by inverse
 * scaling and squaring on the balanced real Schur form: {@code log A = 2ˢ log(A^(1/2ˢ))}, where the
 * latter is a Padé approximant in {@code X = A^(1/2ˢ) − I}, {@code Σ w_j X (I + x_j X)⁻¹} with the
 * nodes and weights of Gauss and Legendre.
 *
 * <p>Al-Mohy, Higham and Relton, SIAM J. Sci. Comput. 34(4):C153, 2012, and 35(4):C394, 2013: the
 * algorithm, its derivative (here of any order, in the {@link HyperdualAlgebra}) and the {@link
 * DiagonalBlocks diagonal} without cancellation. Degree 9 at norms of {@code X} up to a quarter
 * leaves the approximant exact to rounding for five derivatives.
 *
 * <p>Roots and factors are kept: a derivative costs s + 9 triangular solves of order n and twice as
 * many products, and factors nothing. Immutable and safe to share between threads.
 */
public final class Logarithm {

  private static final GaussLegendre RULE = GaussLegendre.of(9);

  private final RealSchur schur;
  private final SchurEvaluation evaluation;

  private Logarithm(BalancedSchur factors) {
    this.schur = factors.schur();
    this.evaluation = new SchurEvaluation("frechet(log)", factors, this::evaluate);
  }

  /** Of an A given by its Schur form, without eigenvalues on the closed negative real axis. */
  public static Logarithm of(BalancedSchur factors) {
    return new Logarithm(factors);
  }

  /**
   * {@code L⁽ᵏ⁾(A; E₁,…,E_k)}, and {@code log A} where there is no direction; {@code L⁽ᵏ⁾(Aᵀ;
   * E₁,…,E_k) = L⁽ᵏ⁾(A; E₁ᵀ,…,E_kᵀ)ᵀ}.
   *
   * @throws IllegalArgumentException if a direction does not have n² entries
   */
  public double[] frechet(double[]... directions) {
    return schur.n() == 1 ? ofNumber(directions) : evaluation.frechet(0, directions);
  }

  /** A 1×1 matrix is a number: {@code (−1)ᵏ⁻¹ (k−1)! e₁⋯e_k / λᵏ}. */
  private double[] ofNumber(double[][] directions) {
    double lambda = schur.re(0);
    double derivative = directions.length == 0 ? Math.log(lambda) : -1;
    for (int k = 0; k < directions.length; k++) {
      derivative *= -Math.max(1, k) * directions[k][0] / lambda;
    }
    return new double[] {derivative};
  }

  /** {@code 2ˢ Σ w_j X (I + x_j X)⁻¹}, with the logarithms of the diagonal blocks. */
  private double[][][] evaluate(HyperdualAlgebra algebra, double[][] t) {
    RootChain chain = RootChain.of(schur, algebra, t);
    double[][] x = chain.minusIdentity();
    double[][] identity = algebra.real(ColumnMajor.identity(schur.n()));
    int m = RULE.nodes().length;
    double[][][] terms = new double[m][][];
    double[] weights = new double[m];
    for (int j = 0; j < m; j++) {
      double[][] d = algebra.combination(new double[] {1, RULE.nodes()[j]}, identity, x);
      terms[j] = algebra.quotient(d, x);
      weights[j] = Math.scalb(RULE.weights()[j], chain.roots());
    }
    double[][] sum = algebra.combination(weights, terms);
    return new double[][][] {
      algebra.withZeroth(
          sum,
          () ->
              DiagonalBlocks.replaced(
                  schur, sum[0], DiagonalBlocks::log, SpectralFunction.log(), 0))
    };
  }
}
