package org.frechet.kernel;

/**
 * {@code B ← T⁻¹ B}, T triangular, of a few rows and columns, as {@link PlainTriangular} has it: by
 * dot products in tiles of 2×2, each of which is loaded and stored once. Nothing is fused, so a
 * column comes out as it does alone.
 */
record PlainTinyTriangular(boolean lower, boolean unitDiagonal, int r, PlainBlock t, PlainBlock b) {

  private static final int MOST_ROWS = 16;
  private static final int MOST_COLUMNS = 8;

  /** With fewer rows, where they are contiguous, plain substitution is as fast. */
  private static final int FEWEST_CONTIGUOUS = 4;

  /** Whether n×n and n×r is a shape for this. */
  static boolean isFor(int n, int r, boolean contiguousRows) {
    int fewest = contiguousRows ? FEWEST_CONTIGUOUS : 1;
    return r > 1 && r <= MOST_COLUMNS && n >= fewest && n <= MOST_ROWS;
  }

  /** Two rows and two columns at a time, in the order of solving. */
  void solve(int n) {
    int step = lower ? 1 : -1;
    int first = lower ? 0 : n - 1;
    for (int p = 0; p < n; p += 2) {
      int i = first + p * step;
      boolean pair = p + 1 < n;
      for (int q = 0; q < r; q += 2) {
        if (pair && q + 1 < r) {
          substituteTile(first, p, i, q);
        } else {
          substituteEdge(first, p, i, q, pair);
        }
      }
    }
  }

  /** Entries (i, q) to (i ± 1, q + 1), where the first p rows are solved. */
  private void substituteTile(int first, int p, int i, int q) {
    int step = lower ? 1 : -1;
    double[] x = b.entries;
    double[] f = t.entries;
    int at = b.at(i, q);
    int below = at + step * b.row;
    double y0 = x[at];
    double y1 = x[at + b.column];
    double z0 = x[below];
    double z1 = x[below + b.column];
    int across = step * t.column;
    int down = step * t.row;
    int u = t.at(i, first);
    int solved = b.at(first, q);
    for (int s = 0; s < p; s++, u += across, solved += step * b.row) {
      double x0 = x[solved];
      double x1 = x[solved + b.column];
      y0 -= f[u] * x0;
      y1 -= f[u] * x1;
      z0 -= f[u + down] * x0;
      z1 -= f[u + down] * x1;
    }
    y0 = unitDiagonal ? y0 : y0 / f[u];
    y1 = unitDiagonal ? y1 : y1 / f[u];
    z0 -= y0 * f[u + down];
    z1 -= y1 * f[u + down];
    x[at] = y0;
    x[at + b.column] = y1;
    x[below] = unitDiagonal ? z0 : z0 / f[u + down + across];
    x[below + b.column] = unitDiagonal ? z1 : z1 / f[u + down + across];
  }

  /** What is left of a tile at the last row or the last column. */
  private void substituteEdge(int first, int p, int i, int q, boolean pair) {
    substituteEntry(first, p, i, q);
    if (pair) {
      substituteEntry(first, p + 1, i + (lower ? 1 : -1), q);
    } else if (q + 1 < r) {
      substituteEntry(first, p, i, q + 1);
    }
  }

  private void substituteEntry(int first, int p, int i, int q) {
    int step = lower ? 1 : -1;
    double y = b.entries[b.at(i, q)];
    int u = t.at(i, first);
    int solved = b.at(first, q);
    for (int s = 0; s < p; s++, u += step * t.column, solved += step * b.row) {
      y -= t.entries[u] * b.entries[solved];
    }
    b.entries[b.at(i, q)] = unitDiagonal ? y : y / t.entries[u];
  }
}
