package org.frechet.kernel.vector;

import java.util.Arrays;

/**
 * {@code C ← C + α A B}, m×k times k×n, in tiles of C that stay in registers, one after the other
 * along parts of A that stay in the cache: Goto and van de Geijn, ACM Trans. Math. Softw. 34(3):12,
 * 2008. C has contiguous columns.
 */
record VectorProduct(int m, int n, int k, double alpha, Strided a, Strided b, Strided c) {

  /** Rows and columns of the part of A. */
  private static final int PART_ROWS = 256 / VectorTile.ROWS * VectorTile.ROWS;

  private static final int PART_COLUMNS = 192;

  /** A part of A that is read this often or more is copied first. */
  private static final int OFTEN = 256;

  void add() {
    double[] edge = new double[VectorTile.ROWS * VectorTile.COLUMNS];
    for (int from = 0; from < k; from += PART_COLUMNS) {
      int depth = Math.min(PART_COLUMNS, k - from);
      double[] columns = new double[VectorTile.COLUMNS * depth];
      for (int top = 0; top < m; top += PART_ROWS) {
        addPart(top, Math.min(PART_ROWS, m - top), from, depth, columns, edge);
      }
    }
  }

  private void addPart(int top, int height, int from, int depth, double[] columns, double[] edge) {
    boolean inPlace = a.row() == 1 && n < OFTEN;
    int direct = inPlace ? height / VectorTile.ROWS * VectorTile.ROWS : 0;
    double[] copied = copy(top + direct, height - direct, from, depth);
    for (int j = 0; j < n; j += VectorTile.COLUMNS) {
      int width = Math.min(VectorTile.COLUMNS, n - j);
      for (int q = 0; q < width; q++) {
        b.copyColumn(from, j + q, depth, columns, q * depth);
      }
      for (int i = 0; i < height; i += VectorTile.ROWS) {
        boolean here = i < direct;
        double[] x = here ? a.entries() : copied;
        int at = here ? a.at(top + i, from) : (i - direct) * depth;
        int rows = Math.min(VectorTile.ROWS, height - i);
        boolean whole = rows == VectorTile.ROWS && width == VectorTile.COLUMNS;
        int to = c.at(top + i, j);
        VectorTile.add(
            depth,
            alpha,
            x,
            at,
            here ? a.column() : VectorTile.ROWS,
            columns,
            whole ? c.entries() : edge,
            whole ? to : 0,
            whole ? c.column() : VectorTile.ROWS);
        if (!whole) {
          addEdge(edge, rows, width, to);
        }
      }
    }
  }

  /** Rows of A as the tiles read them: panel after panel, the last one filled up with zeros. */
  private double[] copy(int top, int height, int from, int depth) {
    int panels = (height + VectorTile.ROWS - 1) / VectorTile.ROWS;
    double[] copied = new double[panels * VectorTile.ROWS * depth];
    for (int i = 0; i < height; i += VectorTile.ROWS) {
      int rows = Math.min(VectorTile.ROWS, height - i);
      for (int p = 0; p < depth; p++) {
        a.copyColumn(top + i, from + p, rows, copied, i * depth + p * VectorTile.ROWS);
      }
    }
    return copied;
  }

  private void addEdge(double[] edge, int rows, int width, int to) {
    for (int q = 0; q < width; q++) {
      for (int i = 0; i < rows; i++) {
        c.entries()[to + q * c.column() + i] += edge[q * VectorTile.ROWS + i];
      }
    }
    Arrays.fill(edge, 0);
  }
}
