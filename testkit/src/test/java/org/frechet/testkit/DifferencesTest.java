package org.frechet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.frechet.testkit.Differences.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge itself: right, and honest about how right. */
class DifferencesTest {

  private static Estimate first(DoubleUnaryOperator f) {
    return Differences.first(t -> new double[][] {{f.applyAsDouble(t)}});
  }

  private static double errorOf(Estimate estimate, double due) {
    return Math.abs(estimate.value()[0][0] - due);
  }

  @Test
  void smoothFunctions() {
    assertThat(errorOf(first(Math::exp), 1)).isLessThan(1e-13);
    assertThat(errorOf(first(t -> Math.sin(3 + 2 * t)), 2 * Math.cos(3))).isLessThan(1e-13);
    assertThat(errorOf(first(t -> 7 * t - 2), 7)).isLessThan(1e-13);
  }

  /** Many periods within the first step: a small spread of wrong quotients does not fool it. */
  @ParameterizedTest
  @ValueSource(doubles = {1e2, 1e4, 1e6, 1e8})
  void fastOscillation(double frequency) {
    Estimate estimate = first(t -> Math.sin(frequency * (1 + t)));
    double due = frequency * Math.cos(frequency);
    assertThat(errorOf(estimate, due)).isLessThan(30 * estimate.error()[0]);
    assertThat(estimate.error()[0]).isLessThan(1e-5 * Math.abs(due));
  }

  /** Noise about a constant: the coarsest steps are the best. */
  @Test
  void aDerivativeThatVanishesInNoise() {
    Estimate estimate = first(t -> 1.5 + 1e-15 * Math.sin(1e9 * t));
    assertThat(errorOf(estimate, 0)).isLessThan(30 * estimate.error()[0]);
    assertThat(estimate.error()[0]).isLessThan(1e-12);
  }

  @Test
  void aSmallDomain() {
    Estimate estimate = first(t -> Math.log(1e-6 + t));
    assertThat(estimate.value()[0][0]).isCloseTo(1e6, within(30 * estimate.error()[0]));
    assertThat(estimate.error()[0]).isLessThan(1e-7 * 1e6);
  }

  @Test
  void noDerivative() {
    Estimate estimate = first(Math::cbrt);
    assertThat(estimate.error()[0]).isGreaterThan(0.1 * Math.abs(estimate.value()[0][0]));
  }

  @Test
  void noDomain() {
    assertThatThrownBy(() -> first(t -> Double.NaN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no step is small enough");
  }

  @Test
  void mixedDerivatives() {
    Estimate estimate =
        Differences.mixed((s, t) -> new double[][] {{Math.exp(s) * Math.sin(1 + t)}});
    assertThat(errorOf(estimate, Math.cos(1))).isLessThan(30 * estimate.error()[0]);
    assertThat(estimate.error()[0]).isLessThan(1e-9);
  }
}
