package org.frechet.linalg.kernel;

/**
 * An upper quasi-triangular matrix {@code [[A, C], [0, B]]}, cut in two between its diagonal
 * blocks: how a primary matrix function of it is found by recursion (Deadman, Higham and Ralha,
 * Lecture Notes in Computer Science 7782:171, 2013), with one Sylvester equation for the corner.
 *
 * @param m the order of A
 * @param n the order of B
 * @param upper {@code A}
 * @param corner {@code C}
 * @param lower {@code B}
 */
record BlockTriangular(int m, int n, double[] upper, double[] corner, double[] lower) {

  /** Cuts a matrix of at least two diagonal blocks about half way, not through a 2×2 block. */
  static BlockTriangular halves(int order, double[] t) {
    int half = order / 2;
    return at(t[half + (half - 1) * order] == 0 ? half : half + 1, order, t);
  }

  /** Cuts after m rows and columns. */
  static BlockTriangular at(int m, int order, double[] t) {
    int n = order - m;
    return new BlockTriangular(
        m,
        n,
        block(order, t, 0, 0, m, m),
        block(order, t, 0, m, m, n),
        block(order, t, m, m, n, n));
  }

  /** Whether a matrix is one diagonal block, or empty. */
  static boolean isOneBlock(int order, double[] t) {
    return order < 2 || order == 2 && t[1] != 0;
  }

  /** The whole matrix. */
  double[] joined() {
    int order = m + n;
    double[] t = new double[order * order];
    for (int j = 0; j < m; j++) {
      System.arraycopy(upper, j * m, t, j * order, m);
    }
    for (int j = 0; j < n; j++) {
      System.arraycopy(corner, j * m, t, (m + j) * order, m);
      System.arraycopy(lower, j * n, t, (m + j) * order + m, n);
    }
    return t;
  }

  private static double[] block(int order, double[] t, int i, int j, int rows, int columns) {
    double[] block = new double[rows * columns];
    for (int k = 0; k < columns; k++) {
      System.arraycopy(t, i + (j + k) * order, block, k * rows, rows);
    }
    return block;
  }
}
