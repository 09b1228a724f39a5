package org.frechet.benchmarks;

/** The likelihood of {@link KalmanBenchmark} in loops over column-major arrays, none made twice. */
final class KalmanByHand {

  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final int n;
  private final int m;
  private final double[] f;
  private final double[] h;
  private final double[] q;
  private final double[] r;
  private final double[] x;
  private final double[] moved;
  private final double[] z;
  private final double[] w;
  private final double[] l;
  private final double[] half;

  /** A state of n numbers, of which m are seen; q and r are lower triangular factors. */
  KalmanByHand(int n, int m, double[] f, double[] h, double[] q, double[] r) {
    this.n = n;
    this.m = m;
    this.f = f;
    this.h = h;
    this.q = squared(n, q);
    this.r = squared(m, r);
    this.x = new double[n];
    this.moved = new double[n];
    this.z = new double[m];
    this.w = new double[m * n];
    this.l = new double[m * m];
    this.half = new double[n * n];
  }

  double logLikelihood(double[] series) {
    double[] p = stationary();
    double sum = series.length * LOG_TWO_PI;
    for (int t = 0; t < series.length; t += m) {
      sum += see(p, series, t);
      move(p);
    }
    return -sum / 2;
  }

  /** Takes in one observation, and returns what it adds to −2 log likelihood. */
  private double see(double[] p, double[] series, int t) {
    product(m, n, n, h, p, w);
    System.arraycopy(r, 0, l, 0, l.length);
    addTimesTransposed(m, m, n, w, h, l);
    double sum = factor();
    for (int i = 0; i < m; i++) {
      z[i] = series[t + i];
      for (int k = 0; k < n; k++) {
        z[i] -= h[i + k * m] * x[k];
      }
    }
    solve(1, z);
    solve(n, w);
    for (int i = 0; i < m; i++) {
      sum += z[i] * z[i];
    }
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < m; k++) {
        x[j] += w[k + j * m] * z[k];
      }
    }
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < m; k++) {
          p[i + j * n] -= w[k + i * m] * w[k + j * m];
        }
      }
    }
    return sum;
  }

  private void move(double[] p) {
    product(n, 1, n, f, x, moved);
    System.arraycopy(moved, 0, x, 0, n);
    product(n, n, n, f, p, half);
    System.arraycopy(q, 0, p, 0, p.length);
    addTimesTransposed(n, n, n, half, f, p);
  }

  /** {@code S = L Lᵀ} in place, and {@code log det S}. */
  private double factor() {
    double determinant = 1;
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < j; k++) {
        for (int i = j; i < m; i++) {
          l[i + j * m] -= l[i + k * m] * l[j + k * m];
        }
      }
      double pivot = Math.sqrt(l[j + j * m]);
      for (int i = j; i < m; i++) {
        l[i + j * m] /= pivot;
      }
      determinant *= pivot;
    }
    return 2 * Math.log(determinant);
  }

  /** {@code B ← L⁻¹ B}. */
  private void solve(int columns, double[] b) {
    for (int j = 0; j < columns * m; j += m) {
      for (int i = 0; i < m; i++) {
        for (int k = 0; k < i; k++) {
          b[i + j] -= l[i + k * m] * b[k + j];
        }
        b[i + j] /= l[i + i * m];
      }
    }
  }

  /** {@code P = Σ Fᵏ Q (Fᵏ)ᵀ} by doubling: Smith, SIAM J. Appl. Math. 16 (1968). */
  private double[] stationary() {
    double[] p = q.clone();
    double[] power = f.clone();
    double[] next = new double[n * n];
    for (double change = 1; change > 1e-17; ) {
      product(n, n, n, power, p, half);
      double[] before = p.clone();
      addTimesTransposed(n, n, n, half, power, p);
      change = 0;
      for (int i = 0; i < p.length; i++) {
        change = Math.max(change, Math.abs(p[i] - before[i]) / Math.abs(p[0]));
      }
      product(n, n, n, power, power, next);
      System.arraycopy(next, 0, power, 0, power.length);
    }
    return p;
  }

  private static double[] squared(int n, double[] factor) {
    double[] square = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        for (int k = 0; k <= Math.min(i, j); k++) {
          square[i + j * n] += factor[i + k * n] * factor[j + k * n];
        }
      }
    }
    return square;
  }

  /** {@code C ← A B}. */
  private static void product(
      int rows, int columns, int inner, double[] a, double[] b, double[] c) {
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        double sum = 0;
        for (int k = 0; k < inner; k++) {
          sum += a[i + k * rows] * b[k + j * inner];
        }
        c[i + j * rows] = sum;
      }
    }
  }

  /** {@code C ← C + A Bᵀ}. */
  private static void addTimesTransposed(
      int rows, int columns, int inner, double[] a, double[] b, double[] c) {
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        double sum = 0;
        for (int k = 0; k < inner; k++) {
          sum += a[i + k * rows] * b[j + k * columns];
        }
        c[i + j * rows] += sum;
      }
    }
  }
}
