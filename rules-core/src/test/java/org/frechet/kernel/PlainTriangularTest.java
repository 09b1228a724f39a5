package org.frechet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.store.R064Store;

class PlainTriangularTest {

  private static final Kernels KERNELS = new PlainKernels();

  private final Random random = new Random(22);

  @Test
  void everySize() {
    for (int n = 0; n <= 40; n++) {
      for (int r : new int[] {0, 1, 2, 3, 8, 9, 15, 16, 17, n}) {
        checkAllForms(n, r, 1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "63, 1", "64, 64", "65, 3", "100, 17", "129, 40", "200, 1", "200, 20", "513, 2", "33, 513"
  })
  void aroundBlockEdges(int n, int r) {
    checkAllForms(n, r, 1);
  }

  /** Diagonals from 1e-8 to 1e8: the residual stays small entry by entry. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 16, 17, 40, 70})
  void badlyScaledDiagonal(int n) {
    checkAllForms(n, 1, 1e8);
    checkAllForms(n, 20, 1e8);
  }

  /** The reciprocal of a subnormal number is infinite, its quotients need not be. */
  @Test
  void subnormalDiagonal() {
    for (int r : new int[] {1, 5, 20}) {
      TestBlock t = TestBlock.of(new double[][] {{Double.MIN_VALUE}});
      TestBlock b = TestBlock.zeros(1, r);
      b.fill(3 * Double.MIN_VALUE);
      solve(true, false, false, t, b);
      assertThat(b.packed()).containsOnly(3);
    }
  }

  @Test
  void subnormalDiagonalOnTheRight() {
    for (boolean lower : new boolean[] {false, true}) {
      for (int n = 1; n <= 5; n++) {
        TestBlock t = TestBlock.zeros(n, n);
        for (int i = 0; i < n; i++) {
          t.set(i, i, Double.MIN_VALUE);
        }
        TestBlock b = TestBlock.zeros(4, n);
        b.fill(3 * Double.MIN_VALUE);
        KERNELS.solveTriangularOnTheRight(
            lower, false, false, n, 4, t.data, t.offset, t.ld, b.data, b.offset, b.ld);
        assertThat(b.packed()).containsOnly(3);
      }
    }
  }

  /** Row by row: NaN reaches what depends on it, and no other row of a tile. */
  @Test
  void notANumberOnTheRightStaysInItsRow() {
    for (int n : new int[] {1, 4, 7, 16, 20}) {
      TestBlock t = triangle(false, false, n, 1);
      TestBlock b = TestBlock.random(random, 9, n);
      b.set(6, n / 2, Double.NaN);
      KERNELS.solveTriangularOnTheRight(
          false, false, false, n, 9, t.data, t.offset, t.ld, b.data, b.offset, b.ld);
      for (int i = 0; i < 9; i++) {
        for (int j = 0; j < n; j++) {
          assertThat(Double.isNaN(b.get(i, j))).isEqualTo(i == 6 && j >= n / 2);
        }
      }
    }
  }

  @Test
  void notANumberPropagates() {
    for (int r : new int[] {1, 5, 20}) {
      TestBlock t = triangle(true, false, 40, 1);
      TestBlock b = TestBlock.zeros(40, r);
      b.set(3, 0, Double.NaN);
      solve(true, false, false, t, b);
      assertThat(b.get(2, 0)).isZero();
      for (int i = 3; i < 40; i++) {
        assertThat(b.get(i, 0)).isNaN();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 17, 60})
  void agreesWithOjAlgo(int n) {
    TestBlock t = triangle(true, false, n, 1);
    TestBlock b = TestBlock.random(random, n, 4);
    R064Store expected = R064Store.wrap(b.packed(), n);
    R064Store lower = R064Store.FACTORY.make(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        lower.set(i, j, t.get(i, j));
      }
    }
    expected.substituteForwards(lower, false, false, false);
    solve(true, false, false, t, b);
    assertThat(b.packed()).containsExactly(expected.data, within(1e-11));
  }

  /** On the right it is the transposed system, by the plain kernels and by the default. */
  @ParameterizedTest
  @CsvSource({
    "0, 3", "1, 1", "2, 9", "7, 3", "13, 30", "40, 8", "40, 40", "70, 300", "300, 20", "1, 3",
    "2, 4", "3, 3", "5, 16", "10, 10", "16, 7", "16, 16", "17, 16", "9, 2", "16, 17"
  })
  void onTheRight(int n, int r) {
    for (boolean lower : new boolean[] {false, true}) {
      for (boolean transpose : new boolean[] {false, true}) {
        for (boolean unit : new boolean[] {false, true}) {
          checkOnTheRight(KERNELS, lower, transpose, unit, n, r);
          checkOnTheRight(DefaultKernels.create(), lower, transpose, unit, n, r);
        }
      }
    }
  }

  private void checkOnTheRight(
      Kernels kernels, boolean lower, boolean transpose, boolean unit, int n, int r) {
    TestBlock t = triangle(lower, unit, n, 2);
    TestBlock b = TestBlock.random(random, r, n);
    TestBlock expected = TestBlock.zeros(n, r);
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < n; j++) {
        expected.set(j, i, b.get(i, j));
      }
    }
    solve(lower, !transpose, unit, t, expected);
    kernels.solveTriangularOnTheRight(
        lower, transpose, unit, n, r, t.data, t.offset, t.ld, b.data, b.offset, b.ld);
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(b.get(i, j)).isCloseTo(expected.get(j, i), within(1e-12));
      }
    }
    b.assertSurroundingsUntouched();
  }

  private void checkAllForms(int n, int r, double spread) {
    for (boolean lower : new boolean[] {false, true}) {
      for (boolean transpose : new boolean[] {false, true}) {
        for (boolean unit : new boolean[] {false, true}) {
          check(lower, transpose, unit, n, r, spread);
        }
      }
    }
  }

  /** {@code |op(T) X − B| ≤ O(n ε) |op(T)| |X|}, entry by entry, whatever the condition. */
  private void check(boolean lower, boolean transpose, boolean unit, int n, int r, double spread) {
    TestBlock t = triangle(lower, unit, n, spread);
    TestBlock b = TestBlock.random(random, n, r);
    double[][] rightHandSides = b.toRows();
    double[] before = t.data.clone();
    solve(lower, transpose, unit, t, b);
    double[][] full = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        boolean inside = lower ? i > j : i < j;
        full[i][j] = i == j && unit ? 1 : inside || i == j ? t.get(i, j) : 0;
      }
    }
    double[][] op = transpose ? TestBlock.transpose(full, n) : full;
    double[][] x = b.toRows();
    double[][] scale = TestBlock.product(TestBlock.absolute(op), TestBlock.absolute(x), r);
    String what = n + "×" + r + " " + lower + " " + transpose + " " + unit;
    TestBlock.assertClose(TestBlock.product(op, x, r), rightHandSides, scale, 3 * (n + 1), what);
    b.assertSurroundingsUntouched();
    assertThat(t.data).isEqualTo(before);
  }

  /** NaN wherever nothing may be read: the other triangle, and the diagonal of a unit triangle. */
  private TestBlock triangle(boolean lower, boolean unit, int n, double spread) {
    TestBlock t = TestBlock.random(random, n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        boolean inside = lower ? i > j : i < j;
        t.set(i, j, inside ? t.get(i, j) / n : Double.NaN);
      }
      double size = Math.pow(spread, 2 * random.nextDouble() - 1);
      t.set(i, i, unit ? Double.NaN : (random.nextBoolean() ? 1 : -1) * size);
    }
    return t;
  }

  private static void solve(
      boolean lower, boolean transpose, boolean unit, TestBlock t, TestBlock b) {
    KERNELS.solveTriangular(
        lower, transpose, unit, b.rows, b.columns, t.data, t.offset, t.ld, b.data, b.offset, b.ld);
  }
}
