package org.frechet.linalg.kernel;

import java.util.Arrays;

/**
 * A linear matrix equation in {@code X} with upper quasi-triangular coefficients {@code A} (m×m)
 * and {@code B} (n×n), solved in place of its right-hand side by recursive halving: half of {@code
 * X} is solved for, its part in the other half's equation is a matrix product, and the other half
 * remains (Jonsson and Kågström, ACM Trans. Math. Softw. 28(4):392 and 416, 2002). The recursion
 * ends at one diagonal block of each, 1×1 or 2×2, with a system of one, two or four unknowns.
 */
abstract class QuasiTriangularEquation {

  final int m;
  final int n;
  final double[] a;
  final double[] b;
  final double[] x;
  private final boolean lowerRowsFirst;
  private final boolean rightColumnsFirst;
  private final SmallSystem system = new SmallSystem();
  private double smallestPivot = Double.POSITIVE_INFINITY;

  QuasiTriangularEquation(
      int m,
      int n,
      double[] a,
      double[] b,
      double[] x,
      boolean lowerRowsFirst,
      boolean rightColumnsFirst) {
    this.m = m;
    this.n = n;
    this.a = a;
    this.b = b;
    this.x = x;
    this.lowerRowsFirst = lowerRowsFirst;
    this.rightColumnsFirst = rightColumnsFirst;
  }

  /**
   * The coefficient of {@code X(k, l)} in the equation for entry (i, j), with i and k in one
   * diagonal block of {@code A}, and j and l in one of {@code B}.
   */
  abstract double coefficient(int i, int j, int k, int l);

  /** Takes the part of rows {@code solved} out of the right-hand side in rows {@code open}. */
  abstract void substituteRows(Range solved, Range open, Range columns);

  /**
   * Takes the part of columns {@code solved} out of the right-hand side in columns {@code open}.
   */
  abstract void substituteColumns(Range rows, Range solved, Range open);

  /** What an entry of the right-hand side is multiplied with: the equation may be written as −C. */
  abstract double sign();

  /** The size of the terms that cancel in a pivot of a nearly singular equation. */
  abstract double scale();

  /** Indices from..to−1. */
  record Range(int from, int to) {
    int length() {
      return to - from;
    }
  }

  /**
   * Replaces the right-hand side by the solution.
   *
   * @return the smallest pivot of all, relative to {@link #scale()}; 0 where there is no unique
   *     solution, and then the array holds NaN
   */
  final double solve() {
    if (m == 0 || n == 0) {
      return 1;
    }
    solveAll();
    double scale = scale();
    double separation = smallestPivot / scale;
    if (smallestPivot == 0 || !(scale < Double.POSITIVE_INFINITY) || Double.isNaN(separation)) {
      Arrays.fill(x, Double.NaN);
      return 0;
    }
    return Math.min(1, separation);
  }

  /** Solves for all blocks, in an order in which what an equation needs is there. */
  void solveAll() {
    solve(new Range(0, m), new Range(0, n));
  }

  final void solve(Range rows, Range columns) {
    boolean oneRowBlock = isBlock(a, m, rows);
    boolean oneColumnBlock = isBlock(b, n, columns);
    if (smallestPivot == 0) {
      return;
    }
    if (oneRowBlock && oneColumnBlock) {
      solveBlock(rows, columns);
    } else if (oneColumnBlock || (!oneRowBlock && rows.length() >= columns.length())) {
      int middle = middle(a, m, rows);
      Range upper = new Range(rows.from(), middle);
      Range lower = new Range(middle, rows.to());
      Range first = lowerRowsFirst ? lower : upper;
      Range second = lowerRowsFirst ? upper : lower;
      solve(first, columns);
      substituteRows(first, second, columns);
      solve(second, columns);
    } else {
      int middle = middle(b, n, columns);
      Range left = new Range(columns.from(), middle);
      Range right = new Range(middle, columns.to());
      Range first = rightColumnsFirst ? right : left;
      Range second = rightColumnsFirst ? left : right;
      solve(rows, first);
      substituteColumns(rows, first, second);
      solve(rows, second);
    }
  }

  static boolean isBlock(double[] t, int order, Range range) {
    int p = range.from() + range.from() * order;
    return range.length() == 1 || (range.length() == 2 && t[p + 1] != 0);
  }

  /** Half way, but not through a 2×2 block. */
  static int middle(double[] t, int order, Range range) {
    int middle = (range.from() + range.to()) >>> 1;
    return t[middle + (middle - 1) * order] == 0 ? middle : middle + 1;
  }

  private void solveBlock(Range rows, Range columns) {
    int p = rows.length();
    int size = p * columns.length();
    for (int e = 0; e < size; e++) {
      int i = rows.from() + e % p;
      int j = columns.from() + e / p;
      system.setRight(e, sign() * x[i + j * m]);
      for (int u = 0; u < size; u++) {
        system.setCoefficient(e, u, coefficient(i, j, rows.from() + u % p, columns.from() + u / p));
      }
    }
    smallestPivot = Math.min(smallestPivot, system.solve(size));
    for (int e = 0; e < size && smallestPivot != 0; e++) {
      x[rows.from() + e % p + (columns.from() + e / p) * m] = system.solution(e);
    }
  }

  /** The largest absolute entry in the diagonal blocks of a quasi-triangular matrix. */
  static double diagonalNorm(int order, double[] t) {
    double largest = 0;
    for (int i = 0; i < order; i++) {
      for (int j = Math.max(0, i - 1); j <= Math.min(order - 1, i + 1); j++) {
        boolean inBlock = i == j || t[Math.max(i, j) + Math.min(i, j) * order] != 0;
        largest = inBlock ? Math.max(largest, Math.abs(t[i + j * order])) : largest;
      }
    }
    return largest;
  }
}
