package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Third derivatives, in all eight orders of modes. */
class ThirdDerivativeTest {

  private static final Matrix A = Matrix.of(new double[][] {{1, 2, 0.5}, {-1, 1, 3}, {0, 2, -1}});
  private static final Vector X = Vector.of(0.7, -0.4, 1.3);
  private static final Vector V = Vector.of(1, -0.5, 2);

  private final Differentiation di = Differentiation.standard();

  static List<List<AdType>> triples() {
    return Tokens.triples().toList();
  }

  /** Sums, products, quotients, elementwise functions, norms, indexing, reshaping. */
  private static Scalar f(Vector x) {
    Vector y = A.multiply(x).tanh().add(x.multiply(x.get(1)));
    Scalar quotient = y.exp().sum().divide(x.norm().add(2));
    Matrix outer = y.outer(x).multiply(A.transpose());
    Scalar entries = outer.get(0, 2).multiply(outer.row(1).dot(outer.column(2)));
    Vector stacked = Vector.of(x.get(2), y.get(0), quotient).sin();
    Scalar powers = x.multiply(x).add(1).pow(0.3).cumulativeSum().sum();
    Matrix reshaped = Vector.concatenate(List.of(stacked, x)).reshape(2, 3);
    return quotient
        .add(entries)
        .add(stacked.slice(1, 3).sum())
        .add(powers)
        .add(reshaped.multiply(A).norm())
        .subtract(outer.block(1, 0, 2, 2).sum());
  }

  @ParameterizedTest
  @MethodSource("triples")
  void allOrdersOfModesAgree(List<AdType> modes) {
    SecondOrder inner = SecondOrder.of(modes.get(1), modes.get(2));
    Vector third =
        di.derivative(
            t -> di.hvp(ThirdDerivativeTest::f, inner, X.add(V.multiply(t)), V),
            modes.get(0),
            Scalar.of(0));
    Vector reference =
        di.derivative(
            t ->
                di.hvp(
                    ThirdDerivativeTest::f,
                    SecondOrder.of(Tokens.FORWARD, Tokens.REVERSE),
                    X.add(V.multiply(t)),
                    V),
            new AutoFiniteDiff(),
            Scalar.of(0));
    Vector agreed = reverseThroughout();
    for (int i = 0; i < 3; i++) {
      double size = agreed.norm().toDouble();
      assertThat(third.get(i).toDouble())
          .isCloseTo(agreed.get(i).toDouble(), within(1e-12 * size))
          .isCloseTo(reference.get(i).toDouble(), within(1e-7 * size));
    }
  }

  private Vector reverseThroughout() {
    return di.derivative(
        t -> di.hvp(ThirdDerivativeTest::f, Tokens.REVERSE, X.add(V.multiply(t)), V),
        Tokens.REVERSE,
        Scalar.of(0));
  }

  @ParameterizedTest
  @MethodSource("triples")
  void thirdDerivativesOfPowers(List<AdType> modes) {
    SecondOrder inner = SecondOrder.of(modes.get(1), modes.get(2));
    double third =
        di.derivative(
            x ->
                di.secondDerivative(
                    (Scalar s) -> s.pow(5).add(s.divide(s.multiply(s).add(1))), inner, x),
            modes.get(0),
            1.5);
    // 60 x² + (x/(1+x²))‴, which is −6 (x⁴ − 6x² + 1) / (1+x²)⁴
    double square = 1.5 * 1.5;
    double expected =
        60 * square - 6 * (square * square - 6 * square + 1) / Math.pow(1 + square, 4);
    assertThat(third).isCloseTo(expected, within(1e-11));
  }
}
