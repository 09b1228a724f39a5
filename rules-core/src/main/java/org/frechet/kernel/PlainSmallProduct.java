package org.frechet.kernel;

/**
 * {@code C ← C + α A B} of matrices that are too small to be copied, none of them transposed: pairs
 * of columns, and the last one by itself.
 */
final class PlainSmallProduct {

  /** With fewer rows there are no tiles. */
  private static final int FEWEST_ROWS = 3;

  /** Up to this many multiplications, copies cost more than they save. */
  private static final int LARGEST = 3000;

  private PlainSmallProduct() {}

  /** Whether m×k times k×n is a shape for this; an empty sum is none, it does not add zeros. */
  static boolean isFor(int m, int n, int k) {
    return m >= FEWEST_ROWS && n > 1 && k > 0 && (long) m * n * k <= LARGEST;
  }

  static void add(
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb,
      double[] c,
      int cOffset,
      int ldc) {
    int y = bOffset;
    int left = cOffset;
    for (int j = 1; j < n; j += 2) {
      PlainPair.add(m, k, alpha, a, aOffset, lda, b, y, y + ldb, c, left, left + ldc);
      y += 2 * ldb;
      left += 2 * ldc;
    }
    if (n % 2 == 1) {
      addColumn(m, k, alpha, a, aOffset, lda, b, y, c, left);
    }
  }

  private static void addColumn(
      int m,
      int k,
      double alpha,
      double[] a,
      int from,
      int lda,
      double[] b,
      int y,
      double[] c,
      int to) {
    for (int i = 0; i < m; i++) {
      double sum = 0;
      for (int p = 0, s = from + i; p < k; p++, s += lda) {
        sum += a[s] * b[y + p];
      }
      c[to + i] += alpha * sum;
    }
  }
}
