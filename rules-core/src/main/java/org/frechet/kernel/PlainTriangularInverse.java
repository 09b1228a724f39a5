package org.frechet.kernel;

/**
 * {@code L ← L⁻¹} in place, L lower triangular: n³/3 flops. An upper triangle is one whose strides
 * are exchanged.
 *
 * <p>Recursive: in {@code [[L₁₁, 0], [L₂₁, L₂₂]]⁻¹ = [[L₁₁⁻¹, 0], [−L₂₂⁻¹ L₂₁ L₁₁⁻¹, L₂₂⁻¹]]} the
 * lower left block is the solution of two triangular systems with many right-hand sides, which are
 * most of the work; then the diagonal blocks follow.
 */
record PlainTriangularInverse(boolean unitDiagonal, PlainBlock l) {

  /** So few rows are inverted column by column. */
  private static final int FEW = 12;

  /** Inverts the block of the rows and columns {@code from} to {@code to}. */
  void invert(int from, int to) {
    if (to - from <= FEW) {
      for (int j = to - 1; j >= from; j--) {
        invertColumn(j, to);
      }
      return;
    }
    int middle = from + ((to - from) / 2 + 1) / 2 * 2;
    int n1 = middle - from;
    int n2 = to - middle;
    PlainBlock l11 = l.from(from, from);
    PlainBlock l21 = l.from(middle, from);
    new PlainTriangular(true, unitDiagonal, n1, l.from(middle, middle), l21).solve(0, n2);
    new PlainTriangular(false, unitDiagonal, n2, l11.transposed(), l21.transposed()).solve(0, n1);
    negate(n2, n1, l21);
    invert(from, middle);
    invert(middle, to);
  }

  private static void negate(int rows, int columns, PlainBlock a) {
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        a.entries[a.at(i, j)] = -a.entries[a.at(i, j)];
      }
    }
  }

  /** {@code −L₂₂⁻¹ l₂₁ / l₁₁} below the diagonal; the triangle to the right is inverted already. */
  private void invertColumn(int j, int to) {
    double[] x = l.entries;
    double pivot = unitDiagonal ? 1 : x[l.at(j, j)];
    for (int p = to - 1; p > j; p--) {
      double t = -x[l.at(p, j)] / pivot;
      x[l.at(p, j)] = unitDiagonal ? t : t * x[l.at(p, p)];
      for (int i = p + 1; i < to; i++) {
        x[l.at(i, j)] += t * x[l.at(i, p)];
      }
    }
    if (!unitDiagonal) {
      x[l.at(j, j)] = 1 / pivot;
    }
  }
}
