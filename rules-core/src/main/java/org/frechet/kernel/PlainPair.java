package org.frechet.kernel;

/**
 * {@code C ← C + α A B} for two columns C and three rows or more, which are contiguous in each
 * column: dot products in tiles of two columns, as high as the registers hold. What is next to each
 * other is indexed so, for the JIT to check the bounds of a tile once.
 */
final class PlainPair {

  private PlainPair() {}

  /**
   * Of m rows and k terms: A begins at entry {@code from} of its array, the columns of B at y and
   * z, those of C at left and right.
   */
  static void add(
      int m,
      int k,
      double alpha,
      double[] a,
      int from,
      int lda,
      double[] b,
      int y,
      int z,
      double[] c,
      int left,
      int right) {
    int height;
    for (int i = 0; i < m; i += height) {
      int f = from + i;
      int u = left + i;
      int v = right + i;
      height = height(m - i);
      switch (height) {
        case 5 -> addFive(k, alpha, a, f, lda, b, y, z, c, u, v);
        case 4 -> addFour(k, alpha, a, f, lda, b, y, z, c, u, v);
        default -> addThree(k, alpha, a, f, lda, b, y, z, c, u, v);
      }
    }
  }

  /** Of the next tile: five at most, and so that three rows or more, or none, are left. */
  private static int height(int rows) {
    return rows % 4 == 0 ? 4 : rows > 8 ? 5 : rows > 5 ? (rows + 1) / 2 : rows;
  }

  private static void addFive(
      int k,
      double alpha,
      double[] a,
      int from,
      int lda,
      double[] b,
      int y,
      int z,
      double[] c,
      int left,
      int right) {
    double y0 = 0;
    double y1 = 0;
    double y2 = 0;
    double y3 = 0;
    double y4 = 0;
    double z0 = 0;
    double z1 = 0;
    double z2 = 0;
    double z3 = 0;
    double z4 = 0;
    for (int p = 0, s = from; p < k; p++, s += lda) {
      double by = b[y + p];
      double bz = b[z + p];
      double a0 = a[s];
      double a1 = a[s + 1];
      double a2 = a[s + 2];
      double a3 = a[s + 3];
      double a4 = a[s + 4];
      y0 = PlainProduct.fma(a0, by, y0);
      z0 = PlainProduct.fma(a0, bz, z0);
      y1 = PlainProduct.fma(a1, by, y1);
      z1 = PlainProduct.fma(a1, bz, z1);
      y2 = PlainProduct.fma(a2, by, y2);
      z2 = PlainProduct.fma(a2, bz, z2);
      y3 = PlainProduct.fma(a3, by, y3);
      z3 = PlainProduct.fma(a3, bz, z3);
      y4 = PlainProduct.fma(a4, by, y4);
      z4 = PlainProduct.fma(a4, bz, z4);
    }
    c[left] += alpha * y0;
    c[left + 1] += alpha * y1;
    c[left + 2] += alpha * y2;
    c[left + 3] += alpha * y3;
    c[left + 4] += alpha * y4;
    c[right] += alpha * z0;
    c[right + 1] += alpha * z1;
    c[right + 2] += alpha * z2;
    c[right + 3] += alpha * z3;
    c[right + 4] += alpha * z4;
  }

  private static void addFour(
      int k,
      double alpha,
      double[] a,
      int from,
      int lda,
      double[] b,
      int y,
      int z,
      double[] c,
      int left,
      int right) {
    double y0 = 0;
    double y1 = 0;
    double y2 = 0;
    double y3 = 0;
    double z0 = 0;
    double z1 = 0;
    double z2 = 0;
    double z3 = 0;
    for (int p = 0, s = from; p < k; p++, s += lda) {
      double by = b[y + p];
      double bz = b[z + p];
      double a0 = a[s];
      double a1 = a[s + 1];
      double a2 = a[s + 2];
      double a3 = a[s + 3];
      y0 = PlainProduct.fma(a0, by, y0);
      z0 = PlainProduct.fma(a0, bz, z0);
      y1 = PlainProduct.fma(a1, by, y1);
      z1 = PlainProduct.fma(a1, bz, z1);
      y2 = PlainProduct.fma(a2, by, y2);
      z2 = PlainProduct.fma(a2, bz, z2);
      y3 = PlainProduct.fma(a3, by, y3);
      z3 = PlainProduct.fma(a3, bz, z3);
    }
    c[left] += alpha * y0;
    c[left + 1] += alpha * y1;
    c[left + 2] += alpha * y2;
    c[left + 3] += alpha * y3;
    c[right] += alpha * z0;
    c[right + 1] += alpha * z1;
    c[right + 2] += alpha * z2;
    c[right + 3] += alpha * z3;
  }

  private static void addThree(
      int k,
      double alpha,
      double[] a,
      int from,
      int lda,
      double[] b,
      int y,
      int z,
      double[] c,
      int left,
      int right) {
    double y0 = 0;
    double y1 = 0;
    double y2 = 0;
    double z0 = 0;
    double z1 = 0;
    double z2 = 0;
    for (int p = 0, s = from; p < k; p++, s += lda) {
      double by = b[y + p];
      double bz = b[z + p];
      double a0 = a[s];
      double a1 = a[s + 1];
      double a2 = a[s + 2];
      y0 = PlainProduct.fma(a0, by, y0);
      z0 = PlainProduct.fma(a0, bz, z0);
      y1 = PlainProduct.fma(a1, by, y1);
      z1 = PlainProduct.fma(a1, bz, z1);
      y2 = PlainProduct.fma(a2, by, y2);
      z2 = PlainProduct.fma(a2, bz, z2);
    }
    c[left] += alpha * y0;
    c[left + 1] += alpha * y1;
    c[left + 2] += alpha * y2;
    c[right] += alpha * z0;
    c[right + 1] += alpha * z1;
    c[right + 2] += alpha * z2;
  }
}
