package org.frechet.linalg.kernel;

/**
 * {@code A = Q R} of an m×n matrix with m ≥ n by Householder reflections (Golub and Van Loan,
 * Matrix Computations, 4th edition, Algorithm 5.2.1), the reflections kept, the diagonal of {@code
 * R} not negative. Immutable and safe to share between threads.
 */
public final class HouseholderQr {

  private final int m;
  private final int n;
  private final double[] qr;
  private final double[] tau;
  private final double[] r;

  private HouseholderQr(int m, int n, double[] a) {
    this.m = m;
    this.n = n;
    this.qr = a;
    this.tau = new double[n];
    this.r = new double[n * n];
  }

  /** Factors an m×n matrix, m ≥ n, which is left as it is. 2n²(m − n/3) flops. */
  public static HouseholderQr of(int m, int n, double[] a) {
    ColumnMajor.requireSize("qr", "a", m, n, a);
    ColumnMajor.requireFinite("qr", "a", m, a);
    HouseholderQr factored = new HouseholderQr(m, n, a.clone());
    factored.factor();
    return factored;
  }

  /** The n×n upper triangle, a copy; the diagonal is not negative. */
  public double[] r() {
    return r.clone();
  }

  /** The m×n orthonormal factor. 2n²(m − n/3) flops. */
  public double[] q() {
    double[] padded = new double[m * n];
    for (int j = 0; j < n; j++) {
      padded[j * (m + 1)] = 1;
    }
    applyQ(n, padded);
    return padded;
  }

  /** {@code Q B} of an n×c matrix, m×c. 4mnc flops. */
  public double[] multiply(int c, double[] b) {
    double[] x = new double[m * c];
    for (int j = 0; j < c; j++) {
      System.arraycopy(b, j * n, x, j * m, n);
    }
    applyQ(c, x);
    return x;
  }

  /** {@code Qᵀ B} of an m×c matrix, n×c. 4mnc flops. */
  public double[] multiplyTransposed(int c, double[] b) {
    double[] x = b.clone();
    for (int k = 0; k < n; k++) {
      reflect(k, x, 0, c);
    }
    double[] top = new double[n * c];
    for (int j = 0; j < c; j++) {
      for (int i = 0; i < n; i++) {
        top[i + j * n] = signed(i, x[i + j * m]);
      }
    }
    return top;
  }

  /** {@code B ← R⁻¹ B} or {@code R⁻ᵀ B} in place, for an n×c B. n²c flops. */
  public void solveTriangular(boolean transpose, int c, double[] b) {
    if (n > 0 && c > 0) {
      ColumnMajor.KERNELS.solveTriangular(false, transpose, false, n, c, r, 0, n, b, 0, n);
    }
  }

  private void factor() {
    for (int k = 0; k < n; k++) {
      tau[k] = annihilate(k);
      reflect(k, qr, k + 1, n);
    }
    for (int j = 0; j < n; j++) {
      for (int i = 0; i <= j; i++) {
        r[i + j * n] = signed(i, qr[i + j * m]);
      }
    }
  }

  /** Row i of {@code R} and column i of {@code Q} change sign where the diagonal is negative. */
  private double signed(int i, double x) {
    return qr[i * (m + 1)] < 0 ? -x : x;
  }

  private void applyQ(int c, double[] x) {
    for (int j = 0; j < c; j++) {
      for (int i = 0; i < n; i++) {
        x[i + j * m] = signed(i, x[i + j * m]);
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      reflect(k, x, 0, c);
    }
  }

  /** The reflection that maps column k to its diagonal entry: its vector, below an implicit 1. */
  private double annihilate(int k) {
    int first = k * (m + 1);
    int end = (k + 1) * m;
    double scale = 0;
    for (int p = first; p < end; p++) {
      scale = Math.max(scale, Math.abs(qr[p]));
    }
    double square = 0;
    for (int p = first + 1; p < end && scale > 0; p++) {
      square += (qr[p] / scale) * (qr[p] / scale);
    }
    if (square == 0) {
      return 0;
    }
    // The sign is chosen so that nothing cancels in alpha − beta.
    double alpha = qr[first] / scale;
    double beta = -Math.copySign(Math.sqrt(alpha * alpha + square), alpha);
    for (int p = first + 1; p < end; p++) {
      qr[p] = qr[p] / scale / (alpha - beta);
    }
    qr[first] = beta * scale;
    return (beta - alpha) / beta;
  }

  /** Applies reflection k to the columns {@code from} to {@code to − 1} of the m-row {@code x}. */
  private void reflect(int k, double[] x, int from, int to) {
    for (int j = from; j < to && tau[k] != 0; j++) {
      int shift = (j - k) * m;
      int first = k * (m + 1);
      double dot = x[first + shift];
      for (int p = first + 1; p < (k + 1) * m; p++) {
        dot += qr[p] * x[p + shift];
      }
      dot *= tau[k];
      x[first + shift] -= dot;
      for (int p = first + 1; p < (k + 1) * m; p++) {
        x[p + shift] -= dot * qr[p];
      }
    }
  }

  /**
   * The reciprocal condition number, in the 1-norm, of {@code R} with its columns scaled to length
   * one: how far the columns of A, whatever their lengths, are from being dependent. n³/3 flops.
   */
  public double columnIndependence() {
    double[] scaled = r.clone();
    for (int j = 0; j < n; j++) {
      double length = twoNorm(scaled, j * n);
      if (length == 0 || r[j * (n + 1)] == 0) {
        return 0;
      }
      for (int i = 0; i < n; i++) {
        scaled[i + j * n] /= length;
      }
    }
    double[] inverse = ColumnMajor.identity(n);
    if (n > 0) {
      ColumnMajor.KERNELS.solveTriangular(false, false, false, n, n, scaled, 0, n, inverse, 0, n);
    }
    double norms = ColumnMajor.oneNorm(n, scaled) * ColumnMajor.oneNorm(n, inverse);
    return n == 0 ? 1 : Double.isFinite(norms) ? 1 / norms : 0;
  }

  private double twoNorm(double[] x, int offset) {
    double scale = 0;
    for (int p = offset; p < offset + n; p++) {
      scale = Math.max(scale, Math.abs(x[p]));
    }
    double square = 0;
    for (int p = offset; p < offset + n && scale > 0; p++) {
      square += (x[p] / scale) * (x[p] / scale);
    }
    return scale * Math.sqrt(square);
  }
}
