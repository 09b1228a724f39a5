package org.frechet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlainKernelsTest {

  private final Kernels kernels = new PlainKernels();

  @Test
  void plainJavaIsTheFallback() {
    assertThat(kernels.priority()).isZero();
    assertThat(Kernels.best().priority()).isNotNegative();
  }

  /** {@code A⁻¹ B} from the kernels together: {@code P A = L U}, then the two triangles. */
  @Test
  void solvesALinearSystem() {
    for (int n : new int[] {1, 2, 5, 40, 130}) {
      Random random = new Random(n);
      TestBlock a = TestBlock.random(random, n, n);
      double[][] x = TestBlock.random(random, n, 3).toRows();
      TestBlock b = TestBlock.of(TestBlock.product(a.toRows(), x, 3));
      solve(a, b);
      for (int i = 0; i < n; i++) {
        assertThat(b.toRows()[i]).containsExactly(x[i], within(1e-9));
      }
    }
  }

  /** Nothing is shared between calls: the same bits from any number of threads. */
  @Test
  void threadsDoNotDisturbEachOther() {
    double[] alone = square(60);
    assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> square(60)))
        .allMatch(result -> Arrays.equals(alone, result));
  }

  private double[] square(int n) {
    TestBlock a = TestBlock.random(new Random(5), n, n);
    double[] c = new double[n * n];
    kernels.multiply(
        false, true, n, n, n, 1, a.data, a.offset, a.ld, a.data, a.offset, a.ld, c, 0, n);
    return c;
  }

  private void solve(TestBlock a, TestBlock b) {
    int n = a.rows;
    int[] pivots = new int[n];
    assertThat(kernels.lu(n, n, a.data, a.offset, a.ld, pivots)).isEqualTo(-1);
    for (int j = 0; j < b.columns; j++) {
      for (int i = 0; i < n; i++) {
        double entry = b.get(i, j);
        b.set(i, j, b.get(pivots[i], j));
        b.set(pivots[i], j, entry);
      }
    }
    kernels.solveTriangular(
        true, false, true, n, b.columns, a.data, a.offset, a.ld, b.data, b.offset, b.ld);
    kernels.solveTriangular(
        false, false, false, n, b.columns, a.data, a.offset, a.ld, b.data, b.offset, b.ld);
  }
}
