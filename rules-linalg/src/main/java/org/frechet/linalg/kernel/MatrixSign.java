package org.frechet.linalg.kernel;

/**
 * The sign decomposition {@code A = S N} of a real matrix without eigenvalues on the imaginary
 * axis: {@code S² = I}, and the eigenvalues of {@code N} are in the right half-plane; and the
 * Fréchet derivatives of both, of any order. On the quasi-triangular factor of the balanced matrix,
 * in recursive blocks: with {@code A = [[A₁₁, A₁₂], [0, A₂₂]]} it is {@code N₁₁ S₁₂ + S₁₂ N₂₂ = A₁₂
 * − S₁₁ A₁₂ S₂₂}, which always has one solution (from the formula for the derivative, Higham,
 * Functions of Matrices, SIAM 2008, theorem 5.3). No iteration; about n³ flops beside the Schur
 * form. Immutable and safe to share between threads.
 */
public final class MatrixSign {

  private final RealSchur schur;
  private final SchurEvaluation evaluation;

  private MatrixSign(BalancedSchur factors) {
    this.schur = factors.schur();
    Triangular found = of(schur.n(), schur.sharedT());
    this.evaluation =
        new SchurEvaluation(
            "frechet(sign)",
            factors,
            (algebra, t) -> {
              double[][] s = algebra.sign(t, found.s, found.n);
              double[][] n = algebra.product(t, s);
              return new double[][][] {s, algebra.withZeroth(n, () -> found.n)};
            });
  }

  /** Of an A given by its Schur form. */
  public static MatrixSign of(BalancedSchur factors) {
    return new MatrixSign(factors);
  }

  /** {@code L⁽ᵏ⁾(A; E₁,…,E_k)} of S, and S itself where there is no direction. */
  public double[] sign(double[]... directions) {
    if (directions.length == 0 && isOneSided()) {
      double side = schur.n() == 0 ? 1 : Math.signum(schur.re(0));
      return scaled(side, ColumnMajor.identity(schur.n()));
    }
    return evaluation.frechet(0, directions);
  }

  /** The same of N. */
  public double[] n(double[]... directions) {
    return evaluation.frechet(1, directions);
  }

  /** Whether the sign is the identity or its negative: then it is exact. */
  private boolean isOneSided() {
    for (int i = 1; i < schur.n(); i++) {
      if (Math.signum(schur.re(i)) != Math.signum(schur.re(0))) {
        return false;
      }
    }
    return true;
  }

  private record Triangular(double[] s, double[] n) {}

  private static Triangular of(int order, double[] t) {
    if (BlockTriangular.isOneBlock(order, t)) {
      double sign = order == 0 ? 1 : Math.signum(t[0]);
      return new Triangular(scaled(sign, ColumnMajor.identity(order)), scaled(sign, t));
    }
    BlockTriangular halves = BlockTriangular.halves(order, t);
    int m = halves.m();
    int n = halves.n();
    Triangular upper = of(m, halves.upper());
    Triangular lower = of(n, halves.lower());
    double[] corner = halves.corner().clone();
    double[] signed = ColumnMajor.product(false, false, m, n, m, upper.s, halves.corner());
    addProduct(-1, m, n, n, signed, lower.s, corner);
    QuasiTriangularSylvester.solve(false, false, m, n, upper.n, lower.n, corner);
    double[] product = ColumnMajor.product(false, false, m, n, m, halves.upper(), corner);
    addProduct(1, m, n, n, halves.corner(), lower.s, product);
    return new Triangular(
        new BlockTriangular(m, n, upper.s, corner, lower.s).joined(),
        new BlockTriangular(m, n, upper.n, product, lower.n).joined());
  }

  private static double[] scaled(double factor, double[] a) {
    double[] b = new double[a.length];
    for (int p = 0; p < b.length; p++) {
      b[p] = factor * a[p];
    }
    return b;
  }

  private static void addProduct(
      double alpha, int m, int n, int k, double[] a, double[] b, double[] c) {
    ColumnMajor.KERNELS.multiply(false, false, m, n, k, alpha, a, 0, m, b, 0, k, c, 0, m);
  }
}
