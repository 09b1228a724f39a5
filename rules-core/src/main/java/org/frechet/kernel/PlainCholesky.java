package org.frechet.kernel;

/**
 * {@code A = L Lᵀ} in place, lower triangle only: n³/3 flops.
 *
 * <p>Left-looking by blocks of columns: one product subtracts all earlier columns from a copy of
 * the block, so that the strict upper triangle is neither read nor written.
 */
final class PlainCholesky {

  /** So small a matrix is factored directly. */
  private static final int TINY = 20;

  /** Up to this size narrow blocks of columns are better. */
  private static final int SMALL = 100;

  private final int n;
  private final PlainBlock a;

  private PlainCholesky(int n, PlainBlock a) {
    this.n = n;
    this.a = a;
  }

  /** See {@link Kernels#cholesky}. */
  static int factor(int n, PlainBlock a) {
    PlainCholesky cholesky = new PlainCholesky(n, a);
    return n <= TINY ? cholesky.factorTiny() : cholesky.factorBlocks(n <= SMALL ? 12 : 24);
  }

  private int factorTiny() {
    for (int j = 0; j < n; j++) {
      double pivot = a.entries[a.at(j, j)];
      if (!(pivot > 0)) {
        return j;
      }
      eliminate(j, Math.sqrt(pivot));
    }
    return -1;
  }

  /** Divides column j by the root of its pivot and subtracts its products from those after it. */
  private void eliminate(int j, double root) {
    double[] x = a.entries;
    int column = a.at(0, j);
    x[column + j] = root;
    for (int i = j + 1; i < n; i++) {
      x[column + i] /= root;
    }
    for (int q = j + 1; q < n; q++) {
      int other = a.at(0, q);
      double t = x[column + q];
      for (int i = q; i < n; i++) {
        x[other + i] -= t * x[column + i];
      }
    }
  }

  private int factorBlocks(int width) {
    for (int from = 0; from < n; from += width) {
      int failed = factorBlock(from, Math.min(n, from + width));
      if (failed >= 0) {
        return failed;
      }
    }
    return -1;
  }

  /** The given columns, from their diagonal down; the columns before them are finished. */
  private int factorBlock(int from, int to) {
    double[][] columns = subtractFinished(from, to);
    int rows = n - from;
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      for (int p = 0; p < j; p++) {
        PlainColumns.subtract(column, columns[p][j], columns[p], j, rows);
      }
      if (!(column[j] > 0)) {
        return from + j;
      }
      column[j] = Math.sqrt(column[j]);
      PlainColumns.divide(column, column[j], j + 1, rows);
      System.arraycopy(column, j, a.entries, a.at(from + j, from + j), rows - j);
    }
    return -1;
  }

  /** A copy of the given columns, {@code A₂ − L₁ L₁ᵀ}; above the diagonal it has no meaning. */
  private double[][] subtractFinished(int from, int to) {
    int rows = n - from;
    int width = to - from;
    double[] copy = new double[rows * width];
    for (int j = 0; j < width; j++) {
      System.arraycopy(a.entries, a.at(from + j, from + j), copy, j * rows + j, rows - j);
    }
    PlainBlock finished = a.from(from, 0);
    PlainBlock block = new PlainBlock(copy, 0, 1, rows);
    new PlainProduct(rows, width, from, -1, finished, finished.transposed(), block).add();
    double[][] columns = new double[width][rows];
    for (int j = 0; j < width; j++) {
      block.get(0, j, rows, columns[j]);
    }
    return columns;
  }
}
