package org.frechet.linalg.kernel;

/**
 * {@code A = Q T Qᴴ} with a unitary {@code Q} and an upper triangular {@code T}, both complex: what
 * becomes of a real Schur form when each 2×2 block is turned into triangular form. Complex arrays
 * are pairs of real ones, column-major.
 */
final class ComplexTriangle {

  private static final double LARGE = 1e100;

  private final int n;
  private final double[] tr;
  private final double[] ti;
  private final double[] qr;
  private final double[] qi;
  private final double[] xr;
  private final double[] xi;

  private ComplexTriangle(RealSchur schur) {
    this.n = schur.n();
    this.tr = schur.t();
    this.ti = new double[n * n];
    this.qr = schur.q();
    this.qi = new double[n * n];
    this.xr = new double[n * n];
    this.xi = new double[n * n];
  }

  /** The complex Schur form, and the eigenvectors of its triangle. */
  static ComplexTriangle of(RealSchur schur) {
    ComplexTriangle triangle = new ComplexTriangle(schur);
    double smallest = Math.ulp(1.0) * Math.max(ColumnMajor.maxNorm(triangle.tr), Double.MIN_NORMAL);
    for (int k = 0; k + 1 < schur.n(); k++) {
      if (schur.startsPair(k)) {
        triangle.split(k, schur.re(k), schur.im(k));
      }
    }
    for (int j = 0; j < schur.n(); j++) {
      triangle.substitute(j, smallest);
    }
    return triangle;
  }

  /** V = Q X, where X holds the eigenvectors of T. */
  double[][] eigenvectors() {
    return new double[][] {
      difference(product(qr, xr), product(qi, xi)), sum(product(qr, xi), product(qi, xr))
    };
  }

  /** V⁻¹ = X⁻¹ Qᴴ. */
  double[][] inverseEigenvectors() {
    double[] yr = ColumnMajor.identity(n);
    double[] yi = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int k = j; k >= 0; k--) {
        divide(yr, yi, k + j * n, xr[k * (n + 1)], xi[k * (n + 1)]);
        eliminate(yr, yi, j, k, xr, xi);
      }
    }
    return new double[][] {
      sum(productTransposed(yr, qr), productTransposed(yi, qi)),
      difference(productTransposed(yi, qr), productTransposed(yr, qi))
    };
  }

  /** {@code Gᴴ T G} with {@code G = [b iω; iω b] / r}, whose first column is an eigenvector. */
  private void split(int k, double re, double im) {
    double b = tr[k + (k + 1) * n];
    double r = Math.hypot(b, im);
    double c = b / r;
    double s = im / r;
    for (int j = 0; j < n; j++) {
      rotate(tr, ti, k + j * n, k + 1 + j * n, c, -s);
    }
    for (int i = 0; i < n; i++) {
      rotate(tr, ti, i + k * n, i + (k + 1) * n, c, s);
      rotate(qr, qi, i + k * n, i + (k + 1) * n, c, s);
    }
    tr[k * (n + 1)] = re;
    ti[k * (n + 1)] = im;
    tr[(k + 1) * (n + 1)] = re;
    ti[(k + 1) * (n + 1)] = -im;
    tr[k + 1 + k * n] = 0;
    ti[k + 1 + k * n] = 0;
  }

  /** {@code (x, y) ← (c x + i s y, i s x + c y)}. */
  private static void rotate(double[] re, double[] im, int p, int q, double c, double s) {
    double xr = c * re[p] - s * im[q];
    double xi = c * im[p] + s * re[q];
    re[q] = c * re[q] - s * im[p];
    im[q] = c * im[q] + s * re[p];
    re[p] = xr;
    im[p] = xi;
  }

  /**
   * Column j of X: {@code (T − t[j, j]) x = 0}, x upper triangular; a zero gap becomes a tiny one.
   */
  private void substitute(int j, double smallest) {
    for (int i = 0; i < j; i++) {
      xr[i + j * n] = -tr[i + j * n];
      xi[i + j * n] = -ti[i + j * n];
    }
    xr[j * (n + 1)] = 1;
    for (int k = j - 1; k >= 0; k--) {
      double gapRe = tr[k * (n + 1)] - tr[j * (n + 1)];
      double gapIm = ti[k * (n + 1)] - ti[j * (n + 1)];
      boolean tiny = Math.hypot(gapRe, gapIm) < smallest;
      divide(xr, xi, k + j * n, tiny ? smallest : gapRe, tiny ? 0 : gapIm);
      if (Math.hypot(xr[k + j * n], xi[k + j * n]) > LARGE) {
        shrink(j);
      }
      eliminate(xr, xi, j, k, tr, ti);
    }
  }

  private void shrink(int j) {
    for (int p = j * n; p < (j + 1) * n; p++) {
      xr[p] /= LARGE;
      xi[p] /= LARGE;
    }
  }

  /** {@code y[0…k−1, j] −= u[0…k−1, k] y[k, j]}. */
  private void eliminate(double[] yr, double[] yi, int j, int k, double[] ur, double[] ui) {
    double re = yr[k + j * n];
    double im = yi[k + j * n];
    for (int i = 0; i < k; i++) {
      double a = ur[i + k * n];
      double b = ui[i + k * n];
      yr[i + j * n] -= a * re - b * im;
      yi[i + j * n] -= a * im + b * re;
    }
  }

  /** Smith's division, which does not overflow before its result does. */
  private static void divide(double[] re, double[] im, int p, double c, double d) {
    double a = re[p];
    double b = im[p];
    if (Math.abs(c) >= Math.abs(d)) {
      double ratio = d / c;
      double denominator = c + d * ratio;
      re[p] = (a + b * ratio) / denominator;
      im[p] = (b - a * ratio) / denominator;
    } else {
      double ratio = c / d;
      double denominator = c * ratio + d;
      re[p] = (a * ratio + b) / denominator;
      im[p] = (b * ratio - a) / denominator;
    }
  }

  private double[] product(double[] a, double[] b) {
    return ColumnMajor.product(false, false, n, n, n, a, b);
  }

  private double[] productTransposed(double[] a, double[] b) {
    return ColumnMajor.product(false, true, n, n, n, a, b);
  }

  private static double[] sum(double[] a, double[] b) {
    double[] c = a.clone();
    for (int p = 0; p < c.length; p++) {
      c[p] += b[p];
    }
    return c;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] c = a.clone();
    for (int p = 0; p < c.length; p++) {
      c[p] -= b[p];
    }
    return c;
  }
}
