package org.frechet.linalg.kernel;

/** {@code P A = L U} of a square matrix, kept for any number of right-hand sides. */
final class LuFactors {

  private final int n;
  private final double[] lu;
  private final int[] pivots;

  private LuFactors(int n, double[] lu, int[] pivots) {
    this.n = n;
    this.lu = lu;
    this.pivots = pivots;
  }

  /** Factors an n×n matrix, which is left as it is. 2n³/3 flops. */
  static LuFactors of(int n, double[] a) {
    LuFactors factors = new LuFactors(n, a.clone(), new int[n]);
    if (n > 0) {
      ColumnMajor.KERNELS.lu(n, n, factors.lu, 0, n, factors.pivots);
    }
    return factors;
  }

  /** {@code B ← A⁻¹ B} for an n×n {@code B}. 2n³ flops. */
  void solve(double[] b) {
    if (n == 0) {
      return;
    }
    for (int j = 0; j < n; j++) {
      swapRows(b, j, pivots[j]);
    }
    ColumnMajor.KERNELS.solveTriangular(true, false, true, n, n, lu, 0, n, b, 0, n);
    ColumnMajor.KERNELS.solveTriangular(false, false, false, n, n, lu, 0, n, b, 0, n);
  }

  private void swapRows(double[] b, int i, int k) {
    if (i == k) {
      return;
    }
    for (int column = 0; column < n * n; column += n) {
      double held = b[column + i];
      b[column + i] = b[column + k];
      b[column + k] = held;
    }
  }
}
