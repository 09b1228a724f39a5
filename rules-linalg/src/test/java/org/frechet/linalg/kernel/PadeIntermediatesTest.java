package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PadeIntermediatesTest {

  private static final int N = 4;

  private final Random random = new Random(71);

  /** Each degree has other powers, and so another record of what the second order reads. */
  @ParameterizedTest
  @CsvSource({"3, 0", "5, 0", "7, 0", "9, 0", "13, 0", "3, 2", "5, 1", "7, 2", "9, 3", "13, 2"})
  void everyDegreeHasTheDerivativesOfItsValue(int degree, int squarings) {
    PadeScaling scaling = new PadeScaling(degree, squarings);
    double[] a = random(0.3);
    double[] e = random(1);
    double[] f = random(1);
    double h = 1e-4;
    PadeEvaluation above = evaluation(a, h, f, scaling);
    PadeEvaluation below = evaluation(a, -h, f, scaling);
    PadeEvaluation at = evaluation(a, 0, f, scaling);
    assertThat(at.frechet(f))
        .containsExactly(difference(above.value(), below.value(), h), within(1e-6));
    assertThat(at.frechet(e, f))
        .containsExactly(difference(above.frechet(e), below.frechet(e), h), within(1e-6));
  }

  /** The work arrays of one evaluation are neither kept nor given away. */
  @ParameterizedTest
  @CsvSource({"3, 0", "13, 0", "13, 1", "13, 2"})
  void isTheSameAgain(int degree, int squarings) {
    PadeEvaluation at = evaluation(random(0.3), 0, random(1), new PadeScaling(degree, squarings));
    double[] value = at.value().clone();
    double[] e = random(1);
    double[] first = at.frechet(e);
    double[] copy = first.clone();
    at.frechet(random(1));
    assertThat(first).containsExactly(copy);
    assertThat(at.frechet(e)).containsExactly(copy);
    assertThat(at.value()).containsExactly(value);
  }

  private static PadeEvaluation evaluation(double[] a, double h, double[] f, PadeScaling scaling) {
    double[] moved = a.clone();
    for (int p = 0; p < a.length; p++) {
      moved[p] += h * f[p];
    }
    return new PadeEvaluation(N, moved, scaling);
  }

  private static double[] difference(double[] above, double[] below, double h) {
    double[] d = new double[above.length];
    for (int p = 0; p < d.length; p++) {
      d[p] = (above[p] - below[p]) / (2 * h);
    }
    return d;
  }

  private double[] random(double scale) {
    return random.doubles(N * N).map(x -> scale * (2 * x - 1)).toArray();
  }
}
