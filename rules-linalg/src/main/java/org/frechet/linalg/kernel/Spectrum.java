package org.frechet.linalg.kernel;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix with the last digits put right: one step of
 * Newton and Schulz, {@code V ← V + V (I − VᵀV) / 2}, makes the vectors orthogonal to rounding
 * (Higham, Functions of Matrices, SIAM 2008, section 8.3; the library's are off by ten times that),
 * and small rotations and Rayleigh quotients take {@code VᵀAV} to its diagonal (Ogita and Aishima,
 * Japan J. Indust. Appl. Math. 35:1007, 2018).
 *
 * @param values the eigenvalues, ascending
 * @param vectors the eigenvectors as columns
 */
public record Spectrum(double[] values, double[] vectors) {

  /** Rotations by less than this leave orthogonal vectors orthogonal to rounding. */
  private static final double SMALL_ANGLE = 0x1p-28;

  /**
   * Refines what was computed for the n×n matrix {@code a}, of which the lower triangle is read.
   */
  public static Spectrum refined(int n, double[] a, double[] values, double[] vectors) {
    double[] v = vectors.clone();
    double[] half = ColumnMajor.product(true, false, n, n, n, v, v);
    double[] symmetric = new double[n * n];
    for (int p = 0; p < half.length; p++) {
      int i = p % n;
      int j = p / n;
      half[p] = ((i == j ? 1 : 0) - half[p]) / 2;
      symmetric[p] = a[Math.max(i, j) + Math.min(i, j) * n];
    }
    addProduct(n, v, half);
    double[] residual = residual(n, symmetric, values, v);
    double[] lambda = values.clone();
    for (int j = 0; j < n; j++) {
      double moved = lambda[j] + residual[j * (n + 1)];
      lambda[j] = j == 0 ? moved : Math.max(moved, lambda[j - 1]);
    }
    addProduct(n, v, rotations(n, residual, lambda));
    return new Spectrum(lambda, v);
  }

  /** {@code V ← V + V E}. */
  private static void addProduct(int n, double[] v, double[] e) {
    double[] correction = ColumnMajor.product(false, false, n, n, n, v, e);
    for (int p = 0; p < v.length; p++) {
      v[p] += correction[p];
    }
  }

  /** {@code Vᵀ (A V − V Λ)}. */
  private static double[] residual(int n, double[] a, double[] values, double[] v) {
    double[] images = ColumnMajor.product(false, false, n, n, n, a, v);
    for (int p = 0; p < v.length; p++) {
      images[p] -= values[p / n] * v[p];
    }
    return ColumnMajor.product(true, false, n, n, n, v, images);
  }

  /** The angles {@code rᵢⱼ / (λⱼ − λᵢ)}, antisymmetric; those that are not small are left out. */
  private static double[] rotations(int n, double[] residual, double[] lambda) {
    double[] e = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        double mean = (residual[i + j * n] + residual[j + i * n]) / 2;
        double angle = mean / (lambda[j] - lambda[i]);
        if (Math.abs(angle) < SMALL_ANGLE) {
          e[i + j * n] = angle;
          e[j + i * n] = -angle;
        }
      }
    }
    return e;
  }
}
