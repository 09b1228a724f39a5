package org.frechet.linalg.kernel;

/**
 * {@code op(A) X + X op(B) = C} with upper quasi-triangular {@code A} (m×m) and {@code B} (n×n),
 * each transposed or not: the second half of Bartels and Stewart, Comm. ACM 15(9):820, 1972. About
 * mn(m + n) flops, nearly all in matrix products.
 */
public final class QuasiTriangularSylvester extends QuasiTriangularEquation {

  private final boolean transposeA;
  private final boolean transposeB;
  private final boolean symmetric;

  private QuasiTriangularSylvester(
      boolean transposeA,
      boolean transposeB,
      boolean symmetric,
      int m,
      int n,
      double[] a,
      double[] b,
      double[] c) {
    super(m, n, a, b, c, !transposeA, transposeB);
    this.transposeA = transposeA;
    this.transposeB = transposeB;
    this.symmetric = symmetric;
  }

  /**
   * Overwrites the m×n {@code c} with {@code X}.
   *
   * <p>The equation has a unique solution unless an eigenvalue of {@code A} is one of {@code −B}.
   * The separation that is returned is the smallest pivot met, over {@code max|aᵢⱼ| + max|bᵢⱼ|}:
   * between 0 and 1, 0 where there is no unique solution (then {@code c} is filled with NaN), and
   * of the order of the unit roundoff where rounding decides whether there is. Entries of a
   * solution that exceed the range of double are infinite or NaN.
   *
   * @return the separation
   */
  public static double solve(
      boolean transposeA, boolean transposeB, int m, int n, double[] a, double[] b, double[] c) {
    return new QuasiTriangularSylvester(transposeA, transposeB, false, m, n, a, b, c).solve();
  }

  /**
   * Overwrites a symmetric n×n {@code c} with {@code X} in {@code A X + X Aᵀ = C}, or in {@code Aᵀ
   * X + X A = C} where {@code transposed}: half the work, since {@code X} is symmetric too and the
   * blocks on one side of the diagonal are copied from the other. Diagonal blocks are symmetric up
   * to rounding. Of {@code C}, one side is read.
   *
   * @return the separation
   */
  public static double solveSymmetric(boolean transposed, int n, double[] a, double[] c) {
    return new QuasiTriangularSylvester(transposed, !transposed, true, n, n, a, a, c).solve();
  }

  @Override
  void solveAll() {
    if (symmetric) {
      solveSymmetric(new Range(0, n));
    } else {
      super.solveAll();
    }
  }

  /** The square block on the diagonal at the range, from which all others have been taken out. */
  private void solveSymmetric(Range range) {
    if (isBlock(a, n, range)) {
      solve(range, range);
      return;
    }
    int middle = middle(a, n, range);
    Range upper = new Range(range.from(), middle);
    Range lower = new Range(middle, range.to());
    Range first = transposeA ? upper : lower;
    Range second = transposeA ? lower : upper;
    solveSymmetric(first);
    substituteRows(first, second, first);
    solve(second, first);
    mirror(second, first);
    substituteRows(first, second, second);
    substituteColumns(second, first, second);
    solveSymmetric(second);
  }

  private void mirror(Range rows, Range columns) {
    for (int j = columns.from(); j < columns.to(); j++) {
      for (int i = rows.from(); i < rows.to(); i++) {
        x[j + i * n] = x[i + j * n];
      }
    }
  }

  @Override
  double coefficient(int i, int j, int k, int l) {
    double coefficient = 0;
    if (j == l) {
      coefficient += transposeA ? a[k + i * m] : a[i + k * m];
    }
    if (i == k) {
      coefficient += transposeB ? b[j + l * n] : b[l + j * n];
    }
    return coefficient;
  }

  @Override
  double sign() {
    return 1;
  }

  @Override
  double scale() {
    return ColumnMajor.maxNorm(a) + ColumnMajor.maxNorm(b);
  }

  /** {@code C(open) −= op(A)(open, solved) X(solved)}. */
  @Override
  void substituteRows(Range solved, Range open, Range columns) {
    int block = transposeA ? solved.from() + open.from() * m : open.from() + solved.from() * m;
    int column = columns.from() * m;
    ColumnMajor.KERNELS.multiply(
        transposeA,
        false,
        open.length(),
        columns.length(),
        solved.length(),
        -1,
        a,
        block,
        m,
        x,
        solved.from() + column,
        m,
        x,
        open.from() + column,
        m);
  }

  /** {@code C(open) −= X(solved) op(B)(solved, open)}. */
  @Override
  void substituteColumns(Range rows, Range solved, Range open) {
    int block = transposeB ? open.from() + solved.from() * n : solved.from() + open.from() * n;
    ColumnMajor.KERNELS.multiply(
        false,
        transposeB,
        rows.length(),
        open.length(),
        solved.length(),
        -1,
        x,
        rows.from() + solved.from() * m,
        m,
        b,
        block,
        n,
        x,
        rows.from() + open.from() * m,
        m);
  }
}
