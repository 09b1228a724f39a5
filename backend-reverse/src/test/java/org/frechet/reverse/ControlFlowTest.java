package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Branches and loops steered by values: the path taken is differentiated, each time anew. */
class ControlFlowTest {

  private final Differentiation di = Differentiation.standard();

  static Stream<AdType> exact() {
    return Tokens.exact();
  }

  static Stream<SecondOrder> pairs() {
    return Tokens.exactPairs();
  }

  private static Scalar piecewise(Scalar x) {
    return x.isGreaterThan(0) ? x.multiply(x) : x.negate();
  }

  /** Newton's iteration for √a: as many steps as it takes. */
  private static Scalar root(Scalar a) {
    Scalar x = a;
    Scalar error = x.multiply(x).subtract(a);
    while (error.abs().isGreaterThan(1e-14)) {
      x = x.add(a.divide(x)).divide(2);
      error = x.multiply(x).subtract(a);
    }
    // one more, so that the derivative has converged too
    x = x.add(a.divide(x)).divide(2);
    return x.add(a.divide(x)).divide(2);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void theBranchTakenIsDifferentiated(AdType token) {
    assertThat(di.derivative(ControlFlowTest::piecewise, token, 3.0)).isEqualTo(6);
    assertThat(di.derivative(ControlFlowTest::piecewise, token, -3.0)).isEqualTo(-1);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void aPreparedOperatorFollowsTheBranchOfEachArgument(AdType token) {
    var plan = di.prepareDerivative(ControlFlowTest::piecewise, token, Scalar.of(3));
    assertThat(plan.derivative(Scalar.of(-3))).isEqualTo(Scalar.of(-1));
    assertThat(plan.derivative(Scalar.of(5))).isEqualTo(Scalar.of(10));
    assertThat(plan.derivative(Scalar.of(-3))).isEqualTo(Scalar.of(-1));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void loopsThatEndByValue(SecondOrder pair) {
    assertThat(di.derivative(ControlFlowTest::root, pair.inner(), 2.0))
        .isCloseTo(0.5 / Math.sqrt(2), within(1e-14));
    assertThat(di.secondDerivative(ControlFlowTest::root, pair, 2.0))
        .isCloseTo(-0.25 / (2 * Math.sqrt(2)), within(1e-13));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void longRecordingsNeedNoStack(AdType token) {
    int steps = 100_000;
    double d =
        di.derivative(
            x -> {
              Scalar y = x;
              for (int i = 0; i < steps; i++) {
                y = y.add(x);
              }
              return y;
            },
            token,
            1.0);
    assertThat(d).isEqualTo(steps + 1);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void aValueUsedManyTimesAccumulates(AdType token) {
    double[] g =
        di.gradient(
            v -> {
              Scalar s = v.get(0);
              return Vector.of(s, s, s, v.get(1)).dot(Vector.of(s, v.get(1), s, s));
            },
            token,
            new double[] {2, 5});
    // 2 s² + 2 s t
    assertThat(g).containsExactly(4 * 2 + 2 * 5, 2 * 2);
  }
}
