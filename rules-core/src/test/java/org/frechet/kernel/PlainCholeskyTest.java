package org.frechet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.R064Store;

class PlainCholeskyTest {

  private static final Kernels KERNELS = new PlainKernels();

  private final Random random = new Random(23);

  @Test
  void everySize() {
    for (int n = 0; n <= 40; n++) {
      check(positiveDefinite(n));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64, 65, 100, 101, 129, 200, 513})
  void aroundBlockEdges(int n) {
    check(positiveDefinite(n));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20, 21, 70})
  void badlyScaled(int n) {
    double[][] a = positiveDefinite(n);
    for (int i = 0; i < n; i++) {
      double scale = Math.pow(10, random.nextInt(17) - 8);
      for (int j = 0; j < n; j++) {
        a[i][j] *= scale;
        a[j][i] *= scale;
      }
    }
    check(a);
  }

  @Test
  void notPositiveDefiniteIsReportedWhereItFails() {
    for (int n : new int[] {1, 2, 3, 20, 21, 40, 101, 130}) {
      for (int bad : new int[] {0, n / 3, n - 1}) {
        for (double pivot : new double[] {-1e6, Double.NaN, Double.NEGATIVE_INFINITY}) {
          double[][] a = positiveDefinite(n);
          a[bad][bad] = pivot;
          assertThat(factor(lowerOf(a))).as("n=%d pivot %s", n, pivot).isEqualTo(bad);
        }
      }
    }
  }

  @Test
  void zeroMatrixFailsAtItsFirstPivot() {
    assertThat(factor(TestBlock.zeros(1, 1))).isZero();
    assertThat(factor(TestBlock.zeros(30, 30))).isZero();
  }

  /** NaN below the diagonal reaches the pivot of its row. */
  @Test
  void notANumberBelowTheDiagonalIsReported() {
    for (int n : new int[] {3, 20, 40, 130}) {
      double[][] a = positiveDefinite(n);
      a[n - 2][0] = Double.NaN;
      assertThat(factor(lowerOf(a))).isEqualTo(n - 2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 30, 110})
  void agreesWithOjAlgo(int n) {
    double[][] a = positiveDefinite(n);
    Cholesky<Double> oracle = Cholesky.R064.make(n, n);
    oracle.decompose(R064Store.wrap(TestBlock.of(a).packed(), n));
    TestBlock factor = lowerOf(a);
    assertThat(factor(factor)).isEqualTo(-1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        assertThat(factor.get(i, j)).isCloseTo(oracle.getL().doubleValue(i, j), within(1e-10));
      }
    }
  }

  private double[][] positiveDefinite(int n) {
    double[][] x = TestBlock.random(random, n, n).toRows();
    double[][] a = TestBlock.product(x, TestBlock.transpose(x, n), n);
    for (int i = 0; i < n; i++) {
      a[i][i] += 1;
    }
    return a;
  }

  /** The lower triangle, with NaN above it, where nothing may be read or written. */
  private TestBlock lowerOf(double[][] a) {
    TestBlock block = TestBlock.random(random, a.length, a.length);
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        block.set(i, j, i >= j ? a[i][j] : Double.NaN);
      }
    }
    return block;
  }

  /** {@code |A − L Lᵀ| ≤ O(n ε) |L| |L|ᵀ}, entry by entry. */
  private void check(double[][] a) {
    int n = a.length;
    TestBlock block = lowerOf(a);
    assertThat(factor(block)).as("n=%d", n).isEqualTo(-1);
    block.assertSurroundingsUntouched();
    double[][] l = block.toRows();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        assertThat(l[i][j]).isNaN();
        l[i][j] = 0;
      }
    }
    double[][] absolute = TestBlock.absolute(l);
    double[][] scale = TestBlock.product(absolute, TestBlock.transpose(absolute, n), n);
    double[][] product = TestBlock.product(l, TestBlock.transpose(l, n), n);
    TestBlock.assertClose(product, a, scale, 3 * (n + 1), "Cholesky of " + n);
  }

  private static int factor(TestBlock a) {
    return KERNELS.cholesky(a.rows, a.data, a.offset, a.ld);
  }
}
