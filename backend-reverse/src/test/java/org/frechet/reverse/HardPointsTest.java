package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.value.Elementwise.atan2;
import static org.frechet.value.Elementwise.hypot;

import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.value.Elementary;
import org.frechet.value.ElementwiseMethods;
import org.frechet.value.Primitive;
import org.frechet.value.Reductions;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a derivative does not exist or overflows on the way: finite by policy, never NaN. */
class HardPointsTest {

  private final Differentiation di = Differentiation.standard();

  static Stream<Arguments> edges() {
    return Stream.of(
        edge(Elementary.SQRT, 0),
        edge(Elementary.CBRT, 0),
        edge(Elementary.ASIN, 1),
        edge(Elementary.ASIN, -1),
        edge(Elementary.ACOS, 1),
        edge(Elementary.ACOS, -1),
        edge(Elementary.ACOSH, 1),
        edge(Elementary.ABS, 0),
        edge(Elementary.SIGN, 0),
        edge(Elementary.TANH, 800),
        edge(Elementary.TANH, -800),
        edge(Elementary.LOGISTIC, 800),
        edge(Elementary.LOGISTIC, -800),
        edge(Elementary.SOFTPLUS, -800),
        edge(Elementary.ERF, 1e200));
  }

  private static Arguments edge(Primitive.Elementwise f, double x) {
    return Arguments.of(f, x);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("edges")
  void infiniteOrVanishingDerivativesAreZero(Primitive.Elementwise f, double x) {
    double[] vector = {x, x};
    Tokens.exact()
        .forEach(
            token -> {
              assertThat(di.derivative(s -> f.apply(s), token, x)).as("%s", token).isZero();
              assertThat(di.gradient(v -> f.apply(v).sum(), token, vector))
                  .containsExactly(new double[2], within(0.0));
            });
    Tokens.exactPairs()
        .forEach(
            pair -> {
              assertThat(di.secondDerivative(s -> f.apply(s), pair, x)).as("%s", pair).isZero();
              assertThat(di.hvp(v -> f.apply(v).sum(), pair, vector, new double[] {1, 2}))
                  .containsExactly(new double[2], within(0.0));
            });
  }

  @Test
  void aZeroCotangentAtTheEdgeStaysZero() {
    Tokens.exact()
        .forEach(
            token ->
                assertThat(di.gradient(v -> v.sqrt().multiply(0).sum(), token, new double[] {0, 4}))
                    .containsExactly(0, 0));
  }

  @Test
  void anInfiniteDerivativeStaysWithItsOwnArgument() {
    Tokens.exact()
        .forEach(
            token ->
                assertThat(
                        di.gradient(v -> v.get(0).log().add(v.get(1)), token, new double[] {0, 1}))
                    .containsExactly(Double.POSITIVE_INFINITY, 1));
  }

  @Test
  void softplusAndTanhInTheirTails() {
    Tokens.exact()
        .forEach(
            token -> {
              assertThat(di.derivative(ElementwiseMethods::softplus, token, 800)).isEqualTo(1);
              assertThat(di.derivative(ElementwiseMethods::tanh, token, 711)).isZero();
            });
    Tokens.exactPairs()
        .forEach(
            pair ->
                assertThat(di.secondDerivative(ElementwiseMethods::softplus, pair, 800)).isZero());
  }

  @Test
  void atan2NeitherUnderflowsNorOverflows() {
    double tiny = 1e-170;
    Tokens.exact()
        .forEach(
            token -> {
              double[] at = di.gradient(HardPointsTest::angle, token, new double[] {tiny, tiny});
              assertThat(at[0]).isCloseTo(5e169, within(1e156));
              assertThat(at[1]).isCloseTo(-5e169, within(1e156));
              double[] far = di.gradient(HardPointsTest::angle, token, new double[] {0, 1e200});
              assertThat(far).containsExactly(new double[] {1e-200, 0}, within(0.0));
            });
  }

  private static Scalar angle(Vector v) {
    return atan2(v.get(0), v.get(1));
  }

  @Test
  void nothingIsNaNAtTheOrigin() {
    double[] origin = {0, 0};
    Tokens.exact()
        .forEach(
            token -> {
              assertThat(di.gradient(HardPointsTest::angle, token, origin))
                  .containsExactly(new double[] {0, 0}, within(0.0));
              assertThat(di.gradient(HardPointsTest::radius, token, origin))
                  .containsExactly(new double[] {0, 0}, within(0.0));
              assertThat(di.gradient(Vector::norm, token, origin))
                  .containsExactly(new double[] {0, 0}, within(0.0));
              assertThat(di.gradient(Reductions::norm1, token, origin))
                  .containsExactly(new double[] {0, 0}, within(0.0));
            });
    Tokens.exactPairs()
        .forEach(
            pair -> {
              assertThat(di.hessian(HardPointsTest::angle, pair, origin)).isDeepEqualTo(zeros());
              assertThat(di.hessian(HardPointsTest::radius, pair, origin)).isDeepEqualTo(zeros());
              assertThat(di.hessian(Vector::norm, pair, origin)).isDeepEqualTo(zeros());
            });
  }

  private static Scalar radius(Vector v) {
    return hypot(v.get(0), v.get(1));
  }

  private static double[][] zeros() {
    return new double[2][2];
  }

  @Test
  void smallestNumbersGiveFiniteDerivatives() {
    double[] tiny = {Double.MIN_VALUE, 0};
    Tokens.exact()
        .forEach(
            token -> {
              assertThat(di.gradient(Vector::norm, token, tiny))
                  .containsExactly(new double[] {1, 0}, within(0.0));
              assertThat(di.gradient(HardPointsTest::radius, token, tiny))
                  .containsExactly(new double[] {1, 0}, within(0.0));
            });
  }

  /** What overflows is infinite; what does not is a number, beside it too. */
  @Test
  void secondDerivativesNearTheOriginAreNeverNaN() {
    double infinity = Double.POSITIVE_INFINITY;
    for (double tiny : new double[] {Double.MIN_VALUE, 1e-310, 1e-200}) {
      double[] x = {tiny, 0};
      Tokens.exact()
          .forEach(
              token ->
                  assertThat(di.gradient(HardPointsTest::angle, token, x))
                      .containsExactly(new double[] {0, -1 / tiny}, within(0.0)));
      Tokens.exactPairs()
          .forEach(
              pair -> {
                // (y² − x²) / r⁴ beside the diagonal, 2xy / r⁴ on it
                assertThat(di.hessian(HardPointsTest::angle, pair, x))
                    .isDeepEqualTo(new double[][] {{0, infinity}, {infinity, 0}});
                assertThat(di.hessian(HardPointsTest::radius, pair, x))
                    .isDeepEqualTo(new double[][] {{0, 0}, {0, 1 / tiny}});
              });
    }
  }

  /** b² / r³ by the hypotenuse, where 1 − a² / r² would cancel to nothing. */
  @Test
  void theCurvatureOfTheHypotenuseDoesNotCancel() {
    double[] x = {1, 1e-10};
    Tokens.exactPairs()
        .forEach(
            pair ->
                assertThat(di.hessian(HardPointsTest::radius, pair, x)[0][0])
                    .isCloseTo(1e-20, within(1e-34)));
  }

  @Test
  void normsOfBadlyScaledVectorsAreDifferentiatedTwice() {
    for (double scale : new double[] {1e-300, 1e-170, 1e-8, 1, 1e8, 1e170}) {
      double[] x = {3 * scale, 4 * scale};
      Tokens.exactPairs()
          .forEach(
              pair -> {
                double[][] h = di.hessian(Vector::norm, pair, x);
                assertThat(h[0][0] * scale)
                    .as("%s %s", scale, pair)
                    .isCloseTo(0.128, within(1e-15));
                assertThat(h[0][1] * scale).isCloseTo(-0.096, within(1e-15));
                double[][] r = di.hessian(HardPointsTest::radius, pair, x);
                assertThat(r[1][1] * scale)
                    .as("%s %s", scale, pair)
                    .isCloseTo(0.072, within(1e-15));
              });
    }
  }

  @Test
  void tiesGiveTheWholeDerivativeToTheFirst() {
    Tokens.exact()
        .forEach(
            token -> {
              double[] tie = {1, 1};
              assertThat(di.gradient(v -> v.get(0).max(v.get(1)), token, tie))
                  .containsExactly(new double[] {1, 0}, within(0.0));
              assertThat(di.gradient(v -> v.get(0).min(v.get(1)), token, tie))
                  .containsExactly(new double[] {1, 0}, within(0.0));
              assertThat(di.gradient(Reductions::maximum, token, tie))
                  .containsExactly(new double[] {1, 0}, within(0.0));
              assertThat(di.gradient(Reductions::minimum, token, tie))
                  .containsExactly(new double[] {1, 0}, within(0.0));
              assertThat(di.gradient(Reductions::normInfinity, token, new double[] {-1, 1}))
                  .containsExactly(new double[] {-1, 0}, within(0.0));
            });
  }
}
