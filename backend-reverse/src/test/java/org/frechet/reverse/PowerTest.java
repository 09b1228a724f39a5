package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.value.Elementwise.pow;

import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** xᵖ where its derivatives are infinite or undefined: 0 by policy, with a symmetric Hessian. */
class PowerTest {

  private final Differentiation di = Differentiation.standard();

  static Stream<Arguments> powers() {
    return Stream.of(
        // x, p, ∂/∂x, ∂/∂p
        Arguments.of(0.0, 0.0, 0.0, 0.0),
        Arguments.of(0.0, 1.0, 1.0, 0.0),
        Arguments.of(0.0, 2.0, 0.0, 0.0),
        Arguments.of(0.0, 0.5, 0.0, 0.0),
        Arguments.of(0.0, -1.0, 0.0, 0.0),
        Arguments.of(-2.0, 3.0, 12.0, 0.0),
        Arguments.of(-2.0, 2.0, -4.0, 0.0),
        Arguments.of(-2.0, -1.0, -0.25, 0.0),
        Arguments.of(-2.0, 0.0, 0.0, 0.0),
        Arguments.of(-2.0, 1.0, 1.0, 0.0),
        Arguments.of(2.0, 3.0, 12.0, 8 * Math.log(2)),
        Arguments.of(4.0, 0.5, 0.25, 2 * Math.log(4)),
        Arguments.of(2.0, 0.0, 0.0, Math.log(2)));
  }

  @ParameterizedTest
  @MethodSource("powers")
  void powerTable(double x, double p, double byBase, double byExponent) {
    Tokens.exact()
        .forEach(
            token -> {
              double[] both = di.gradient(PowerTest::power, token, new double[] {x, p});
              assertThat(both[0]).isCloseTo(byBase, within(1e-14));
              assertThat(both[1]).isCloseTo(byExponent, within(1e-14));
              assertThat(di.derivative(s -> s.pow(p), token, x)).isCloseTo(byBase, within(1e-14));
            });
  }

  private static Scalar power(Vector v) {
    return pow(v.get(0), v.get(1));
  }

  @ParameterizedTest
  @MethodSource("powers")
  void powerTableToSecondOrder(double x, double p) {
    double curvature = x == 0 ? (p == 2 ? 2 : 0) : p * (p - 1) * Math.pow(x, p - 2);
    Tokens.exactPairs()
        .forEach(
            pair -> {
              double[][] h = di.hessian(PowerTest::power, pair, new double[] {x, p});
              assertThat(h[0][0]).as("%s", pair).isCloseTo(curvature, within(1e-13));
              assertThat(h[0][1]).isFinite().isCloseTo(h[1][0], within(1e-13));
              assertThat(h[1][1]).isFinite();
            });
  }
}
