package org.frechet.kernel;

/** {@code C ← C + α A B} of n×n matrices that are too small to be copied, column-major. */
final class PlainSmallSquare {

  /** Smaller ones have no tiles. */
  static final int SMALLEST = 3;

  private PlainSmallSquare() {}

  static void add(int n, double alpha, double[] a, double[] b, double[] c) {
    int j = 0;
    for (; j + 1 < n; j += 2) {
      int left = j * n;
      PlainPair.add(n, n, alpha, a, 0, n, b, left, left + n, c, left, left + n);
    }
    for (int i = 0; j < n && i < n; i++) {
      double sum = 0;
      for (int p = 0, s = i; p < n; p++, s += n) {
        sum += a[s] * b[j * n + p];
      }
      c[i + j * n] += alpha * sum;
    }
  }
}
