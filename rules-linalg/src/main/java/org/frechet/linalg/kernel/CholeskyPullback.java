package org.frechet.linalg.kernel;

import static org.frechet.linalg.kernel.ColumnMajor.KERNELS;

import java.util.Arrays;

/**
 * From the cotangent of a Cholesky factor to that of the matrix: Murray, arXiv 1602.07527, eq. 10.
 */
public final class CholeskyPullback {

  /** Up to this size the loops below are faster than the description of blocks. */
  private static final int SMALL = 8;

  private CholeskyPullback() {}

  /**
   * {@code ½ L⁻ᵀ (P + Pᵀ) L⁻¹, P = Φ(Lᵀ G)}, symmetric, in a new array. 4n³ flops.
   *
   * @param l n×n, of which the lower triangle is read, without zeros on its diagonal
   * @param g n×n, of which the lower triangle is read
   */
  public static double[] of(int n, double[] l, double[] g) {
    double[] x = mirroredProduct(n, l, g);
    divide(n, l, x);
    ColumnMajor.transpose(n, x);
    divide(n, l, x);
    makeSymmetric(n, x);
    return x;
  }

  /** {@code P + Pᵀ}: the lower triangle of {@code Lᵀ G}, mirrored. */
  private static double[] mirroredProduct(int n, double[] l, double[] g) {
    boolean small = n <= SMALL;
    double[] x =
        small ? new double[n * n] : ColumnMajor.product(true, false, n, n, n, lower(n, l), g);
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double entry = small ? inner(n, l, i, g, j) : x[i + j * n];
        x[i + j * n] = entry;
        x[j + i * n] = entry;
      }
    }
    return x;
  }

  private static double[] lower(int n, double[] l) {
    double[] lower = l.clone();
    for (int j = 1; j < n; j++) {
      Arrays.fill(lower, j * n, j * n + j, 0);
    }
    return lower;
  }

  /** Entry (i, j), j ≤ i, of {@code Lᵀ G}: nothing above either diagonal takes part. */
  private static double inner(int n, double[] l, int i, double[] g, int j) {
    double sum = 0;
    for (int k = i; k < n; k++) {
      sum += l[k + i * n] * g[k + j * n];
    }
    return sum;
  }

  /** {@code X ← L⁻ᵀ X}. */
  private static void divide(int n, double[] l, double[] x) {
    if (n > SMALL) {
      KERNELS.solveTriangular(true, true, false, n, n, l, 0, n, x, 0, n);
      return;
    }
    for (int at = 0; at < n * n; at += n) {
      for (int i = n - 1; i >= 0; i--) {
        double rest = x[at + i];
        for (int k = i + 1; k < n; k++) {
          rest -= l[k + i * n] * x[at + k];
        }
        x[at + i] = rest / l[i * (n + 1)];
      }
    }
  }

  /** {@code X ← (X + Xᵀ) / 4}. */
  private static void makeSymmetric(int n, double[] x) {
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double entry = (x[i + j * n] + x[j + i * n]) * 0.25;
        x[i + j * n] = entry;
        x[j + i * n] = entry;
      }
    }
  }
}
