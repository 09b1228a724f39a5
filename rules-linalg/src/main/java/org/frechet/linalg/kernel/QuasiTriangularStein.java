package org.frechet.linalg.kernel;

import java.util.Arrays;

/**
 * {@code A X Bᵀ − X + C = 0}, or {@code Aᵀ X B − X + C = 0}, with upper quasi-triangular {@code A}
 * (m×m) and {@code B} (n×n): Kitagawa, Int. J. Control 25(5):745, 1977; Barraud, IEEE Trans. Autom.
 * Control 22(5):883, 1977. O(mn(m + n)) flops, nearly all in matrix products.
 */
public final class QuasiTriangularStein extends QuasiTriangularEquation {

  private final boolean transposed;
  private final double[] product;

  private QuasiTriangularStein(
      boolean transposed, int m, int n, double[] a, double[] b, double[] c) {
    super(m, n, a, b, c, !transposed, !transposed);
    this.transposed = transposed;
    this.product = new double[m * n];
  }

  /**
   * Overwrites the m×n {@code c} with the solution of {@code A X Bᵀ − X + C = 0}, or of {@code Aᵀ X
   * B − X + C = 0} where {@code transposed}.
   *
   * <p>The equation has a unique solution unless a product of an eigenvalue of {@code A} and one of
   * {@code B} is 1. The separation that is returned is the smallest pivot met, over {@code 1 +
   * ‖A‖ρ_B + ρ_A‖B‖}, in which the norms are largest entries, and the ρ those in the diagonal
   * blocks: between 0 and 1, 0 where there is no unique solution (then {@code c} is filled with
   * NaN), and of the order of the unit roundoff where rounding decides whether there is.
   *
   * @return the separation
   */
  public static double solve(boolean transposed, int m, int n, double[] a, double[] b, double[] c) {
    return new QuasiTriangularStein(transposed, m, n, a, b, c).solve();
  }

  @Override
  double coefficient(int i, int j, int k, int l) {
    double product = transposed ? a[k + i * m] * b[l + j * n] : a[i + k * m] * b[j + l * n];
    return i == k && j == l ? product - 1 : product;
  }

  @Override
  double sign() {
    return -1;
  }

  /**
   * An error δ in A moves a product of eigenvalues by about {@code |δ| ρ_B}, and likewise for B.
   */
  @Override
  double scale() {
    return 1
        + ColumnMajor.maxNorm(a) * diagonalNorm(n, b)
        + diagonalNorm(m, a) * ColumnMajor.maxNorm(b);
  }

  /**
   * {@code C(open) += op(A)(open, solved) (X(solved) op(B))}; in {@code op(B)} only the columns at
   * hand count, since the others have taken their part already.
   */
  @Override
  void substituteRows(Range solved, Range open, Range columns) {
    int p = solved.length();
    int r = columns.length();
    int left = solved.from() + columns.from() * m;
    int right = columns.from() + columns.from() * n;
    clearProduct(p * r);
    ColumnMajor.KERNELS.multiply(
        false, !transposed, p, r, r, 1, x, left, m, b, right, n, product, 0, p);
    int block = transposed ? solved.from() + open.from() * m : open.from() + solved.from() * m;
    int target = open.from() + columns.from() * m;
    ColumnMajor.KERNELS.multiply(
        transposed, false, open.length(), r, p, 1, a, block, m, product, 0, p, x, target, m);
  }

  /** {@code C(open) += (op(A) X(solved)) op(B)(solved, open)}, with the rows at hand of op(A). */
  @Override
  void substituteColumns(Range rows, Range solved, Range open) {
    int p = rows.length();
    int r = solved.length();
    int left = rows.from() + rows.from() * m;
    int right = rows.from() + solved.from() * m;
    clearProduct(p * r);
    ColumnMajor.KERNELS.multiply(
        transposed, false, p, r, p, 1, a, left, m, x, right, m, product, 0, p);
    int block = transposed ? solved.from() + open.from() * n : open.from() + solved.from() * n;
    int target = rows.from() + open.from() * m;
    ColumnMajor.KERNELS.multiply(
        false, !transposed, p, open.length(), r, 1, product, 0, p, b, block, n, x, target, m);
  }

  private void clearProduct(int length) {
    Arrays.fill(product, 0, length, 0);
  }
}
