package org.frechet.linalg.kernel;

/**
 * The principal square root X of a real matrix and its Fréchet derivatives of any order, on the
 * balanced real Schur form: {@code X Ẋ + Ẋ X = Ȧ} (Higham, Linear Algebra Appl. 88/89:405, 1987,
 * and Functions of Matrices, SIAM 2008, problem 3.8), about n³/3 flops for the root and 6n³ for a
 * derivative, which factors nothing. Immutable and safe to share between threads.
 */
public final class SquareRoot {

  private final SchurEvaluation evaluation;

  private SquareRoot(BalancedSchur factors) {
    this.evaluation =
        new SchurEvaluation(
            "frechet(sqrt)", factors, (algebra, t) -> new double[][][] {algebra.squareRoot(t)});
  }

  /** Of an A given by its Schur form, without eigenvalues on the closed negative real axis. */
  public static SquareRoot of(BalancedSchur factors) {
    return new SquareRoot(factors);
  }

  /** {@code L⁽ᵏ⁾(A; E₁,…,E_k)}, and the root itself where there is no direction. */
  public double[] frechet(double[]... directions) {
    return evaluation.frechet(0, directions);
  }
}
