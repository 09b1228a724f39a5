package org.frechet.kernel;

/**
 * The kernels in plain Java: no native code, no incubator modules, one thread, nothing kept between
 * calls.
 *
 * <p>The inner loops use fused multiply-add, which every current processor has. On one that lacks
 * it {@link Math#fma} is emulated and very slow: start with {@code -Dorg.frechet.kernel.fma=false}
 * there.
 *
 * <p>An implementation that is better at some of the kernels may extend this one.
 */
public class PlainKernels implements Kernels {

  /** Called by whoever finds no better implementation; there is no state to share or to save. */
  public PlainKernels() {}

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
    int aRow = transposeA ? lda : 1;
    int aColumn = transposeA ? 1 : lda;
    int bRow = transposeB ? ldb : 1;
    int bColumn = transposeB ? 1 : ldb;
    if (Math.max(Math.max(m, n), k) <= PlainTinyProduct.LARGEST && k > 0) {
      PlainTinyProduct.add(
          m, n, k, alpha, a, aOffset, aRow, aColumn, b, bOffset, bRow, bColumn, c, cOffset, ldc);
      return;
    }
    if (!transposeA && !transposeB && PlainSmallProduct.isFor(m, n, k)) {
      PlainSmallProduct.add(m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
      return;
    }
    PlainBlock opA = new PlainBlock(a, aOffset, aRow, aColumn);
    PlainBlock opB = new PlainBlock(b, bOffset, bRow, bColumn);
    new PlainProduct(m, n, k, alpha, opA, opB, new PlainBlock(c, cOffset, 1, ldc)).add();
  }

  @Override
  public SquareProduct squareProduct(int n) {
    if (PlainProduct.isPacked(n)) {
      PlainPanel panel = PlainPackedProduct.panel(n, n);
      return (alpha, a, b, c) ->
          new PlainPackedProduct(PlainProduct.ofSquares(n, alpha, a, b, c), panel).add();
    }
    if (!PlainSmallProduct.isFor(n, n, n)) {
      return Kernels.super.squareProduct(n);
    }
    return n == 3
        ? PlainTinyProduct::addThree
        : (alpha, a, b, c) -> PlainSmallProduct.add(n, n, n, alpha, a, 0, n, b, 0, n, c, 0, n);
  }

  @Override
  public int lu(int m, int n, double[] a, int aOffset, int lda, int[] pivots) {
    return PlainLu.factor(m, n, new PlainBlock(a, aOffset, 1, lda), pivots);
  }

  @Override
  public int cholesky(int n, double[] a, int aOffset, int lda) {
    return PlainCholesky.factor(n, new PlainBlock(a, aOffset, 1, lda));
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
    PlainBlock opT = new PlainBlock(t, tOffset, transpose ? ldt : 1, transpose ? 1 : ldt);
    PlainBlock rows = new PlainBlock(b, bOffset, 1, ldb);
    if (PlainTinyTriangular.isFor(n, r, false)) {
      new PlainTinyTriangular(lower != transpose, unitDiagonal, r, opT, rows).solve(n);
    } else {
      new PlainTriangular(lower != transpose, unitDiagonal, r, opT, rows).solve(0, n);
    }
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
    if (!transpose && PlainSmallRight.isFor(n, r)) {
      PlainSmallRight right = new PlainSmallRight(r, t, tOffset, ldt, b, bOffset, ldb);
      if (lower) {
        right.solveLower(n, unitDiagonal);
      } else {
        right.solveUpper(n, unitDiagonal);
      }
      return;
    }
    PlainBlock opT = new PlainBlock(t, tOffset, transpose ? 1 : ldt, transpose ? ldt : 1);
    PlainBlock rows = new PlainBlock(b, bOffset, ldb, 1);
    if (PlainTinyTriangular.isFor(n, r, true)) {
      new PlainTinyTriangular(lower == transpose, unitDiagonal, r, opT, rows).solve(n);
    } else {
      new PlainTriangular(lower == transpose, unitDiagonal, r, opT, rows).solve(0, n);
    }
  }

  @Override
  public void invertTriangular(
      boolean lower, boolean unitDiagonal, int n, double[] t, int tOffset, int ldt) {
    PlainBlock block = new PlainBlock(t, tOffset, lower ? 1 : ldt, lower ? ldt : 1);
    new PlainTriangularInverse(unitDiagonal, block).invert(0, n);
  }
}
