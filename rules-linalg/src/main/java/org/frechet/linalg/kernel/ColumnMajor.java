package org.frechet.linalg.kernel;

import org.frechet.kernel.Kernels;

/** Column-major {@code double[]} matrices: the checks, norms and products the algorithms share. */
public final class ColumnMajor {

  static final Kernels KERNELS = Kernels.best();

  private ColumnMajor() {}

  static double[] identity(int n) {
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      a[i + i * n] = 1;
    }
    return a;
  }

  /** {@code op(A) op(B)}, where {@code op(A)} is m×k and {@code op(B)} is k×n. */
  static double[] product(
      boolean transposeA, boolean transposeB, int m, int n, int k, double[] a, double[] b) {
    double[] c = new double[m * n];
    if (c.length > 0 && k > 0) {
      int lda = transposeA ? k : m;
      int ldb = transposeB ? n : k;
      KERNELS.multiply(transposeA, transposeB, m, n, k, 1, a, 0, lda, b, 0, ldb, c, 0, m);
    }
    return c;
  }

  /** The largest absolute entry. */
  static double maxNorm(double[] a) {
    double largest = 0;
    for (double entry : a) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest;
  }

  /** The binary exponent of the largest entry; 0 for a zero matrix. */
  static int exponent(double[] a) {
    double largest = maxNorm(a);
    return largest == 0 ? 0 : Math.getExponent(largest);
  }

  /** Whether all entries are 0. */
  static boolean isZero(double[] a) {
    for (double entry : a) {
      if (entry != 0) {
        return false;
      }
    }
    return true;
  }

  /** The largest column sum of absolute values of an n×n matrix. */
  static double oneNorm(int n, double[] a) {
    double largest = 0;
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int p = j * n; p < (j + 1) * n; p++) {
        sum += Math.abs(a[p]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  /** {@code 2^exponent A}: exact, unless an entry leaves the range of double. */
  static double[] scalb(double[] a, int exponent) {
    double[] scaled = new double[a.length];
    double factor = Math.scalb(1.0, exponent);
    boolean representable = Math.getExponent(factor) == exponent;
    for (int p = 0; p < a.length; p++) {
      scaled[p] = representable ? factor * a[p] : Math.scalb(a[p], exponent);
    }
    return scaled;
  }

  static void negate(double[] a) {
    for (int p = 0; p < a.length; p++) {
      a[p] = -a[p];
    }
  }

  /** Whether an array has n² entries that are those of a matrix equal to its transpose. */
  public static boolean isSymmetric(int n, double[] a) {
    boolean symmetric = a.length == n * n;
    for (int j = 0; j < n && symmetric; j++) {
      for (int i = j + 1; i < n && symmetric; i++) {
        symmetric = a[i + j * n] == a[j + i * n];
      }
    }
    return symmetric;
  }

  /** {@code A ← Aᵀ}, n×n, in place. */
  public static void transpose(int n, double[] a) {
    for (int j = 0; j < n; j++) {
      for (int i = j + 1; i < n; i++) {
        double held = a[i + j * n];
        a[i + j * n] = a[j + i * n];
        a[j + i * n] = held;
      }
    }
  }

  static void requireSize(String operation, String name, int rows, int columns, double[] a) {
    if (rows < 0 || columns < 0 || a.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          String.format(
              "%s: %s has %d entries, but is to be %d×%d",
              operation, name, a.length, rows, columns));
    }
  }

  /** Refuses NaN and infinities, on which an iteration would not end. */
  static void requireFinite(String operation, String name, int rows, double[] a) {
    for (int p = 0; p < a.length; p++) {
      if (!Double.isFinite(a[p])) {
        throw new IllegalArgumentException(
            String.format(
                "%s: %s has the entry %s at (%d, %d); every entry must be finite",
                operation, name, a[p], p % rows, p / rows));
      }
    }
  }
}
