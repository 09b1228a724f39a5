package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.LeafFunction;
import org.frechet.backend.SecondOrder;
import org.frechet.forward.Forward;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions of one scalar, which a tape does not note: their slopes are multiplied. */
class MultiplesTest {

  /** {@code y = Σᵢ i xᵢ}: a list as argument. */
  private static final Primitive.Unary<List<Scalar>, Scalar> WEIGHTED =
      Primitive.unary("test.weighted scalars", MultiplesTest::weighted);

  private static final RuleSet RULES =
      rules ->
          rules
              .on(WEIGHTED)
              .frule((y, xs, dxs) -> weighted(dxs))
              .rrule((y, xs, g) -> List.of(g, g.multiply(2), g.multiply(3)));

  private static final RuleRegistry REGISTRY = RuleRegistry.of(RULES);

  private final Differentiation di = Differentiation.of(REGISTRY, new Forward(), new Reverse());

  private static Scalar weighted(List<Scalar> xs) {
    Scalar sum = Scalar.of(0);
    for (int i = 0; i < xs.size(); i++) {
      sum = sum.add(xs.get(i).multiply(i + 1));
    }
    return sum;
  }

  static Stream<AdType> exact() {
    return Tokens.exact();
  }

  static Stream<SecondOrder> pairs() {
    return Tokens.exactPairs();
  }

  /** {@code sin²(−2x) = (1 − cos 4x) / 2}. */
  private static Scalar wave(Scalar x) {
    Scalar s = x.multiply(2).negate().sin();
    return s.multiply(s);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void chains(AdType token) {
    double expected = 2 * Math.sin(4 * 0.7);
    assertThat(di.derivative(MultiplesTest::wave, token, 0.7)).isCloseTo(expected, within(1e-15));
    assertThat(di.derivative(x -> wave(x).multiply(wave(x)), token, 0.7))
        .isCloseTo(2 * expected * Math.pow(Math.sin(1.4), 2), within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void chainsTwice(SecondOrder pair) {
    assertThat(di.secondDerivative(MultiplesTest::wave, pair, 0.7))
        .isCloseTo(8 * Math.cos(2.8), within(1e-14));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void asResults(AdType token) {
    assertThat(di.derivative(x -> x.multiply(3).negate(), token, 5)).isEqualTo(-3);
    assertThat(
            di.jacobian(
                x -> Vector.of(x.get(0).negate(), x.get(1), x.get(0).multiply(2).add(1)),
                token,
                Vector.of(1, 2)))
        .isEqualTo(Matrix.of(new double[][] {{-1, 0}, {0, 1}, {2, 0}}));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void insideOfArguments(AdType token) {
    double[] gradient =
        di.gradient(
            x -> WEIGHTED.apply(List.of(x.get(0).multiply(5), x.get(1), x.get(0).negate())),
            token,
            new double[] {1, 2});
    assertThat(gradient).containsExactly(2, 2);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void whatCancels(AdType token) {
    UnaryOperator<Scalar> cancelled = x -> x.multiply(3).subtract(x.multiply(3)).add(x);
    assertThat(di.derivative(cancelled, token, 7)).isEqualTo(1);
    assertThat(di.derivative(x -> x.divide(x).multiply(x), token, 7)).isCloseTo(1, within(1e-15));
  }

  /** A slope of 0 stays 0, whatever comes before and after it; ∞ times 0 is not formed. */
  @ParameterizedTest
  @MethodSource("exact")
  void zeroAndInfiniteSlopes(AdType token) {
    assertThat(di.derivative(x -> x.divide(0).multiply(0), token, 1)).isZero();
    assertThat(di.derivative(x -> x.multiply(0).divide(0), token, 1)).isZero();
    assertThat(di.derivative(x -> x.multiply(2).divide(0), token, 1))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void slopesThatOverflowOnTheWay() {
    UnaryOperator<Scalar> back = x -> x.multiply(1e200).multiply(1e200).multiply(1e-300);
    assertThat(di.derivative(back, Tokens.REVERSE, 1e-300)).isCloseTo(1e100, within(1e86));
    UnaryOperator<Scalar> beside =
        x -> x.multiply(1e200).multiply(x.multiply(1e200)).multiply(1e-300);
    assertThat(di.derivative(beside, Tokens.REVERSE, 1e-100)).isCloseTo(2, within(1e-14));
  }

  private static int slots(LeafFunction f) {
    Tape tape = new Tape(new SpareMemory());
    new ReverseTrace(REGISTRY, tape).run(f, List.of(Scalar.of(0.5), Scalar.of(2)));
    return tape.size();
  }

  @Test
  void areNotNoted() {
    assertThat(slots(x -> List.of((Scalar) x.get(0)))).isEqualTo(2);
    assertThat(slots(x -> List.of(wave((Scalar) x.get(0))))).isEqualTo(3);
    assertThat(slots(x -> List.of(wave((Scalar) x.get(0)).multiply(wave((Scalar) x.get(1))))))
        .isEqualTo(3);
  }
}
