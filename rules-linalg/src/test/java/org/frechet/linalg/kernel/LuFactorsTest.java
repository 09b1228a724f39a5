package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

  /** {@code B A⁻¹ = (A⁻ᵀ Bᵀ)ᵀ}. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 13, 40, 100})
  void solvesOnTheRight(int n) {
    int r = 5;
    LuFactors lu = LuFactors.of(n, new Random(n).doubles((long) n * n, -1, 1).toArray());
    double[] b = new Random(n + 1).doubles((long) r * n, -1, 1).toArray();
    double[] expected = transposed(r, n, b);
    lu.solveTransposed(r, expected);
    lu.solveOnTheRight(r, b);
    assertThat(transposed(r, n, b)).containsExactly(expected, within(1e-11));
  }

  private static double[] transposed(int rows, int columns, double[] a) {
    double[] t = new double[a.length];
    for (int p = 0; p < a.length; p++) {
      t[p / rows + p % rows * columns] = a[p];
    }
    return t;
  }
}
