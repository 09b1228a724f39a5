package org.frechet.examples.sunspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class FitTest {

  /** Where the barrier is lowest: the root of 5x² − 6x − 5 in (−1, 1). */
  private static final double BARRIER_MINIMUM = (3 - Math.sqrt(34)) / 5;

  private final Differentiation di = Differentiation.standard();
  private final List<Fit.Step> steps = new ArrayList<>();

  private Fit minimize(Function<Vector, Scalar> f, double... start) {
    return Fit.minimize(di, f, Vector.of(start), steps::add);
  }

  @Test
  void theLikelihoodReachesItsOptimum() {
    Function<Vector, Scalar> f = new Sunspots(System.out).negativeLogLikelihood();
    Fit fit = minimize(f, Sunspots.START.toArray());
    assertThat(fit.converged()).isTrue();
    assertThat(fit.last().value()).isCloseTo(1305.1385963, within(1e-6));
    assertThat(fit.last().slope()).isLessThan(1e-3);
    assertThat(Carma.of(fit.last().x()).cycle().toDouble()).isCloseTo(11.18, within(5e-3));
  }

  @Test
  void theProgressBeginsAtTheStartAndDescends() {
    Fit fit = minimize(FitTest::rosenbrock, -1.2, 1);
    assertThat(fit.last().x().toArray()).usingComparatorWithPrecision(1e-7).containsExactly(1, 1);
    assertThat(steps.get(0).x()).isEqualTo(Vector.of(-1.2, 1));
    assertThat(steps.get(steps.size() - 1)).isEqualTo(fit.last());
    for (int i = 1; i < steps.size(); i++) {
      assertThat(steps.get(i).number()).isEqualTo(i);
      assertThat(steps.get(i).value()).isLessThanOrEqualTo(steps.get(i - 1).value());
    }
  }

  private static Scalar rosenbrock(Vector x) {
    Scalar a = x.get(0).negate().add(1);
    Scalar b = x.get(1).subtract(x.get(0).pow(2));
    return a.multiply(a).add(b.multiply(b).multiply(100));
  }

  @Test
  void theSearchTurnsBackFromWhereThereIsNoValue() {
    // The first trial leaves (−1, 1), where the logarithm is NaN.
    Fit fit = minimize(FitTest::barrier, 0.5);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.last().x().get(0).toDouble()).isCloseTo(BARRIER_MINIMUM, within(1e-7));
  }

  @Test
  void theSearchTurnsBackFromWhereTheFunctionThrows() {
    Fit fit =
        minimize(
            x -> {
              if (x.get(0).abs().isGreaterThan(1)) {
                throw new ArithmeticException("no value here");
              }
              return barrier(x);
            },
            0.5);
    assertThat(fit.last().x().get(0).toDouble()).isCloseTo(BARRIER_MINIMUM, within(1e-7));
  }

  /** −3 log(1 − x²) + 5x. */
  private static Scalar barrier(Vector x) {
    Scalar at = x.get(0);
    return at.pow(2).negate().add(1).log().multiply(-3).add(at.multiply(5));
  }

  @Test
  void aStartWithoutAValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> minimize(FitTest::barrier, 2))
        .withMessageContaining("the function is NaN at the start [2.0]");
  }
}
