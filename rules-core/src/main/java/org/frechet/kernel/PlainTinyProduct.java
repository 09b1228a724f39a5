package org.frechet.kernel;

/**
 * {@code C ← C + α A B} of at most {@link #LARGEST} rows, columns and terms, by plain dot products:
 * there the description of the blocks would take longer than the arithmetic.
 */
final class PlainTinyProduct {

  static final int LARGEST = 4;

  private PlainTinyProduct() {}

  /** The strides of A and B lead to the next row and to the next column; C is column-major. */
  static void add(
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int aOffset,
      int aRow,
      int aColumn,
      double[] b,
      int bOffset,
      int bRow,
      int bColumn,
      double[] c,
      int cOffset,
      int ldc) {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        double sum = 0;
        for (int p = 0, s = aOffset + i * aRow, t = bOffset + j * bColumn; p < k; p++) {
          sum += a[s] * b[t];
          s += aColumn;
          t += bRow;
        }
        c[cOffset + i + j * ldc] += alpha * sum;
      }
    }
  }

  /** {@code C ← C + α A B} of 3×3 matrices, the same sums: the loops are unrolled as a whole. */
  static void addThree(double alpha, double[] a, double[] b, double[] c) {
    for (int j = 0; j < 9; j += 3) {
      double b0 = b[j];
      double b1 = b[j + 1];
      double b2 = b[j + 2];
      c[j] += alpha * (a[0] * b0 + a[3] * b1 + a[6] * b2);
      c[j + 1] += alpha * (a[1] * b0 + a[4] * b1 + a[7] * b2);
      c[j + 2] += alpha * (a[2] * b0 + a[5] * b1 + a[8] * b2);
    }
  }
}
