package org.frechet.kernel;

/**
 * {@code B ← B T⁻¹} for a triangular T, n×n, and a small B, r×n: two columns at a time, from which
 * the part of those that are solved is subtracted at once.
 */
final class PlainSmallRight {

  /** With more rows or columns, vectorised loops over copies are faster. */
  private static final int LARGEST = 16;

  /** With fewer rows there are no tiles. */
  private static final int FEWEST_ROWS = 3;

  private final int r;
  private final double[] t;
  private final int tOffset;
  private final int ldt;
  private final double[] b;
  private final int bOffset;
  private final int ldb;

  PlainSmallRight(int r, double[] t, int tOffset, int ldt, double[] b, int bOffset, int ldb) {
    this.r = r;
    this.t = t;
    this.tOffset = tOffset;
    this.ldt = ldt;
    this.b = b;
    this.bOffset = bOffset;
    this.ldb = ldb;
  }

  /** Whether n×n and r×n is a shape for this. */
  static boolean isFor(int n, int r) {
    return n <= LARGEST && r <= LARGEST && r >= FEWEST_ROWS;
  }

  /** For an upper triangle. */
  void solveUpper(int n, boolean unitDiagonal) {
    int first = n % 2;
    if (first == 1 && !unitDiagonal) {
      divide(0);
    }
    for (int j = first; j < n; j += 2) {
      subtract(0, j, j);
      finish(j, j + 1, unitDiagonal);
    }
  }

  /** For a lower triangle. */
  void solveLower(int n, boolean unitDiagonal) {
    int last = n - 1 - n % 2;
    if (last == n - 2 && !unitDiagonal) {
      divide(n - 1);
    }
    for (int j = last; j > 0; j -= 2) {
      subtract(j + 1, n - 1 - j, j - 1);
      finish(j, j - 1, unitDiagonal);
    }
  }

  /** The part of {@code count} solved columns from columns j and j + 1. */
  private void subtract(int solved, int count, int j) {
    int y = tOffset + solved + j * ldt;
    int left = bOffset + j * ldb;
    int from = bOffset + solved * ldb;
    if (count > 0) {
      PlainPair.add(r, count, -1, b, from, ldb, t, y, y + ldt, b, left, left + ldb);
    }
  }

  /** Column i, of which all others have been subtracted, and column j, of which all but i have. */
  private void finish(int i, int j, boolean unitDiagonal) {
    double factor = t[tOffset + i + j * ldt];
    int x = bOffset + i * ldb;
    int y = bOffset + j * ldb;
    if (unitDiagonal) {
      for (int p = 0; p < r; p++) {
        b[y + p] -= b[x + p] * factor;
      }
      return;
    }
    double pivot = t[tOffset + i + i * ldt];
    double next = t[tOffset + j + j * ldt];
    for (int p = 0; p < r; p++) {
      double solved = b[x + p] / pivot;
      b[x + p] = solved;
      b[y + p] = (b[y + p] - solved * factor) / next;
    }
  }

  private void divide(int j) {
    double pivot = t[tOffset + j + j * ldt];
    int y = bOffset + j * ldb;
    for (int p = 0; p < r; p++) {
      b[y + p] /= pivot;
    }
  }
}
