package org.frechet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.store.R064Store;

class PlainProductTest {

  private static final Kernels KERNELS = new PlainKernels();

  private final Random random = new Random(20);

  @Test
  void squareOfEverySize() {
    for (int n = 0; n <= 40; n++) {
      checkAllTransposes(n, n, n, 1);
    }
  }

  /** The arrays that are kept between the products carry nothing from one to the next. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 40, 193, 520})
  void squareProductsOneAfterTheOther(int n) {
    SquareProduct multiply = KERNELS.squareProduct(n);
    for (double alpha : new double[] {1, -0.5, 1}) {
      double[] a = random.doubles((long) n * n).toArray();
      double[] b = random.doubles((long) n * n).toArray();
      double[] c = random.doubles((long) n * n).toArray();
      double[] expected = c.clone();
      int ld = Math.max(1, n);
      KERNELS.multiply(false, false, n, n, n, alpha, a, 0, ld, b, 0, ld, expected, 0, ld);
      multiply.add(alpha, a, b, c);
      assertThat(c).containsExactly(expected, within(1e-12 * ld));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64, 65, 100, 129, 200})
  void squareAroundBlockEdges(int n) {
    checkAllTransposes(n, n, n, -1);
  }

  /** Past the 512 rows and 192 columns of one copied part, with odd remainders. */
  @ParameterizedTest
  @CsvSource({
    "513, 3, 193",
    "513, 7, 385",
    "5, 513, 200",
    "511, 6, 191",
    "1025, 4, 20",
    "20, 20, 577"
  })
  void longerThanOneBlock(int m, int n, int k) {
    checkAllTransposes(m, n, k, 0.5);
  }

  @Test
  void everySmallRectangle() {
    for (int m = 0; m <= 9; m++) {
      for (int n = 0; n <= 9; n++) {
        for (int k = 0; k <= 9; k++) {
          checkAllTransposes(m, n, k, -2);
        }
      }
    }
  }

  @Test
  void randomRectangles() {
    for (int trial = 0; trial < 300; trial++) {
      checkAllTransposes(
          random.nextInt(40), random.nextInt(40), random.nextInt(90), random.nextGaussian());
    }
  }

  /** Rows and columns, where A is read once and nothing is copied, and the shapes next to them. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "1, 1, 200",
    "200, 1, 200",
    "1, 200, 200",
    "201, 1, 3",
    "1, 203, 5",
    "300, 2, 9",
    "2, 300, 9",
    "300, 3, 9",
    "3, 300, 8",
    "16, 300, 4",
    "15, 300, 4",
    "7, 7, 100"
  })
  void vectorsAndNarrowBlocks(int m, int n, int k) {
    checkAllTransposes(m, n, k, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 40, 129})
  void agreesWithOjAlgo(int n) {
    TestBlock a = TestBlock.random(random, n, n + 1);
    TestBlock b = TestBlock.random(random, n + 1, n + 2);
    TestBlock c = TestBlock.zeros(n, n + 2);
    multiply(false, false, 1, a, b, c, n + 1);
    double[] expected =
        R064Store.wrap(a.packed(), n).multiply(R064Store.wrap(b.packed(), n + 1)).toRawCopy1D();
    assertThat(c.packed()).containsExactly(expected, within(1e-12));
  }

  @Test
  void emptySumsLeaveTheTargetAlone() {
    for (int m : new int[] {1, 2, 7, 40}) {
      for (int n : new int[] {1, 2, 7, 40}) {
        for (boolean transpose : new boolean[] {false, true}) {
          TestBlock a = transpose ? TestBlock.zeros(0, m) : TestBlock.zeros(m, 0);
          TestBlock b = transpose ? TestBlock.zeros(n, 0) : TestBlock.zeros(0, n);
          TestBlock c = TestBlock.random(random, m, n);
          c.set(0, 0, -0.0);
          double[] before = c.data.clone();
          multiply(transpose, transpose, Double.NaN, a, b, c, 0);
          assertThat(c.data).isEqualTo(before);
        }
      }
    }
  }

  /** Zero times NaN is NaN: no path may skip zeros, not even α = 0. */
  @Test
  void notANumberPropagates() {
    for (int n : new int[] {1, 2, 5, 11, 40, 65}) {
      for (double alpha : new double[] {1, 0}) {
        TestBlock a = TestBlock.random(random, n, n);
        TestBlock c = TestBlock.zeros(n, n);
        a.set(n / 2, n - 1, Double.NaN);
        multiply(false, false, alpha, a, TestBlock.zeros(n, n), c, n);
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            assertThat(Double.isNaN(c.get(i, j)))
                .as("n=%d (%d, %d)", n, i, j)
                .isEqualTo(i == n / 2);
          }
        }
      }
    }
  }

  @Test
  void infinityStaysInItsRow() {
    int n = 33;
    TestBlock a = TestBlock.random(random, n, n);
    TestBlock b = TestBlock.random(random, n, n);
    TestBlock c = TestBlock.zeros(n, n);
    a.set(4, n - 1, Double.POSITIVE_INFINITY);
    multiply(false, false, 1, a, b, c, n);
    for (int j = 0; j < n; j++) {
      assertThat(c.get(4, j)).isEqualTo(Math.signum(b.get(n - 1, j)) * Double.POSITIVE_INFINITY);
      assertThat(c.get(5, j)).isFinite();
    }
  }

  @Test
  void blocksOfOneArray() {
    int n = 30;
    TestBlock whole = TestBlock.random(random, 2 * n, 2 * n);
    double[][] before = whole.toRows();
    int a = whole.offset + n;
    int b = whole.offset + n * whole.ld;
    KERNELS.multiply(
        false,
        false,
        n,
        n,
        n,
        -1,
        whole.data,
        a,
        whole.ld,
        whole.data,
        b,
        whole.ld,
        whole.data,
        b + n,
        whole.ld);
    for (int i = 0; i < 2 * n; i++) {
      for (int j = 0; j < 2 * n; j++) {
        double expected = before[i][j];
        for (int p = 0; i >= n && j >= n && p < n; p++) {
          expected -= before[i][p] * before[p][j];
        }
        assertThat(whole.get(i, j)).isCloseTo(expected, within(1e-12));
      }
    }
    whole.assertSurroundingsUntouched();
  }

  private void checkAllTransposes(int m, int n, int k, double alpha) {
    for (boolean transposeA : new boolean[] {false, true}) {
      for (boolean transposeB : new boolean[] {false, true}) {
        check(transposeA, transposeB, m, n, k, alpha);
      }
    }
  }

  private void check(boolean transposeA, boolean transposeB, int m, int n, int k, double alpha) {
    TestBlock a = transposeA ? TestBlock.random(random, k, m) : TestBlock.random(random, m, k);
    TestBlock b = transposeB ? TestBlock.random(random, n, k) : TestBlock.random(random, k, n);
    TestBlock c = TestBlock.random(random, m, n);
    double[] aBefore = a.data.clone();
    double[] bBefore = b.data.clone();
    double[][] opA = transposeA ? TestBlock.transpose(a.toRows(), m) : a.toRows();
    double[][] opB = transposeB ? TestBlock.transpose(b.toRows(), k) : b.toRows();
    double[][] expected = c.toRows();
    double[][] scale = TestBlock.absolute(expected);
    addScaled(expected, alpha, TestBlock.product(opA, opB, n));
    addScaled(
        scale,
        Math.abs(alpha),
        TestBlock.product(TestBlock.absolute(opA), TestBlock.absolute(opB), n));
    multiply(transposeA, transposeB, alpha, a, b, c, k);
    String what = m + "×" + k + "×" + n + " " + transposeA + " " + transposeB;
    TestBlock.assertClose(c.toRows(), expected, scale, 2 * (k + 2), what);
    c.assertSurroundingsUntouched();
    assertThat(a.data).isEqualTo(aBefore);
    assertThat(b.data).isEqualTo(bBefore);
  }

  private static void addScaled(double[][] c, double alpha, double[][] product) {
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c[i].length; j++) {
        c[i][j] += alpha * product[i][j];
      }
    }
  }

  private static void multiply(
      boolean transposeA,
      boolean transposeB,
      double alpha,
      TestBlock a,
      TestBlock b,
      TestBlock c,
      int k) {
    KERNELS.multiply(
        transposeA,
        transposeB,
        c.rows,
        c.columns,
        k,
        alpha,
        a.data,
        a.offset,
        a.ld,
        b.data,
        b.offset,
        b.ld,
        c.data,
        c.offset,
        c.ld);
  }
}
