package org.frechet.kernel;

/**
 * {@code C ← C + α A B}, m×k times k×n: 2mnk flops.
 *
 * <p>A transpose is the same array with its two strides exchanged, so every path serves all four
 * combinations of {@code op(A)} and {@code op(B)}, and {@code Cᵀ ← Cᵀ + α Bᵀ Aᵀ} as well.
 */
record PlainProduct(int m, int n, int k, double alpha, PlainBlock a, PlainBlock b, PlainBlock c) {

  /** Up to this many multiplications, copying costs more than it saves. */
  private static final int DIRECT = 3000;

  /** Columns shorter than this are not worth a vectorised loop. */
  private static final int SHORT = 8;

  /** With fewer columns in C, copying A costs more than vectorised loops save. */
  private static final int FEW = 4;

  /** With fewer rows in C, its transpose has the better loops. */
  private static final int NARROW = 16;

  private static final boolean FMA = !"false".equals(System.getProperty("org.frechet.kernel.fma"));

  /** Of n×n matrices. */
  static PlainProduct ofSquares(int n, double alpha, double[] a, double[] b, double[] c) {
    PlainBlock target = new PlainBlock(c, 0, 1, n);
    return new PlainProduct(
        n, n, n, alpha, new PlainBlock(a, 0, 1, n), new PlainBlock(b, 0, 1, n), target);
  }

  /** Whether a product of n×n matrices takes the path with copies. */
  static boolean isPacked(int n) {
    return (long) n * n * n > DIRECT;
  }

  /** Takes the path for the shape; an empty sum adds nothing, not even zero. */
  void add() {
    boolean small = (long) m * n * k <= DIRECT;
    if (k == 0) {
      return;
    }
    if (m < n && (m == 1 || (!small && m < NARROW))) {
      transposed().add();
    } else if (n == 1 || (!small && n < FEW)) {
      for (int j = 0; j < n; j++) {
        column(j).addTimesVector();
      }
    } else if (small || m < SHORT) {
      addDirectly();
    } else {
      new PlainPackedProduct(this, PlainPackedProduct.panel(m, k)).add();
    }
  }

  private PlainProduct transposed() {
    return new PlainProduct(n, m, k, alpha, b.transposed(), a.transposed(), c.transposed());
  }

  /** The part of the product that makes column j of C. */
  PlainProduct column(int j) {
    return new PlainProduct(m, 1, k, alpha, a, b.from(0, j), c.from(0, j));
  }

  /** Tiles of 4×2 and 2×2 dot products in registers; nothing is copied. */
  private void addDirectly() {
    int tall = m - 3;
    for (int j = 0; j < n; j += 2) {
      int i = 0;
      for (; i < tall && j + 1 < n; i += 4) {
        addTallTile(i, j);
      }
      for (; i < m; i += 2) {
        if (i + 1 < m && j + 1 < n) {
          addTile(i, j);
        } else {
          addEdge(i, j);
        }
      }
    }
  }

  private void addTallTile(int i, int j) {
    double[] x = a.entries;
    double[] y = b.entries;
    int down = a.row;
    double s00 = 0;
    double s10 = 0;
    double s20 = 0;
    double s30 = 0;
    double s01 = 0;
    double s11 = 0;
    double s21 = 0;
    double s31 = 0;
    for (int p = 0, s = a.at(i, 0), t = b.at(0, j); p < k; p++, s += a.column, t += b.row) {
      double y0 = y[t];
      double y1 = y[t + b.column];
      double x0 = x[s];
      double x1 = x[s + down];
      double x2 = x[s + 2 * down];
      double x3 = x[s + 3 * down];
      s00 = fma(x0, y0, s00);
      s01 = fma(x0, y1, s01);
      s10 = fma(x1, y0, s10);
      s11 = fma(x1, y1, s11);
      s20 = fma(x2, y0, s20);
      s21 = fma(x2, y1, s21);
      s30 = fma(x3, y0, s30);
      s31 = fma(x3, y1, s31);
    }
    addToColumn(c.at(i, j), s00, s10, s20, s30);
    addToColumn(c.at(i, j + 1), s01, s11, s21, s31);
  }

  private void addToColumn(int at, double s0, double s1, double s2, double s3) {
    double[] z = c.entries;
    z[at] += alpha * s0;
    z[at + c.row] += alpha * s1;
    z[at + 2 * c.row] += alpha * s2;
    z[at + 3 * c.row] += alpha * s3;
  }

  /** What is left of a tile at the last row or the last column. */
  private void addEdge(int i, int j) {
    addDot(i, j);
    if (i + 1 < m) {
      addDot(i + 1, j);
    } else if (j + 1 < n) {
      addDot(i, j + 1);
    }
  }

  private void addTile(int i, int j) {
    double[] x = a.entries;
    double[] y = b.entries;
    double s00 = 0;
    double s10 = 0;
    double s01 = 0;
    double s11 = 0;
    for (int p = 0, s = a.at(i, 0), t = b.at(0, j); p < k; p++, s += a.column, t += b.row) {
      double x0 = x[s];
      double x1 = x[s + a.row];
      double y0 = y[t];
      double y1 = y[t + b.column];
      s00 = fma(x0, y0, s00);
      s10 = fma(x1, y0, s10);
      s01 = fma(x0, y1, s01);
      s11 = fma(x1, y1, s11);
    }
    c.entries[c.at(i, j)] += alpha * s00;
    c.entries[c.at(i + 1, j)] += alpha * s10;
    c.entries[c.at(i, j + 1)] += alpha * s01;
    c.entries[c.at(i + 1, j + 1)] += alpha * s11;
  }

  private void addDot(int i, int j) {
    double sum = 0;
    for (int p = 0, s = a.at(i, 0), t = b.at(0, j); p < k; p++, s += a.column, t += b.row) {
      sum += a.entries[s] * b.entries[t];
    }
    c.entries[c.at(i, j)] += alpha * sum;
  }

  /** A times one column, in the order in which A lies in memory. */
  void addTimesVector() {
    if (a.row == 1) {
      int p = 0;
      for (; p + 3 < k; p += 4) {
        addFourColumns(p);
      }
      for (; p < k; p++) {
        addColumn(p);
      }
    } else {
      int i = 0;
      for (; i + 3 < m; i += 4) {
        addFourDots(i);
      }
      for (; i < m; i++) {
        addDot(i, 0);
      }
    }
  }

  /** Not vectorised, but C is loaded and stored only once for four columns of A. */
  private void addFourColumns(int p) {
    double[] x = a.entries;
    double[] y = c.entries;
    double t0 = alpha * b.entries[b.at(p, 0)];
    double t1 = alpha * b.entries[b.at(p + 1, 0)];
    double t2 = alpha * b.entries[b.at(p + 2, 0)];
    double t3 = alpha * b.entries[b.at(p + 3, 0)];
    int s0 = a.at(0, p);
    int s1 = a.at(0, p + 1);
    int s2 = a.at(0, p + 2);
    int s3 = a.at(0, p + 3);
    for (int i = 0, q = c.offset; i < m; i++, q += c.row) {
      y[q] = fma(x[s3 + i], t3, fma(x[s2 + i], t2, fma(x[s1 + i], t1, fma(x[s0 + i], t0, y[q]))));
    }
  }

  private void addColumn(int p) {
    double t = alpha * b.entries[b.at(p, 0)];
    int s = a.at(0, p);
    for (int i = 0, q = c.offset; i < m; i++, q += c.row) {
      c.entries[q] = fma(a.entries[s + i], t, c.entries[q]);
    }
  }

  private void addFourDots(int i) {
    double[] x = a.entries;
    double[] y = b.entries;
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int s0 = a.at(i, 0);
    int s1 = a.at(i + 1, 0);
    int s2 = a.at(i + 2, 0);
    int s3 = a.at(i + 3, 0);
    for (int p = 0, t = b.offset; p < k; p++, t += b.row) {
      sum0 = fma(x[s0 + p], y[t], sum0);
      sum1 = fma(x[s1 + p], y[t], sum1);
      sum2 = fma(x[s2 + p], y[t], sum2);
      sum3 = fma(x[s3 + p], y[t], sum3);
    }
    c.entries[c.at(i, 0)] += alpha * sum0;
    c.entries[c.at(i + 1, 0)] += alpha * sum1;
    c.entries[c.at(i + 2, 0)] += alpha * sum2;
    c.entries[c.at(i + 3, 0)] += alpha * sum3;
  }

  /** {@code x y + z}, see {@link PlainKernels} for the switch. */
  static double fma(double x, double y, double z) {
    return FMA ? Math.fma(x, y, z) : x * y + z;
  }
}
