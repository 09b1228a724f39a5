package org.frechet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.R064Store;

class PlainLuTest {

  private static final Kernels KERNELS = new PlainKernels();

  private final Random random = new Random(21);

  @Test
  void squareOfEverySize() {
    for (int n = 0; n <= 40; n++) {
      check(TestBlock.random(random, n, n), -1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64, 65, 100, 129, 200, 513})
  void squareAroundBlockEdges(int n) {
    check(TestBlock.random(random, n, n), -1);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 50", "50, 1", "12, 60", "13, 60", "24, 60", "25, 60", "60, 12", "60, 13", "600, 5",
    "5, 600", "130, 70", "70, 130"
  })
  void rectangular(int m, int n) {
    check(TestBlock.random(random, m, n), -1);
  }

  @Test
  void everySmallRectangle() {
    for (int m = 0; m <= 30; m++) {
      for (int n = 0; n <= 30; n++) {
        check(TestBlock.random(random, m, n), -1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 40, 120})
  void zeroLeadingEntryNeedsAPivot(int n) {
    TestBlock a = TestBlock.random(random, n, n);
    a.set(0, 0, 0);
    check(a, -1);
    TestBlock permutation = TestBlock.zeros(n, n);
    for (int i = 0; i < n; i++) {
      permutation.set(i, (i + 1) % n, 1);
    }
    check(permutation, -1);
  }

  /** Rows that differ by ten powers of ten: the largest entry of a column must win every time. */
  @ParameterizedTest
  @ValueSource(ints = {3, 20, 65})
  void badlyScaledRows(int n) {
    TestBlock a = TestBlock.random(random, n, n);
    for (int i = 0; i < n; i++) {
      double scale = Math.pow(10, random.nextInt(17) - 8);
      for (int j = 0; j < n; j++) {
        a.set(i, j, a.get(i, j) * scale);
      }
    }
    check(a, -1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 25, 40, 70, 129})
  void zeroColumnIsReported(int n) {
    for (int zero : new int[] {0, n / 2, n - 1}) {
      TestBlock a = TestBlock.random(random, n, n);
      for (int i = 0; i < n; i++) {
        a.set(i, zero, 0);
      }
      check(a, zero);
    }
  }

  @Test
  void zeroMatrixIsReportedAtItsFirstPivot() {
    for (int n = 1; n <= 40; n++) {
      check(TestBlock.zeros(n, n), 0);
    }
    check(TestBlock.zeros(60, 13), 0);
    check(TestBlock.zeros(13, 60), 0);
  }

  /** The first of several zero pivots, also where it lies in the right half of the recursion. */
  @Test
  void firstOfTwoZeroColumnsIsReported() {
    TestBlock a = TestBlock.random(random, 60, 60);
    for (int i = 0; i < 60; i++) {
      a.set(i, 41, 0);
      a.set(i, 52, 0);
    }
    check(a, 41);
  }

  @Test
  void multiplesOfARowAreSingularExactly() {
    check(TestBlock.of(new double[][] {{1, 2}, {3, 6}}), 1);
    check(TestBlock.of(new double[][] {{7, 1, 3}, {7, 1, 3}, {2, 5, 1}}), 2);
  }

  @Test
  void subnormalPivots() {
    double tiny = Double.MIN_VALUE;
    check(TestBlock.of(new double[][] {{tiny, 1}, {tiny, 2}}), -1);
    for (int n : new int[] {12, 30, 40}) {
      TestBlock a = TestBlock.zeros(n, n);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          a.set(i, j, j == 0 ? (1 + random.nextInt(9)) * tiny : random.nextGaussian());
        }
      }
      factor(a, new int[n]);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          assertThat(a.get(i, j)).isFinite();
        }
      }
    }
  }

  /** Whatever the index, NaN must be seen in the factors, and it is not a zero pivot. */
  @Test
  void notANumberStaysVisible() {
    for (int n : new int[] {1, 2, 3, 12, 30, 70}) {
      for (int trial = 0; trial < 20; trial++) {
        TestBlock a = TestBlock.random(random, n, n);
        a.set(random.nextInt(n), random.nextInt(n), Double.NaN);
        assertThat(factor(a, new int[n])).isEqualTo(-1);
        assertThat(Arrays.stream(a.packed()).anyMatch(Double::isNaN)).isTrue();
      }
      TestBlock a = TestBlock.zeros(n, n);
      a.set(n - 1, 0, Double.NaN);
      assertThat(factor(a, new int[n])).isEqualTo(-1);
      assertThat(Arrays.stream(a.packed()).anyMatch(Double::isNaN)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 17, 50})
  void determinantAgreesWithOjAlgo(int n) {
    TestBlock a = TestBlock.random(random, n, n);
    LU<Double> oracle = LU.R064.make(n, n);
    oracle.decompose(R064Store.wrap(a.packed(), n));
    int[] pivots = new int[n];
    factor(a, pivots);
    double determinant = 1;
    for (int i = 0; i < n; i++) {
      determinant *= pivots[i] == i ? a.get(i, i) : -a.get(i, i);
    }
    double expected = oracle.getDeterminant();
    assertThat(determinant).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
  }

  /** {@code |P A − L U| ≤ O(n ε) |L| |U|} entry by entry, {@code |L| ≤ 1}, swaps downwards only. */
  private static void check(TestBlock a, int expected) {
    int steps = Math.min(a.rows, a.columns);
    double[][] permuted = a.toRows();
    int[] pivots = new int[steps];
    assertThat(factor(a, pivots)).as("%d×%d", a.rows, a.columns).isEqualTo(expected);
    a.assertSurroundingsUntouched();
    for (int j = 0; j < steps; j++) {
      assertThat(pivots[j]).isBetween(j, a.rows - 1);
      double[] row = permuted[j];
      permuted[j] = permuted[pivots[j]];
      permuted[pivots[j]] = row;
    }
    double[][] l = new double[a.rows][steps];
    double[][] u = new double[steps][a.columns];
    split(a, l, u);
    for (double[] row : l) {
      assertThat(Arrays.stream(row).allMatch(entry -> Math.abs(entry) <= 1)).isTrue();
    }
    double[][] scale = TestBlock.product(TestBlock.absolute(l), TestBlock.absolute(u), a.columns);
    String what = "LU of " + a.rows + "×" + a.columns;
    TestBlock.assertClose(
        TestBlock.product(l, u, a.columns), permuted, scale, 3 * (steps + 1), what);
  }

  private static void split(TestBlock factors, double[][] l, double[][] u) {
    for (int i = 0; i < factors.rows; i++) {
      for (int j = 0; j < factors.columns; j++) {
        if (i > j) {
          l[i][j] = factors.get(i, j);
        } else {
          u[i][j] = factors.get(i, j);
        }
      }
      if (i < u.length) {
        l[i][i] = 1;
      }
    }
  }

  private static int factor(TestBlock a, int[] pivots) {
    return KERNELS.lu(a.rows, a.columns, a.data, a.offset, a.ld, pivots);
  }
}
