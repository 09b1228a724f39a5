package org.frechet.linalg;

import java.util.concurrent.atomic.AtomicInteger;
import org.frechet.kernel.Kernels;
import org.frechet.kernel.PlainKernels;

/** The plain kernels, with a count of factorizations: stands in by being on the test path. */
public final class CountingKernels implements Kernels {

  static final AtomicInteger FACTORIZATIONS = new AtomicInteger();

  private final Kernels plain = new PlainKernels();

  @Override
  public int priority() {
    return 1;
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
    plain.multiply(
        transposeA, transposeB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
  }

  @Override
  public int lu(int m, int n, double[] a, int aOffset, int lda, int[] pivots) {
    FACTORIZATIONS.incrementAndGet();
    return plain.lu(m, n, a, aOffset, lda, pivots);
  }

  @Override
  public int cholesky(int n, double[] a, int aOffset, int lda) {
    FACTORIZATIONS.incrementAndGet();
    return plain.cholesky(n, a, aOffset, lda);
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
