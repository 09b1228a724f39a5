package org.frechet.kernel;

/**
 * {@code P A = L U} with partial pivoting, in place: about 2n³/3 flops.
 *
 * <p>Recursive: factor the left half of the columns, carry it over to the right half, factor what
 * remains there. Nearly all work is then a large product, and no block size has to be tuned.
 * Reference: Toledo, Locality of reference in LU decomposition with partial pivoting, SIAM J.
 * Matrix Anal. Appl. 18 (1997).
 */
final class PlainLu {

  /** So many columns are factored directly. */
  private static final int PANEL = 128;

  /** Columns up to this length are not worth copying. */
  private static final int SHORT = 12;

  private final int m;
  private final PlainBlock a;
  private final int[] pivots;
  private int firstZero = -1;

  private PlainLu(int m, PlainBlock a, int[] pivots) {
    this.m = m;
    this.a = a;
    this.pivots = pivots;
  }

  /** See {@link Kernels#lu}. */
  static int factor(int m, int n, PlainBlock a, int[] pivots) {
    PlainLu lu = new PlainLu(m, a, pivots);
    lu.factor(0, n);
    return lu.firstZero;
  }

  /** Factors the block of the given columns and of the rows at and below its diagonal. */
  private void factor(int from, int to) {
    int steps = Math.min(m, to) - from;
    if (m - from <= SHORT) {
      factorTiny(from, to);
    } else if (to - from <= PANEL && to <= m) {
      factorPanel(from, to);
    } else {
      int middle = from + (steps / 2 + 1) / 2 * 2;
      factor(from, middle);
      carryOver(from, middle, to);
      factor(middle, to);
      swapRows(middle, Math.min(m, to), from, middle);
    }
  }

  /** {@code A₁₂ ← L₁₁⁻¹ P A₁₂}, then {@code A₂₂ ← P A₂₂ − L₂₁ A₁₂}. */
  private void carryOver(int from, int middle, int to) {
    swapRows(from, middle, middle, to);
    int n1 = middle - from;
    int n2 = to - middle;
    PlainBlock a12 = a.from(from, middle);
    new PlainTriangular(true, true, n2, a.from(from, from), a12).solve(0, n1);
    PlainBlock a21 = a.from(middle, from);
    new PlainProduct(m - middle, n2, n1, -1, a21, a12, a.from(middle, middle)).add();
  }

  private void swapRows(int firstStep, int endStep, int from, int to) {
    for (int j = from; j < to; j++) {
      int column = a.at(0, j);
      for (int step = firstStep; step < endStep; step++) {
        swap(a.entries, column + step, column + pivots[step]);
      }
    }
  }

  private static void swap(double[] entries, int i, int j) {
    double entry = entries[i];
    entries[i] = entries[j];
    entries[j] = entry;
  }

  /** Two steps, then both at once for the columns after them: half the loads and stores. */
  private void factorTiny(int from, int to) {
    int steps = Math.min(m, to);
    for (int j = from; j < steps; j++) {
      boolean regular = pivotAndDivide(j, from, to);
      if (regular && j + 1 < steps) {
        subtract(j, j + 1, j + 2);
        if (pivotAndDivide(j + 1, from, to)) {
          subtractTwo(j, to);
        } else {
          subtract(j, j + 2, to);
        }
        j++;
      } else if (regular) {
        subtract(j, j + 1, to);
      }
    }
  }

  /** Whether there is something to divide by. */
  private boolean pivotAndDivide(int j, int from, int to) {
    double[] x = a.entries;
    int column = a.at(0, j);
    if (!choosePivot(x, column, j)) {
      return false;
    }
    if (pivots[j] != j) {
      swapRows(j, j + 1, from, to);
    }
    double pivot = x[column + j];
    for (int i = column + j + 1; i < column + m; i++) {
      x[i] /= pivot;
    }
    return true;
  }

  /** Subtracts step j from the given columns after it. */
  private void subtract(int j, int from, int to) {
    double[] x = a.entries;
    int column = a.at(0, j);
    for (int q = from; q < to; q++) {
      int other = a.at(0, q);
      double t = x[other + j];
      for (int i = j + 1; i < m; i++) {
        x[other + i] -= t * x[column + i];
      }
    }
  }

  /** Subtracts steps j and j + 1 from the columns after them, two columns at a time. */
  private void subtractTwo(int j, int to) {
    int q = j + 2;
    for (; q + 1 < to; q += 2) {
      subtractTwo(j, a.at(0, q), a.at(0, q + 1));
    }
    if (q < to) {
      subtract(j, q, to);
      subtract(j + 1, q, to);
    }
  }

  private void subtractTwo(int j, int y, int z) {
    double[] x = a.entries;
    int c0 = a.at(0, j);
    int c1 = a.at(0, j + 1);
    double t0 = x[y + j];
    double u0 = x[z + j];
    double t1 = x[y + j + 1] - t0 * x[c0 + j + 1];
    double u1 = x[z + j + 1] - u0 * x[c0 + j + 1];
    x[y + j + 1] = t1;
    x[z + j + 1] = u1;
    for (int i = j + 2; i < m; i++) {
      double s0 = x[c0 + i];
      double s1 = x[c1 + i];
      x[y + i] = x[y + i] - t0 * s0 - t1 * s1;
      x[z + i] = x[z + i] - u0 * s0 - u1 * s1;
    }
  }

  /** Few long columns, each in an array of its own: all earlier ones into a pair, then the next. */
  private void factorPanel(int from, int to) {
    double[][] columns = new double[to - from][];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = a.copy(from, from + j, m - from);
    }
    for (int j = 0; j < columns.length; j += 2) {
      factorPair(columns, j, from);
    }
    for (int j = 0; j < columns.length; j++) {
      a.put(from, from + j, m - from, columns[j]);
    }
  }

  private void factorPair(double[][] columns, int j, int from) {
    double[] y = columns[j];
    double[] z = j + 1 < columns.length ? columns[j + 1] : null;
    for (int p = 0; p < j; p += 2) {
      double t = PlainColumns.substitute(y, p, columns[p]);
      double u = z == null ? 0 : PlainColumns.substitute(z, p, columns[p]);
      if (z == null) {
        PlainColumns.subtract(y, y[p], columns[p], t, columns[p + 1], p + 2);
      } else {
        PlainColumns.subtract(y, y[p], t, z, z[p], u, columns[p], columns[p + 1], p + 2);
      }
    }
    finish(columns, j, from);
    if (z != null) {
      PlainColumns.subtract(z, z[j], y, j + 1, z.length);
      finish(columns, j + 1, from);
    }
  }

  /** Pivots in column j, of which all earlier ones have been subtracted. */
  private void finish(double[][] columns, int j, int from) {
    double[] column = columns[j];
    if (choosePivot(column, -from, from + j)) {
      int pivot = pivots[from + j] - from;
      if (pivot != j) {
        for (double[] each : columns) {
          swap(each, j, pivot);
        }
      }
      PlainColumns.divide(column, column[j], j + 1, column.length);
    }
  }

  /**
   * The largest entry at or below the diagonal, or the first NaN, which must not be passed over: a
   * column of zeros and NaN is not singular. Returns whether there is something to divide by.
   */
  private boolean choosePivot(double[] column, int start, int j) {
    int best = j;
    double size = Math.abs(column[start + j]);
    for (int i = j + 1; i < m; i++) {
      double candidate = Math.abs(column[start + i]);
      if (candidate > size || Double.isNaN(candidate)) {
        best = i;
        size = candidate;
      }
    }
    pivots[j] = best;
    if (size == 0 && firstZero < 0) {
      firstZero = j;
    }
    return size != 0;
  }
}
