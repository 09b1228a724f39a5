package org.frechet.kernel.vector;

import org.frechet.kernel.PlainKernels;
import org.frechet.kernel.SquareProduct;

/**
 * Kernels whose large products are in the Vector API; the LU factorization and triangular solves
 * are halved until their work is such products. Small ones, and everything else, are those of
 * {@link PlainKernels}: before it is compiled, the Vector API is much slower than plain Java, and
 * below about 64×64×64 multiplications it gains little after that.
 *
 * <p>They are used where the virtual machine was started with {@code --add-modules
 * jdk.incubator.vector} on a processor with vectors of four numbers or more, which has a fused
 * multiply-add too; elsewhere, and with {@code -Dorg.frechet.kernel.fma=false}, this class stands
 * back. Results differ from the plain ones by rounding only. Stateless and safe to share between
 * threads.
 */
public final class VectorKernels extends PlainKernels {

  /** So many multiplications are worth it. */
  private static final long LARGE = 64L * 64 * 64;

  /** Triangles of no more rows, whose products are small, are left to the plain kernels. */
  private static final int ROWS = 128;

  private static final boolean AVAILABLE =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          && !"false".equals(System.getProperty("org.frechet.kernel.fma"))
          && VectorTile.isWide();

  /** For {@link java.util.ServiceLoader}. */
  public VectorKernels() {}

  /** More than plain Java, where the Vector API is there; less where it is not. */
  @Override
  public int priority() {
    return AVAILABLE ? 10 : -1;
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
    if (AVAILABLE && (long) m * n * k >= LARGE && m >= VectorTile.ROWS && n >= VectorTile.COLUMNS) {
      Strided opA = new Strided(a, aOffset, transposeA ? lda : 1, transposeA ? 1 : lda);
      Strided opB = new Strided(b, bOffset, transposeB ? ldb : 1, transposeB ? 1 : ldb);
      new VectorProduct(m, n, k, alpha, opA, opB, new Strided(c, cOffset, 1, ldc)).add();
    } else {
      super.multiply(
          transposeA,
          transposeB,
          m,
          n,
          k,
          alpha,
          a,
          aOffset,
          lda,
          b,
          bOffset,
          ldb,
          c,
          cOffset,
          ldc);
    }
  }

  /** Large ones one by one: their panels are small beside them. */
  @Override
  public SquareProduct squareProduct(int n) {
    if (AVAILABLE && (long) n * n * n >= LARGE) {
      return (alpha, a, b, c) -> multiply(false, false, n, n, n, alpha, a, 0, n, b, 0, n, c, 0, n);
    }
    return super.squareProduct(n);
  }

  /** The left half of the columns, then what it leaves of the right half. */
  @Override
  public int lu(int m, int n, double[] a, int aOffset, int lda, int[] pivots) {
    if (n <= ROWS || m <= ROWS) {
      return super.lu(m, n, a, aOffset, lda, pivots);
    }
    int half = Math.min(m, n) / 2;
    int right = aOffset + half * lda;
    int zero = lu(m, half, a, aOffset, lda, pivots);
    swapRows(n - half, a, right, lda, pivots, 0, half);
    solveTriangular(true, false, true, half, n - half, a, aOffset, lda, a, right, lda);
    multiply(
        false,
        false,
        m - half,
        n - half,
        half,
        -1,
        a,
        aOffset + half,
        lda,
        a,
        right,
        lda,
        a,
        right + half,
        lda);
    int[] below = new int[Math.min(m, n) - half];
    int zeroBelow = lu(m - half, n - half, a, right + half, lda, below);
    swapRows(half, a, aOffset + half, lda, below, 0, below.length);
    for (int j = 0; j < below.length; j++) {
      pivots[half + j] = half + below[j];
    }
    return zero >= 0 || zeroBelow < 0 ? zero : half + zeroBelow;
  }

  private static void swapRows(
      int columns, double[] a, int offset, int lda, int[] pivots, int from, int to) {
    for (int j = 0; j < columns; j++) {
      int column = offset + j * lda;
      for (int i = from; i < to; i++) {
        double held = a[column + i];
        a[column + i] = a[column + pivots[i]];
        a[column + pivots[i]] = held;
      }
    }
  }

  /** One half of the unknowns, and then the other half without their part. */
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
    if (n <= ROWS || (long) n * n * r < LARGE) {
      super.solveTriangular(lower, transpose, unitDiagonal, n, r, t, tOffset, ldt, b, bOffset, ldb);
      return;
    }
    int half = n / 2;
    boolean topFirst = lower != transpose;
    int corner = tOffset + (lower ? half : half * ldt);
    int last = tOffset + half * (ldt + 1);
    int first = topFirst ? half : n - half;
    int below = bOffset + half;
    solveTriangular(
        lower,
        transpose,
        unitDiagonal,
        first,
        r,
        t,
        topFirst ? tOffset : last,
        ldt,
        b,
        topFirst ? bOffset : below,
        ldb);
    multiply(
        transpose,
        false,
        n - first,
        r,
        first,
        -1,
        t,
        corner,
        ldt,
        b,
        topFirst ? bOffset : below,
        ldb,
        b,
        topFirst ? below : bOffset,
        ldb);
    solveTriangular(
        lower,
        transpose,
        unitDiagonal,
        n - first,
        r,
        t,
        topFirst ? last : tOffset,
        ldt,
        b,
        topFirst ? below : bOffset,
        ldb);
  }
}
