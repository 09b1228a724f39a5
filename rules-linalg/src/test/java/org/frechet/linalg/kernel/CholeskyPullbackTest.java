package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyPullbackTest {

  /** {@code X = ½ L⁻ᵀ S L⁻¹} says {@code 2 Lᵀ X L = S}, with S the mirrored triangle of Lᵀ G. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 9, 40})
  void solvesItsEquationWhateverIsAboveTheDiagonals(int n) {
    double[] l = new Random(1).doubles((long) n * n, -0.3, 0.3).toArray();
    double[] g = new Random(2).doubles((long) n * n, -1, 1).toArray();
    for (int i = 0; i < n; i++) {
      l[i * (n + 1)] = 2 + i % 3;
    }
    double[] x = CholeskyPullback.of(n, l, g);
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double expected = 0;
        double found = 0;
        for (int p = i; p < n; p++) {
          expected += l[p + i * n] * g[p + j * n];
          for (int q = j; q < n; q++) {
            found += 2 * l[p + i * n] * x[p + q * n] * l[q + j * n];
          }
        }
        assertThat(found).isCloseTo(expected, within(1e-12));
        assertThat(x[i + j * n]).isEqualTo(x[j + i * n]);
      }
    }
  }
}
