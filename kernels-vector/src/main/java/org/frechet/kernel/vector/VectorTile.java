package org.frechet.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * One tile of a product, in registers: four columns of three vectors, or of four where there are 32
 * registers. The loop is written out and stands in one method with one caller, because only then
 * does the compiler keep the vectors in registers.
 */
final class VectorTile {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final boolean TALL = L == 8;

  static final int ROWS = (TALL ? 4 : 3) * L;
  static final int COLUMNS = 4;

  private VectorTile() {}

  /** Whether the processor's vectors are worth it. */
  static boolean isWide() {
    return L >= 4;
  }

  /**
   * {@code C ← C + α X Y} for a tile: X has columns {@code step} apart, and Y contiguous columns of
   * {@code depth} entries, one after the other.
   */
  static void add(
      int depth,
      double alpha,
      double[] x,
      int at,
      int step,
      double[] y,
      double[] c,
      int to,
      int ldc) {
    if (TALL) {
      add4(depth, alpha, x, at, step, y, c, to, ldc);
    } else {
      add3(depth, alpha, x, at, step, y, c, to, ldc);
    }
  }

  private static void add4(
      int depth,
      double alpha,
      double[] x,
      int at,
      int step,
      double[] y,
      double[] c,
      int to,
      int ldc) {
    DoubleVector c00 = DoubleVector.zero(S);
    DoubleVector c10 = DoubleVector.zero(S);
    DoubleVector c20 = DoubleVector.zero(S);
    DoubleVector c30 = DoubleVector.zero(S);
    DoubleVector c01 = DoubleVector.zero(S);
    DoubleVector c11 = DoubleVector.zero(S);
    DoubleVector c21 = DoubleVector.zero(S);
    DoubleVector c31 = DoubleVector.zero(S);
    DoubleVector c02 = DoubleVector.zero(S);
    DoubleVector c12 = DoubleVector.zero(S);
    DoubleVector c22 = DoubleVector.zero(S);
    DoubleVector c32 = DoubleVector.zero(S);
    DoubleVector c03 = DoubleVector.zero(S);
    DoubleVector c13 = DoubleVector.zero(S);
    DoubleVector c23 = DoubleVector.zero(S);
    DoubleVector c33 = DoubleVector.zero(S);
    for (int p = 0, q = at; p < depth; p++, q += step) {
      DoubleVector x0 = DoubleVector.fromArray(S, x, q);
      DoubleVector x1 = DoubleVector.fromArray(S, x, q + L);
      DoubleVector x2 = DoubleVector.fromArray(S, x, q + 2 * L);
      DoubleVector x3 = DoubleVector.fromArray(S, x, q + 3 * L);
      DoubleVector y0 = DoubleVector.broadcast(S, y[p]);
      c00 = x0.fma(y0, c00);
      c10 = x1.fma(y0, c10);
      c20 = x2.fma(y0, c20);
      c30 = x3.fma(y0, c30);
      DoubleVector y1 = DoubleVector.broadcast(S, y[depth + p]);
      c01 = x0.fma(y1, c01);
      c11 = x1.fma(y1, c11);
      c21 = x2.fma(y1, c21);
      c31 = x3.fma(y1, c31);
      DoubleVector y2 = DoubleVector.broadcast(S, y[2 * depth + p]);
      c02 = x0.fma(y2, c02);
      c12 = x1.fma(y2, c12);
      c22 = x2.fma(y2, c22);
      c32 = x3.fma(y2, c32);
      DoubleVector y3 = DoubleVector.broadcast(S, y[3 * depth + p]);
      c03 = x0.fma(y3, c03);
      c13 = x1.fma(y3, c13);
      c23 = x2.fma(y3, c23);
      c33 = x3.fma(y3, c33);
    }
    store(c00, alpha, c, to);
    store(c10, alpha, c, to + L);
    store(c20, alpha, c, to + 2 * L);
    store(c30, alpha, c, to + 3 * L);
    store(c01, alpha, c, to + ldc);
    store(c11, alpha, c, to + ldc + L);
    store(c21, alpha, c, to + ldc + 2 * L);
    store(c31, alpha, c, to + ldc + 3 * L);
    store(c02, alpha, c, to + 2 * ldc);
    store(c12, alpha, c, to + 2 * ldc + L);
    store(c22, alpha, c, to + 2 * ldc + 2 * L);
    store(c32, alpha, c, to + 2 * ldc + 3 * L);
    store(c03, alpha, c, to + 3 * ldc);
    store(c13, alpha, c, to + 3 * ldc + L);
    store(c23, alpha, c, to + 3 * ldc + 2 * L);
    store(c33, alpha, c, to + 3 * ldc + 3 * L);
  }

  private static void add3(
      int depth,
      double alpha,
      double[] x,
      int at,
      int step,
      double[] y,
      double[] c,
      int to,
      int ldc) {
    DoubleVector c00 = DoubleVector.zero(S);
    DoubleVector c10 = DoubleVector.zero(S);
    DoubleVector c20 = DoubleVector.zero(S);
    DoubleVector c01 = DoubleVector.zero(S);
    DoubleVector c11 = DoubleVector.zero(S);
    DoubleVector c21 = DoubleVector.zero(S);
    DoubleVector c02 = DoubleVector.zero(S);
    DoubleVector c12 = DoubleVector.zero(S);
    DoubleVector c22 = DoubleVector.zero(S);
    DoubleVector c03 = DoubleVector.zero(S);
    DoubleVector c13 = DoubleVector.zero(S);
    DoubleVector c23 = DoubleVector.zero(S);
    for (int p = 0, q = at; p < depth; p++, q += step) {
      DoubleVector x0 = DoubleVector.fromArray(S, x, q);
      DoubleVector x1 = DoubleVector.fromArray(S, x, q + L);
      DoubleVector x2 = DoubleVector.fromArray(S, x, q + 2 * L);
      DoubleVector y0 = DoubleVector.broadcast(S, y[p]);
      c00 = x0.fma(y0, c00);
      c10 = x1.fma(y0, c10);
      c20 = x2.fma(y0, c20);
      DoubleVector y1 = DoubleVector.broadcast(S, y[depth + p]);
      c01 = x0.fma(y1, c01);
      c11 = x1.fma(y1, c11);
      c21 = x2.fma(y1, c21);
      DoubleVector y2 = DoubleVector.broadcast(S, y[2 * depth + p]);
      c02 = x0.fma(y2, c02);
      c12 = x1.fma(y2, c12);
      c22 = x2.fma(y2, c22);
      DoubleVector y3 = DoubleVector.broadcast(S, y[3 * depth + p]);
      c03 = x0.fma(y3, c03);
      c13 = x1.fma(y3, c13);
      c23 = x2.fma(y3, c23);
    }
    store(c00, alpha, c, to);
    store(c10, alpha, c, to + L);
    store(c20, alpha, c, to + 2 * L);
    store(c01, alpha, c, to + ldc);
    store(c11, alpha, c, to + ldc + L);
    store(c21, alpha, c, to + ldc + 2 * L);
    store(c02, alpha, c, to + 2 * ldc);
    store(c12, alpha, c, to + 2 * ldc + L);
    store(c22, alpha, c, to + 2 * ldc + 2 * L);
    store(c03, alpha, c, to + 3 * ldc);
    store(c13, alpha, c, to + 3 * ldc + L);
    store(c23, alpha, c, to + 3 * ldc + 2 * L);
  }

  private static void store(DoubleVector sum, double alpha, double[] c, int to) {
    sum.fma(DoubleVector.broadcast(S, alpha), DoubleVector.fromArray(S, c, to)).intoArray(c, to);
  }
}
