package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuFactorsTest {

  /** {@code |A X − I| ≤ O(n ε) |A| |X|}, with rows exchanged wherever chance has it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 12, 13, 16, 20, 40, 100, 150})
  void inverse(int n) {
    double[] a = new Random(n).doubles((long) n * n, -1, 1).toArray();
    double[] before = a.clone();
    LuFactors lu = LuFactors.of(n, a);
    double[] x = lu.inverse();
    double[] residual = ColumnMajor.product(false, false, n, n, n, a, x);
    double[] identity = ColumnMajor.identity(n);
    double largest = 0;
    for (int p = 0; p < residual.length; p++) {
      largest = Math.max(largest, Math.abs(residual[p] - identity[p]));
    }
    double scale = n * ColumnMajor.maxNorm(a) * ColumnMajor.maxNorm(x);
    assertThat(largest).isLessThanOrEqualTo(8 * n * Math.ulp(1.0) * scale);
    assertThat(a).isEqualTo(before);
    assertThat(lu.inverse()).isEqualTo(x).isNotSameAs(x);
  }
}
