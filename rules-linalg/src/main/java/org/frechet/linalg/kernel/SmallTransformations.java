package org.frechet.linalg.kernel;

/**
 * Rotations of two neighbouring rows or columns, and reflections of three, applied in place to an
 * n×n matrix (Golub and Van Loan, Matrix Computations, 4th edition, section 5.1).
 */
final class SmallTransformations {

  private SmallTransformations() {}

  /** Rows i, i+1 become {@code Gᵀ} times them, {@code G = [c −s; s c]}, in columns from..to−1. */
  static void rotateRows(double[] a, int n, int i, double c, double s, int from, int to) {
    for (int p = i + from * n; p < to * n; p += n) {
      double x = a[p];
      double y = a[p + 1];
      a[p] = c * x + s * y;
      a[p + 1] = c * y - s * x;
    }
  }

  /** Columns j, j+1 become themselves times {@code G = [c −s; s c]}, in rows 0..rows−1. */
  static void rotateColumns(double[] a, int n, int j, double c, double s, int rows) {
    int left = j * n;
    int right = left + n;
    for (int i = 0; i < rows; i++) {
      double x = a[left + i];
      double y = a[right + i];
      a[left + i] = c * x + s * y;
      a[right + i] = c * y - s * x;
    }
  }

  /**
   * Rows i..i+2 become {@code I − τ v vᵀ} times them, {@code v = (1, v2, v3)}, in columns from...
   */
  static void reflectRows(double[] a, int n, int i, double tau, double v2, double v3, int from) {
    for (int p = i + from * n; p < n * n; p += n) {
      double sum = tau * (a[p] + v2 * a[p + 1] + v3 * a[p + 2]);
      a[p] -= sum;
      a[p + 1] -= sum * v2;
      a[p + 2] -= sum * v3;
    }
  }

  /** Columns j..j+2 become themselves times {@code I − τ v vᵀ}, in rows 0..rows−1. */
  static void reflectColumns(double[] a, int n, int j, double tau, double v2, double v3, int rows) {
    int first = j * n;
    int second = first + n;
    int third = second + n;
    for (int i = 0; i < rows; i++) {
      double sum = tau * (a[first + i] + v2 * a[second + i] + v3 * a[third + i]);
      a[first + i] -= sum;
      a[second + i] -= sum * v2;
      a[third + i] -= sum * v3;
    }
  }
}
