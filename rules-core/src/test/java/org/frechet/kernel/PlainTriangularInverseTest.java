package org.frechet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTriangularInverseTest {

  private final Random random = new Random(7);

  /** All but the inverse is the plain kernels': what an implementation gets that has none. */
  private final Kernels withoutInverse = DefaultKernels.create();

  @Test
  void everySize() {
    for (int n = 0; n <= 40; n++) {
      check(n);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 100, 129, 200, 300})
  void aroundBlockEdges(int n) {
    check(n);
  }

  private void check(int n) {
    for (boolean lower : new boolean[] {false, true}) {
      for (boolean unit : new boolean[] {false, true}) {
        check(new PlainKernels(), lower, unit, n);
        check(withoutInverse, lower, unit, n);
      }
    }
  }

  /** {@code |T X − I| ≤ O(n ε) |T| |X|}, and nothing else is read or written. */
  private void check(Kernels kernels, boolean lower, boolean unit, int n) {
    TestBlock t = TestBlock.random(random, n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        boolean inside = lower ? i > j : i < j;
        t.set(i, j, inside ? t.get(i, j) / n : Double.NaN);
      }
      t.set(i, i, unit ? Double.NaN : 1 + random.nextDouble());
    }
    double[][] before = triangle(t, lower, unit);
    kernels.invertTriangular(lower, unit, n, t.data, t.offset, t.ld);
    double[][] x = triangle(t, lower, unit);
    double[][] identity = new double[n][n];
    for (int i = 0; i < n; i++) {
      identity[i][i] = 1;
      for (int j = 0; j < n; j++) {
        boolean outside = i == j ? unit : lower == i < j;
        assertThat(Double.isNaN(t.get(i, j))).isEqualTo(outside);
      }
    }
    double[][] scale = TestBlock.product(TestBlock.absolute(before), TestBlock.absolute(x), n);
    String what = n + " " + lower + " " + unit;
    TestBlock.assertClose(TestBlock.product(before, x, n), identity, scale, 3 * (n + 1), what);
    t.assertSurroundingsUntouched();
  }

  private static double[][] triangle(TestBlock t, boolean lower, boolean unit) {
    double[][] rows = new double[t.rows][t.rows];
    for (int i = 0; i < t.rows; i++) {
      for (int j = 0; j < t.rows; j++) {
        boolean inside = lower ? i > j : i < j;
        rows[i][j] = i == j && unit ? 1 : inside || i == j ? t.get(i, j) : 0;
      }
    }
    return rows;
  }
}
