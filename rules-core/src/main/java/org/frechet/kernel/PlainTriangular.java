package org.frechet.kernel;

/**
 * {@code B ← T⁻¹ B}, T triangular n×n, B n×r: n²r flops.
 *
 * <p>Recursive: solve for one half of the rows, subtract its part from the other half with one
 * product, solve for the other half. An upper triangular T differs only in the order of the halves,
 * and a transpose only in the strides.
 */
record PlainTriangular(boolean lower, boolean unitDiagonal, int r, PlainBlock t, PlainBlock b) {

  /** So few rows are solved by substitution in columns of B that are as they are. */
  private static final int FEW = 16;

  /** So few rows are solved by substitution in rows of B that have arrays of their own. */
  private static final int MANY = 256;

  /** Rows of B shorter than this are not worth a vectorised loop. */
  private static final int SHORT = 9;

  /** So many columns of B at a time, so that their rows stay in the second-level cache. */
  private static final int WIDE = 256;

  /** Solves for rows {@code from} to {@code to}, which no longer depend on any others. */
  void solve(int from, int to) {
    int middle = from + ((to - from) / 2 + 1) / 2 * 2;
    if (to - from <= (r < SHORT ? FEW : MANY)) {
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
        y += step * b.row;
        s += step * t.row;
        x[y] -= solved * t.entries[s];
      }
    }
  }

  /** With each row of B in an array of its own, two at a time, in the order of solving. */
  private void substituteRows(int from, int to, int q, int width) {
    PlainBlock columns = b.transposed();
    int step = lower ? 1 : -1;
    int first = first(from, to);
    double[][] rows = new double[to - from][];
    for (int p = 0; p < rows.length; p++) {
      rows[p] = columns.copy(q, first + p * step, width);
    }
    for (int p = 0; p < rows.length; p += 2) {
      substitutePair(rows, p, first, step);
    }
    for (int p = 0; p < rows.length; p++) {
      columns.put(q, first + p * step, width, rows[p]);
    }
  }

  private void substitutePair(double[][] rows, int p, int first, int step) {
    int i = first + p * step;
    boolean alone = p + 1 == rows.length;
    int across = step * t.column;
    int s = t.at(i, first);
    int u = alone ? s : t.at(i + step, first);
    double[] y = rows[p];
    double[] z = rows[alone ? p : p + 1];
    for (int solved = 0; solved < p; solved += 2, s += 2 * across, u += 2 * across) {
      double t0 = -t.entries[s];
      double t1 = -t.entries[s + across];
      if (alone) {
        PlainColumns.add(y, t0, rows[solved], t1, rows[solved + 1]);
      } else {
        double u0 = -t.entries[u];
        double u1 = -t.entries[u + across];
        PlainColumns.add(y, z, rows[solved], rows[solved + 1], t0, t1, u0, u1, y.length);
      }
    }
    divide(y, i);
    if (!alone) {
      PlainColumns.subtract(z, t.entries[u], y, 0, z.length);
      divide(z, i + step);
    }
  }

  private void divide(double[] row, int i) {
    if (!unitDiagonal) {
      PlainColumns.divide(row, t.entries[t.at(i, i)], 0, row.length);
    }
  }

  /** The row that is solved first. */
  private int first(int from, int to) {
    return lower ? from : to - 1;
  }
}
