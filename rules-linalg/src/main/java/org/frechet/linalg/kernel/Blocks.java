package org.frechet.linalg.kernel;

/** Products and triangular solves of contiguous column-major blocks inside longer arrays. */
final class Blocks {

  private Blocks() {}

  /** {@code C ← C + α op(A) op(B)}, with {@code op(A)} m×k and {@code op(B)} k×n. */
  static void multiply(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int atA,
      double[] b,
      int atB,
      double[] c,
      int atC) {
    if (m > 0 && n > 0 && k > 0) {
      int lda = transposeA ? k : m;
      int ldb = transposeB ? n : k;
      ColumnMajor.KERNELS.multiply(
          transposeA, transposeB, m, n, k, alpha, a, atA, lda, b, atB, ldb, c, atC, m);
    }
  }

  /** {@code B ← L⁻¹ B}, or {@code L⁻ᵀ B}, for an n×n lower triangle and an n×r block. */
  static void solveLower(
      boolean transpose, int n, int r, double[] l, int atL, double[] b, int atB) {
    if (n > 0 && r > 0) {
      ColumnMajor.KERNELS.solveTriangular(true, transpose, false, n, r, l, atL, n, b, atB, n);
    }
  }

  /** {@code A ← (A + Aᵀ) / 2} for an n×n block. */
  static void symmetrize(int n, double[] a, int at) {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        double mean = 0.5 * (a[at + i + j * n] + a[at + j + i * n]);
        a[at + i + j * n] = mean;
        a[at + j + i * n] = mean;
      }
    }
  }
}
