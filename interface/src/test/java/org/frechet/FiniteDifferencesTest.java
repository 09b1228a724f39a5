package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finite differences need no rules and no other backend. */
class FiniteDifferencesTest {

  private static final AutoFiniteDiff TOKEN = new AutoFiniteDiff();

  private final Differentiation di = Differentiation.of(RuleRegistry.of());

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, 0.5, 1.5})
  void elevenDigitsOfASmoothFunction(double x) {
    assertThat(di.derivative(Scalar::sin, TOKEN, x)).isCloseTo(Math.cos(x), within(1e-10));
  }

  @Test
  void polynomialsOfDegreeFourAreExactUpToRounding() {
    assertThat(di.derivative(x -> x.pow(4), TOKEN, 2.0)).isCloseTo(32, within(1e-10));
    assertThat(di.secondDerivative(x -> x.pow(3), TOKEN, 2.0)).isCloseTo(12, within(1e-6));
  }

  @Test
  void theFunctionMayLeaveTheDifferentiableOperations() {
    Vector at = Vector.of(1, 2);
    Vector g = di.gradient(x -> Scalar.of(Math.exp(x.toArray()[0] * x.toArray()[1])), TOKEN, at);
    assertThat(g.subtract(Vector.of(2, 1).multiply(Math.exp(2))).norm().toDouble())
        .isLessThan(1e-8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 1, 1e8})
  void stepsFollowTheSizeOfTheArgumentAndOfTheTangent(double scale) {
    Scalar x = Scalar.of(3e8);
    double slope = di.derivative(s -> s.divide(1e8).sin(), TOKEN, x).toDouble();
    assertThat(slope * 1e8).isCloseTo(Math.cos(3), within(1e-9));
    Vector one = Vector.of(0.5);
    Vector dx = Vector.of(scale);
    Vector pushed = di.pushforward(v -> v.sin(), TOKEN, one, dx);
    assertThat(pushed.get(0).toDouble() / scale).isCloseTo(Math.cos(0.5), within(1e-10));
  }

  @Test
  void aZeroTangentCostsNothingAndGivesZero() {
    Vector x = Vector.of(1, 2);
    Vector pushed = di.pushforward(v -> v.exp(), TOKEN, x, Vector.zeros(2));
    assertThat(pushed).isEqualTo(Vector.zeros(2));
    assertThat(pushed.isStructuralZero()).isTrue();
  }

  @Test
  void theStepMayBeChosen() {
    AutoFiniteDiff coarse = new AutoFiniteDiff(0.1);
    double error = Math.abs(di.derivative(Scalar::exp, coarse, 0.0) - 1);
    assertThat(error).isBetween(1e-9, 1e-4);
  }

  @Test
  void everyOperatorIsServed() {
    Matrix a = Matrix.of(new double[][] {{1, 2}, {3, 4}});
    Vector x = Vector.of(1, -1);
    Matrix j = di.jacobian(v -> a.multiply(v), TOKEN, x);
    assertThat(j.subtract(a).norm().toDouble()).isLessThan(1e-9);
    Vector pulled = di.pullback(v -> a.multiply(v), TOKEN, x, x);
    assertThat(pulled.subtract(a.transpose().multiply(x)).norm().toDouble()).isLessThan(1e-9);
    Matrix h = di.hessian(v -> v.dot(a.multiply(v)), TOKEN, x);
    assertThat(h.subtract(a.add(a.transpose())).norm().toDouble()).isLessThan(1e-5);
    Vector hv = di.hvp(v -> v.dot(a.multiply(v)), TOKEN, x, x);
    assertThat(hv.subtract(a.add(a.transpose()).multiply(x)).norm().toDouble()).isLessThan(1e-5);
    List<Vector> both = di.pushforwards(v -> a.multiply(v), TOKEN, x, List.of(x, x.negate()));
    assertThat(both.get(0).add(both.get(1)).norm().toDouble()).isLessThan(1e-9);
  }
}
