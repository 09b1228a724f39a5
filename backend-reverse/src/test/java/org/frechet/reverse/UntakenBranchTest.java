package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.value.Elementwise.log;
import static org.frechet.value.Elementwise.max;
import static org.frechet.value.Elementwise.min;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.value.Elementwise;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A branch that was not taken counts for nothing, even where its derivative is infinite. */
class UntakenBranchTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Scalar FLOOR = Scalar.of(-5);

  private final Differentiation di = Differentiation.standard();

  /** At 0, where log is −∞ with slope ∞; and the slope that is due. */
  private static final Map<String, Function<Scalar, Scalar>> FLAT =
      Map.of(
          "max(−5, log x)", x -> max(FLOOR, log(x)),
          "max(log x, −5)", x -> max(log(x), FLOOR),
          "min(5, −log x)", x -> min(FLOOR.negate(), log(x).negate()),
          "min(−log x, 5)", x -> min(log(x).negate(), FLOOR.negate()));

  @TestFactory
  Stream<DynamicTest> branches() {
    return FLAT.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> requireFlat(each.getValue())));
  }

  private void requireFlat(Function<Scalar, Scalar> f) {
    Function<Vector, Scalar> ofVector = v -> f.apply(v.get(0)).add(v.get(1));
    Vector x = Vector.of(0, 2);
    Tokens.exact()
        .forEach(
            token -> {
              assertThat(di.derivative(f, token, Scalar.of(0)).toDouble()).isZero();
              assertThat(di.derivative(t -> f.apply(t).add(t), token, Scalar.of(0)).toDouble())
                  .isEqualTo(1);
              assertThat(di.gradient(ofVector, token, x)).isEqualTo(Vector.of(0, 1));
            });
    Tokens.exactPairs()
        .forEach(
            pair -> {
              assertThat(di.secondDerivative(f, pair, Scalar.of(0)).toDouble()).isZero();
              assertThat(di.hessian(ofVector, pair, x).norm().toDouble()).isZero();
            });
  }

  @Test
  void entriesOfVectorsAreTakenEachByItself() {
    Vector x = Vector.of(0, 1, 0);
    Vector floor = Vector.of(-5, -5, -5);
    Function<Vector, Scalar> f = v -> max(floor, log(v)).sum();
    assertThat(di.gradient(f, Tokens.FORWARD, x)).isEqualTo(Vector.of(0, 1, 0));
    Value pushed = di.pushforward(v -> max(floor, log(v)), Tokens.FORWARD, x, Vector.of(1, 2, 3));
    assertThat(pushed).isEqualTo(Vector.of(0, 2, 0));
  }

  /** By policy: the derivatives of |x| and of the norm at 0 are 0, whatever they are applied to. */
  @Test
  void infinitePerturbationsAtAKink() {
    Scalar zero = Scalar.of(0);
    Vector zeros = Vector.of(0, 0);
    Value abs = di.pushforward(x -> Elementwise.abs(x), Tokens.FORWARD, zero, Scalar.of(INFINITY));
    assertThat(abs).isEqualTo(zero);
    Value norm = di.pushforward(x -> x.norm(), Tokens.FORWARD, zeros, Vector.of(INFINITY, 1));
    assertThat(norm).isEqualTo(zero);
    assertThat(di.pullback(x -> x.norm(), Tokens.REVERSE, zeros, Scalar.of(INFINITY)))
        .isEqualTo(zeros);
  }
}
