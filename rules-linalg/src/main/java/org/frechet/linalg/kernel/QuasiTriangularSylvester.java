package org.frechet.linalg.kernel;

/**
 * {@code op(A) X + X op(B) = C} with upper quasi-triangular {@code A} (m×m) and {@code B} (n×n),
 * each transposed or not: the second half of Bartels and Stewart, Comm. ACM 15(9):820, 1972. About
 * mn(m + n) flops, nearly all in matrix products.
 */
public final class QuasiTriangularSylvester extends QuasiTriangularEquation {

  private final boolean transposeA;
  private final boolean transposeB;

  private QuasiTriangularSylvester(
      boolean transposeA, boolean transposeB, int m, int n, double[] a, double[] b, double[] c) {
    super(m, n, a, b, c, !transposeA, transposeB);
    this.transposeA = transposeA;
    this.transposeB = transposeB;
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
    return new QuasiTriangularSylvester(transposeA, transposeB, m, n, a, b, c).solve();
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
