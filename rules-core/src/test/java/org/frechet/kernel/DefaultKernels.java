package org.frechet.kernel;

/** The plain triangular solve, and what the interface makes of it; nothing else. */
final class DefaultKernels implements Kernels {

  private final Kernels plain = new PlainKernels();

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public void multiply(
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
      int ldc) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int lu(int m, int n, double[] a, int aOffset, int lda, int[] pivots) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int cholesky(int n, double[] a, int aOffset, int lda) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void solveTriangular(
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
    plain.solveTriangular(lower, transpose, unitDiagonal, n, r, t, tOffset, ldt, b, bOffset, ldb);
  }
}
