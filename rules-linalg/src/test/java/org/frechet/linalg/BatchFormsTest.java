package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.exp;
import static org.frechet.linalg.LinearAlgebra.norm;
import static org.frechet.testkit.FrechetAssertions.assertThatRule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.forward.Forward;
import org.frechet.reverse.Reverse;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.rule.Stacking;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.junit.jupiter.api.Test;

/** Batch forms of rules, through the facade. */
class BatchFormsTest {

  private static final AdType FORWARD = new AutoForward();
  private static final AdType REVERSE = new AutoReverse();
  private static final List<AdType> SECOND =
      List.of(
          SecondOrder.of(FORWARD, REVERSE),
          SecondOrder.of(REVERSE, FORWARD),
          SecondOrder.of(FORWARD, FORWARD),
          REVERSE);

  private static final Primitive.Unary<Matrix, Matrix> SQUARE =
      Primitive.unary("test.square", a -> a.multiply(a));

  private final List<Integer> forward = new ArrayList<>();
  private final List<Integer> back = new ArrayList<>();

  private static Differentiation with(RuleSet rules) {
    return Differentiation.of(RuleRegistry.standard().with(rules), new Forward(), new Reverse());
  }

  private static Matrix push(Matrix a, Matrix da) {
    return a.multiply(da).add(da.multiply(a));
  }

  private static List<Matrix> all(List<Matrix> directions, Function<Matrix, Matrix> image) {
    return directions.stream().map(image).toList();
  }

  private RuleSet counting() {
    return rules ->
        rules
            .on(SQUARE)
            .frule(
                (y, a, da) -> push(a, da),
                Stacking.DENSE,
                (y, a, das) -> {
                  forward.add(das.size());
                  return all(das, da -> push(a, da));
                })
            .rrule(
                (y, a, gy) -> push(a.transpose(), gy),
                Stacking.DENSE,
                (y, a, gys) -> {
                  back.add(gys.size());
                  return all(gys, gy -> push(a.transpose(), gy));
                });
  }

  private static void requireClose(Matrix actual, Matrix expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    double size = norm(expected).toDouble();
    assertThat(norm(actual.subtract(expected)).toDouble()).isLessThan(1e-13 * size);
  }

  private static List<Matrix> randoms(int n, int many) {
    return IntStream.range(0, many).mapToObj(j -> random(n, n, 100 + j)).toList();
  }

  @Test
  void denseTangentsAndCotangentsGoThroughItAtOnce() {
    Differentiation di = with(counting());
    Matrix a = random(3, 3, 1);
    List<Matrix> directions = randoms(3, 5);
    List<Matrix> pushed = di.pushforwards(SQUARE::apply, FORWARD, a, directions);
    List<Matrix> pulled = di.pullbacks(SQUARE::apply, REVERSE, a, directions);
    assertThat(forward).containsExactly(5);
    assertThat(back).containsExactly(5);
    for (int j = 0; j < 5; j++) {
      requireClose(pushed.get(j), push(a, directions.get(j)));
      requireClose(pulled.get(j), push(a.transpose(), directions.get(j)));
    }
    di.jacobian(SQUARE::apply, FORWARD, a); // one-hot tangents keep their structure
    assertThat(forward).containsExactly(5);
  }

  @Test
  void theTestKitComparesItWithTheLoop() {
    assertThatRule(SQUARE).withRules(counting()).at(random(3, 3, 1)).isConsistent();
    assertThat(forward).isNotEmpty();
    assertThat(back).isNotEmpty();
    RuleSet wrong =
        rules ->
            rules
                .on(SQUARE)
                .frule(
                    (y, a, da) -> push(a, da),
                    Stacking.DENSE,
                    (y, a, das) -> all(das, da -> push(a, das.get(0))));
    assertThatThrownBy(
            () -> assertThatRule(SQUARE).withRules(wrong).at(random(3, 3, 1)).isConsistent())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("batch of pushforwards");
  }

  /** The rules of the exponential as they are without batch forms. */
  private static void oneByOne(RuleBinder rules) {
    rules
        .override(Exponentials.EXP)
        .frule((y, a, da) -> Exponentials.FRECHET.apply(List.of(a, da)))
        .rrule((y, a, gy) -> Exponentials.FRECHET.apply(List.of(a.transpose(), gy)));
    rules
        .override(Exponentials.FRECHET)
        .frule((y, xs, dxs) -> MatrixFunctionRules.push(Exponentials.FRECHET::apply, y, xs, dxs))
        .rrule(
            (y, xs, i, gy) ->
                Exponentials.FRECHET.apply(MatrixFunctionRules.transposedWith(gy, xs, i)));
  }

  private static Scalar sum(Matrix a) {
    return exp(a).multiply(a).sum();
  }

  @Test
  void theHessianThroughTheExponentialIsTheOneOfTheLoop() {
    Differentiation di = Differentiation.standard();
    Differentiation loop = with(BatchFormsTest::oneByOne);
    for (int n : new int[] {1, 2, 5}) {
      Matrix a = random(n, n, 3).multiply(2.0);
      for (AdType token : SECOND) {
        requireClose(
            di.hessian(BatchFormsTest::sum, token, a), loop.hessian(BatchFormsTest::sum, token, a));
      }
    }
  }

  @Test
  void theThirdDerivativeThroughTheExponentialIsTheOneOfTheLoop() {
    Differentiation di = Differentiation.standard();
    Differentiation loop = with(BatchFormsTest::oneByOne);
    Matrix a = random(3, 3, 3);
    for (AdType outer : List.of(FORWARD, REVERSE)) {
      for (AdType token : SECOND) {
        requireClose(third(di, outer, token, a), third(loop, outer, token, a));
      }
    }
  }

  private static Matrix third(Differentiation di, AdType outer, AdType token, Matrix a) {
    Matrix weights = random(9, 9, 5);
    return di.gradient(x -> di.hessian(BatchFormsTest::sum, token, x).dot(weights), outer, a);
  }
}
