package org.frechet.kernel;

/**
 * The dense kernels that everything else stands on: products, LU, Cholesky and triangular solves on
 * column-major {@code double[]} blocks. Implementations are stateless and safe to share between
 * threads.
 *
 * <p>A block is an array, the offset of its first entry and its leading dimension (the distance
 * between the starts of two columns), as in BLAS: entry (i, j) is {@code a[offset + i + j * ld]}.
 * Kernels check nothing: shapes are the callers' matter.
 *
 * <p>A faster implementation (Vector API, native) stands in when it is found by {@link
 * java.util.ServiceLoader} and says that it is {@link #priority() preferred}; none is required.
 */
public interface Kernels {

  /** The best implementation on the path; the plain-Java one when there is no other. */
  static Kernels best() {
    return BestKernels.FOUND;
  }

  /** Which implementation wins where several are found: the largest number. Plain Java is 0. */
  int priority();

  /**
   * {@code C ← C + α op(A) op(B)}, where {@code op(A)} is m×k, {@code op(B)} is k×n and {@code C}
   * is m×n; {@code op} is the transpose where the flag is set. 2mnk flops.
   */
  void multiply(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb,
      double[] c,
      int cOffset,
      int ldc);

  /** {@code C ← C + α A B} of n×n matrices many times, for the use of one thread. */
  default SquareProduct squareProduct(int n) {
    int ld = Math.max(1, n);
    return (alpha, a, b, c) -> multiply(false, false, n, n, n, alpha, a, 0, ld, b, 0, ld, c, 0, ld);
  }

  /**
   * Factors the m×n block {@code A} in place into {@code P A = L U} with partial pivoting: unit
   * lower triangle and upper triangle stored over {@code A}; {@code pivots[j]} (length ≥ min(m, n))
   * is the row that was swapped with row {@code j} at step {@code j}. About 2n³/3 flops.
   *
   * @return −1, or the index of the first pivot that is exactly zero (the factorization is then
   *     complete, but {@code U} is singular)
   */
  int lu(int m, int n, double[] a, int aOffset, int lda, int[] pivots);

  /**
   * Factors the n×n symmetric block {@code A} in place into {@code A = L Lᵀ}, reading and writing
   * the lower triangle only; the strict upper triangle is left alone. n³/3 flops.
   *
   * @return −1, or the index of the first pivot that is not positive (NaN included)
   */
  int cholesky(int n, double[] a, int aOffset, int lda);

  /**
   * {@code B ← op(T)⁻¹ B} for an n×n triangular block {@code T} and an n×r block {@code B}. Only
   * the named triangle of {@code T} is read, without its diagonal where {@code unitDiagonal}. n²r
   * flops.
   */
  void solveTriangular(
      boolean lower,
      boolean transpose,
      boolean unitDiagonal,
      int n,
      int r,
      double[] t,
      int tOffset,
      int ldt,
      double[] b,
      int bOffset,
      int ldb);

  /**
   * {@code B ← B op(T)⁻¹} for an n×n triangular block {@code T} and an r×n block {@code B}, as in
   * {@link #solveTriangular}; by way of {@code Bᵀ} where an implementation leaves it at this one.
   */
  default void solveTriangularOnTheRight(
      boolean lower,
      boolean transpose,
      boolean unitDiagonal,
      int n,
      int r,
      double[] t,
      int tOffset,
      int ldt,
      double[] b,
      int bOffset,
      int ldb) {
    double[] x = new double[n * r];
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < n; j++) {
        x[j + i * n] = b[bOffset + i + j * ldb];
      }
    }
    int ldx = Math.max(1, n);
    solveTriangular(lower, !transpose, unitDiagonal, n, r, t, tOffset, ldt, x, 0, ldx);
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < n; j++) {
        b[bOffset + i + j * ldb] = x[j + i * n];
      }
    }
  }

  /**
   * {@code T ← T⁻¹} in place, for an n×n triangular block. Only the named triangle is read and
   * written, without its diagonal where {@code unitDiagonal}. n³/3 flops, or n³ where an
   * implementation leaves it at this one, which solves for the columns of the identity.
   */
  default void invertTriangular(
      boolean lower, boolean unitDiagonal, int n, double[] t, int tOffset, int ldt) {
    double[] x = new double[n * n];
    for (int i = 0; i < n; i++) {
      x[i * (n + 1)] = 1;
    }
    solveTriangular(lower, false, unitDiagonal, n, n, t, tOffset, ldt, x, 0, Math.max(1, n));
    for (int j = 0; j < n; j++) {
      int inside = unitDiagonal ? 1 : 0;
      int from = lower ? j + inside : 0;
      int to = lower ? n : j + 1 - inside;
      System.arraycopy(x, from + j * n, t, tOffset + from + j * ldt, Math.max(0, to - from));
    }
  }
}
