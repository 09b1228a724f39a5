package org.frechet.linalg.kernel;

import org.frechet.kernel.MatrixStack;

/**
 * {@code P A = L U} of a square matrix with partial pivoting, kept for any number of right-hand
 * sides and for solves with the transpose. Immutable and safe to share between threads.
 */
public final class LuFactors {

  private final int n;
  private final double[] lu;
  private final int[] pivots;
  private final int zeroPivot;

  private LuFactors(int n, double[] lu, int[] pivots) {
    this.n = n;
    this.lu = lu;
    this.pivots = pivots;
    this.zeroPivot = n == 0 ? -1 : ColumnMajor.KERNELS.lu(n, n, lu, 0, n, pivots);
  }

  /** Factors an n×n matrix, which is left as it is. 2n³/3 flops. */
  public static LuFactors of(int n, double[] a) {
    return inPlace(n, a.clone());
  }

  /** Factors an n×n matrix in its own array, which belongs to the factors from then on. */
  static LuFactors inPlace(int n, double[] a) {
    return new LuFactors(n, a, new int[n]);
  }

  /** The first pivot that is exactly zero, so that the matrix is singular; or −1. */
  public int zeroPivot() {
    return zeroPivot;
  }

  /** {@code B ← A⁻¹ B} in place, for an n×r {@code B}. 2n²r flops. */
  public void solve(int r, double[] b) {
    for (int j = 0; j < n; j++) {
      swapRows(r, b, j, pivots[j]);
    }
    triangular(true, false, true, r, b);
    triangular(false, false, false, r, b);
  }

  /** {@code B ← A⁻ᵀ B} in place, for an n×r {@code B}. 2n²r flops. */
  public void solveTransposed(int r, double[] b) {
    triangular(false, true, false, r, b);
    triangular(true, true, true, r, b);
    for (int j = n - 1; j >= 0; j--) {
      swapRows(r, b, j, pivots[j]);
    }
  }

  /** {@code B ← B A⁻¹ = B U⁻¹ L⁻¹ P} in place, for an r×n {@code B}. 2n²r flops. */
  public void solveOnTheRight(int r, double[] b) {
    if (n > 0 && r > 0) {
      ColumnMajor.KERNELS.solveTriangularOnTheRight(false, false, false, n, r, lu, 0, n, b, 0, r);
    }
    solveUnitOnTheRight(r, b);
  }

  /** The same for every matrix of a stack. */
  void solveOnTheRight(MatrixStack b) {
    b.divideByUpper(lu);
    b.divideByUnitLower(lu);
    for (int j = n - 1; j >= 0; j--) {
      b.swapColumns(j, pivots[j]);
    }
  }

  /**
   * {@code A⁻¹ = U⁻¹ L⁻¹ P}, a new array; U is regular. 4n³/3 flops, where the solution for the
   * columns of the identity takes 2n³.
   */
  public double[] inverse() {
    double[] x = new double[n * n];
    for (int j = 0; j < n; j++) {
      System.arraycopy(lu, j * n, x, j * n, j + 1);
    }
    if (n > 0) {
      ColumnMajor.KERNELS.invertTriangular(false, false, n, x, 0, n);
    }
    solveUnitOnTheRight(n, x);
    return x;
  }

  /** {@code B ← B L⁻¹ P}. */
  private void solveUnitOnTheRight(int r, double[] b) {
    if (n > 0 && r > 0) {
      ColumnMajor.KERNELS.solveTriangularOnTheRight(true, false, true, n, r, lu, 0, n, b, 0, r);
    }
    for (int j = n - 1; j >= 0; j--) {
      swapColumns(r, b, j, pivots[j]);
    }
  }

  private static void swapColumns(int r, double[] b, int j, int k) {
    for (int i = 0; j != k && i < r; i++) {
      double held = b[i + j * r];
      b[i + j * r] = b[i + k * r];
      b[i + k * r] = held;
    }
  }

  /** {@code log |det A|}; −∞ for a singular matrix, 0 for an empty one. */
  public double logAbsDeterminant() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.log(Math.abs(lu[i * (n + 1)]));
    }
    return sum;
  }

  /** The sign of the determinant: −1, 0 or 1. */
  public int sign() {
    int sign = 1;
    for (int i = 0; i < n; i++) {
      double pivot = lu[i * (n + 1)];
      sign *= (pivots[i] == i ? 1 : -1) * (int) Math.signum(pivot);
    }
    return sign;
  }

  /** The determinant, as a mantissa and a power of two, so that it overflows only if it must. */
  public double determinant() {
    double mantissa = 1;
    long exponent = 0;
    for (int i = 0; i < n; i++) {
      mantissa *= pivots[i] == i ? lu[i * (n + 1)] : -lu[i * (n + 1)];
      if (mantissa == 0 || !Double.isFinite(mantissa)) {
        return mantissa;
      }
      int shift = Math.getExponent(mantissa);
      mantissa = Math.scalb(mantissa, -shift);
      exponent += shift;
    }
    return Math.scalb(mantissa, (int) Math.max(-4000, Math.min(4000, exponent)));
  }

  private void triangular(boolean lower, boolean transpose, boolean unit, int r, double[] b) {
    if (n > 0 && r > 0) {
      ColumnMajor.KERNELS.solveTriangular(lower, transpose, unit, n, r, lu, 0, n, b, 0, n);
    }
  }

  private void swapRows(int r, double[] b, int i, int k) {
    if (i == k) {
      return;
    }
    for (int column = 0; column < n * r; column += n) {
      double held = b[column + i];
      b[column + i] = b[column + k];
      b[column + k] = held;
    }
  }
}
