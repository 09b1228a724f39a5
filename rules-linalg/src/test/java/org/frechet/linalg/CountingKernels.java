package org.frechet.linalg;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import org.frechet.kernel.Kernels;
import org.frechet.kernel.PlainKernels;
import org.frechet.kernel.SquareProduct;

/** The plain kernels, with counts of what they do: stands in by being on the test path. */
public final class CountingKernels implements Kernels {

  static final AtomicInteger FACTORIZATIONS = new AtomicInteger();

  /** Additions, multiplications and divisions, to leading order. */
  static final DoubleAdder FLOPS = new DoubleAdder();

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
    FLOPS.add(2.0 * m * n * k);
    plain.multiply(
        transposeA, transposeB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
  }

  /** That of the plain kernels, not the default: tests are to see the products that users have. */
  @Override
  public SquareProduct squareProduct(int n) {
    SquareProduct multiply = plain.squareProduct(n);
    return (alpha, a, b, c) -> {
      FLOPS.add(2.0 * n * n * n);
      multiply.add(alpha, a, b, c);
    };
  }

  @Override
  public int lu(int m, int n, double[] a, int aOffset, int lda, int[] pivots) {
    FACTORIZATIONS.incrementAndGet();
    FLOPS.add(elimination(m, n));
    return plain.lu(m, n, a, aOffset, lda, pivots);
  }

  @Override
  public int cholesky(int n, double[] a, int aOffset, int lda) {
    FACTORIZATIONS.incrementAndGet();
    FLOPS.add((double) n * n * n / 3);
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
    FLOPS.add((double) n * n * r);
    plain.solveTriangular(lower, transpose, unitDiagonal, n, r, t, tOffset, ldt, b, bOffset, ldb);
  }

  @Override
  public void solveTriangularOnTheRight(
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
    FLOPS.add((double) n * n * r);
    plain.solveTriangularOnTheRight(
        lower, transpose, unitDiagonal, n, r, t, tOffset, ldt, b, bOffset, ldb);
  }

  @Override
  public void invertTriangular(
      boolean lower, boolean unitDiagonal, int n, double[] t, int tOffset, int ldt) {
    FLOPS.add((double) n * n * n / 3);
    plain.invertTriangular(lower, unitDiagonal, n, t, tOffset, ldt);
  }

  /** {@code Σ 2 (m − j) (n − j)} over the steps. */
  private static double elimination(double m, double n) {
    double k = Math.min(m, n);
    return 2 * (m * n * k - (m + n) * k * k / 2 + k * k * k / 3);
  }
}
