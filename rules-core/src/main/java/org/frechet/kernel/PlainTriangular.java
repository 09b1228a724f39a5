package org.frechet.kernel;

/**
 * {@code B ← T⁻¹ B}, T triangular n×n, B n×r: n²r flops.
 *
 * <p>Recursive: solve for one half of the rows, subtract its part from the other half with one
 * product, solve for the other half. An upper triangular T differs only in the order of the halves,
 * and a transpose only in the strides.
 */
record PlainTriangular(boolean lower, boolean unitDiagonal, int r, PlainBlock t, PlainBlock b) {

  /** So few rows are solved by substitution. */
  private static final int FEW = 16;

  /** Rows of B shorter than this are not worth a vectorised loop. */
  private static final int SHORT = 16;

  /** So many columns of B at a time, so that their rows stay in the first-level cache. */
  private static final int WIDE = 256;

  /** Solves for rows {@code from} to {@code to}, which no longer depend on any others. */
  void solve(int from, int to) {
    int middle = from + ((to - from) / 2 + 1) / 2 * 2;
    if (to - from <= FEW) {
      substitute(from, to);
    } else if (lower) {
      solve(from, middle);
      eliminate(middle, to, from, middle);
      solve(middle, to);
    } else {
      solve(middle, to);
      eliminate(from, middle, middle, to);
      solve(from, middle);
    }
  }

  /** {@code Bᵢ ← Bᵢ − Tᵢₛ Bₛ}: subtracts the part of the solved rows S from the rows I. */
  private void eliminate(int from, int to, int solvedFrom, int solvedTo) {
    PlainBlock factor = t.from(from, solvedFrom);
    PlainBlock solved = b.from(solvedFrom, 0);
    PlainBlock rest = b.from(from, 0);
    new PlainProduct(to - from, r, solvedTo - solvedFrom, -1, factor, solved, rest).add();
  }

  private void substitute(int from, int to) {
    if (r < SHORT) {
      for (int q = 0; q < r; q++) {
        substituteColumn(from, to, q);
      }
    } else {
      for (int q = 0; q < r; q += WIDE) {
        substituteRows(from, to, q, Math.min(WIDE, r - q));
      }
    }
  }

  private void substituteColumn(int from, int to, int q) {
    double[] x = b.entries;
    int step = lower ? 1 : -1;
    for (int i = first(from, to), rest = to - from - 1; rest >= 0; i += step, rest--) {
      int y = b.at(i, q);
      if (!unitDiagonal) {
        x[y] /= t.entries[t.at(i, i)];
      }
      double solved = x[y];
      int s = t.at(i, i);
      for (int p = 0; p < rest; p++) {
        y += step;
        s += step * t.row;
        x[y] -= solved * t.entries[s];
      }
    }
  }

  /** With each row of B in an array of its own, in the order in which they are solved. */
  private void substituteRows(int from, int to, int q, int width) {
    PlainBlock columns = b.transposed();
    int step = lower ? 1 : -1;
    int first = first(from, to);
    double[][] rows = new double[to - from][width];
    for (int p = 0; p < rows.length; p++) {
      columns.get(q, first + p * step, width, rows[p]);
    }
    for (int p = 0; p < rows.length; p++) {
      int i = first + p * step;
      subtractSolved(rows, p, t.at(i, first), step * t.column);
      if (!unitDiagonal) {
        PlainColumns.divide(rows[p], t.entries[t.at(i, i)], 0, width);
      }
      columns.put(q, i, width, rows[p]);
    }
  }

  /** Subtracts the rows before one; their factors lie in T, the given step apart. */
  private void subtractSolved(double[][] rows, int row, int start, int step) {
    double[] y = rows[row];
    int p = 0;
    int s = start;
    for (; p + 1 < row; p += 2, s += 2 * step) {
      double t0 = t.entries[s];
      double t1 = t.entries[s + step];
      PlainColumns.subtract(y, t0, rows[p], t1, rows[p + 1]);
    }
    if (p < row) {
      PlainColumns.subtract(y, t.entries[s], rows[p], 0, y.length);
    }
  }

  /** The row that is solved first. */
  private int first(int from, int to) {
    return lower ? from : to - 1;
  }
}
