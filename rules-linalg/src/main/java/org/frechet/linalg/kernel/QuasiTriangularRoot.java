package org.frechet.linalg.kernel;

/**
 * The principal square root of an upper quasi-triangular matrix with standard blocks, by Higham's
 * real Schur method (Linear Algebra Appl. 88/89:405, 1987) in recursive blocks: {@code U₁₁ U₁₂ +
 * U₁₂ U₂₂ = T₁₂}. About n³/3 flops.
 */
final class QuasiTriangularRoot {

  private QuasiTriangularRoot() {}

  /** The root, with standard blocks again; no eigenvalue may be on the closed negative axis. */
  static double[] of(int n, double[] t) {
    if (BlockTriangular.isOneBlock(n, t)) {
      return ofBlock(n, t);
    }
    BlockTriangular halves = BlockTriangular.halves(n, t);
    double[] upper = of(halves.m(), halves.upper());
    double[] lower = of(halves.n(), halves.lower());
    double[] corner = halves.corner();
    QuasiTriangularSylvester.solve(false, false, halves.m(), halves.n(), upper, lower, corner);
    return new BlockTriangular(halves.m(), halves.n(), upper, corner, lower).joined();
  }

  /** Of {@code [a b; c a]} with the eigenvalues {@code a ± iω}: {@code α² = (a + |a + iω|) / 2}. */
  private static double[] ofBlock(int n, double[] t) {
    if (n < 2) {
      return n == 0 ? new double[0] : new double[] {Math.sqrt(t[0])};
    }
    double a = t[0];
    double omega = Math.sqrt(Math.abs(t[1])) * Math.sqrt(Math.abs(t[2]));
    double larger = Math.sqrt((Math.abs(a) + Math.hypot(a, omega)) / 2);
    double alpha = a >= 0 ? larger : omega / (2 * larger);
    return new double[] {alpha, t[1] / (2 * alpha), t[2] / (2 * alpha), alpha};
  }
}
