package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.SecondOrder;
import org.frechet.forward.Forward;
import org.frechet.rule.BinaryRules.Cotangents;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One primitive, {@code y = A B A}, under every way to write its rule: whatever is missing is
 * derived, equals what is written, and is differentiable again.
 */
class DerivedRuleTest {

  private static final Primitive.Binary<Matrix, Matrix, Matrix> P =
      Primitive.binary("test.sandwich", (a, b) -> a.multiply(b).multiply(a));

  private static final Matrix A = Matrix.of(new double[][] {{1, 2}, {-0.5, 3}});
  private static final Matrix B = Matrix.of(new double[][] {{0.3, -1}, {2, 0.7}});
  private static final Matrix V = Matrix.of(new double[][] {{1, -1}, {0.25, 2}});

  private static Matrix pushA(Matrix a, Matrix b, Matrix da) {
    return da.multiply(b).multiply(a).add(a.multiply(b).multiply(da));
  }

  private static Matrix pullA(Matrix a, Matrix b, Matrix g) {
    Matrix ba = b.multiply(a).transpose();
    Matrix ab = a.multiply(b).transpose();
    return g.multiply(ba).add(ab.multiply(g));
  }

  private static Matrix pushB(Matrix a, Matrix db) {
    return a.multiply(db).multiply(a);
  }

  private static Matrix pullB(Matrix a, Matrix g) {
    return a.transpose().multiply(g).multiply(a.transpose());
  }

  private static final Map<String, Consumer<RuleBinder>> WAYS =
      Map.of(
          "both directions",
          rules ->
              rules
                  .on(P)
                  .first((y, a, b, da) -> pushA(a, b, da), (y, a, b, g) -> pullA(a, b, g))
                  .second((y, a, b, db) -> pushB(a, db), (y, a, b, g) -> pullB(a, g)),
          "only frules",
          rules ->
              rules
                  .on(P)
                  .first()
                  .frule((y, a, b, da) -> pushA(a, b, da))
                  .second()
                  .frule((y, a, b, db) -> pushB(a, db)),
          "only rrules",
          rules ->
              rules
                  .on(P)
                  .first()
                  .rrule((y, a, b, g) -> pullA(a, b, g))
                  .second()
                  .rrule((y, a, b, g) -> pullB(a, g)),
          "one of each",
          rules ->
              rules
                  .on(P)
                  .first()
                  .frule((y, a, b, da) -> pushA(a, b, da))
                  .second()
                  .rrule((y, a, b, g) -> pullB(a, g)),
          "joint frule",
          rules -> rules.on(P).jointFrule((y, a, b, da, db) -> pushA(a, b, da).add(pushB(a, db))),
          "joint rrule",
          rules ->
              rules
                  .on(P)
                  .jointRrule(
                      (y, a, b, g) -> new Cotangents<>(() -> pullA(a, b, g), () -> pullB(a, g))),
          "joint both",
          rules ->
              rules
                  .on(P)
                  .jointFrule((y, a, b, da, db) -> pushA(a, b, da).add(pushB(a, db)))
                  .jointRrule(
                      (y, a, b, g) -> new Cotangents<>(() -> pullA(a, b, g), () -> pullB(a, g))),
          "joint frule, rrules by argument",
          rules ->
              rules
                  .on(P)
                  .jointFrule((y, a, b, da, db) -> pushA(a, b, da).add(pushB(a, db)))
                  .first()
                  .rrule((y, a, b, g) -> pullA(a, b, g))
                  .second()
                  .rrule((y, a, b, g) -> pullB(a, g)));

  static Stream<Arguments> cases() {
    return WAYS.keySet().stream()
        .sorted()
        .flatMap(way -> Tokens.exactPairs().map(pair -> Arguments.of(way, pair)));
  }

  private static Differentiation with(String way) {
    RuleRegistry rules = RuleRegistry.of(binder -> WAYS.get(way).accept(binder));
    return Differentiation.of(rules, new Forward(), new Reverse());
  }

  private static void close(Matrix actual, Matrix expected) {
    double size = expected.norm().toDouble();
    assertThat(actual.subtract(expected).norm().toDouble()).isLessThanOrEqualTo(1e-14 * size);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void firstDerivatives(String way, SecondOrder pair) {
    Differentiation di = with(way);
    AdType token = pair.inner();
    close(di.pullback(a -> P.apply(a, B), token, A, V), pullA(A, B, V));
    close(di.pullback(b -> P.apply(A, b), token, B, V), pullB(A, V));
    Matrix byA = di.pushforward(a -> P.apply(a, B), token, A, V);
    close(byA, pushA(A, B, V));
    Matrix byB = di.pushforward(b -> P.apply(A, b), token, B, V);
    close(byB, pushB(A, V));
    Matrix twice = di.pullback(a -> P.apply(a, a), token, A, V);
    close(twice, pullA(A, A, V).add(pullB(A, V)));
    UnaryOperator<Matrix> body = a -> a.multiply(a).multiply(a);
    close(di.jacobian(a -> P.apply(a, a), token, A), di.jacobian(body, token, A));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void secondDerivatives(String way, SecondOrder pair) {
    Differentiation di = with(way);
    Matrix expected = di.hessian(a -> a.multiply(B).multiply(a).multiply(a).norm(), pair, A);
    close(di.hessian(a -> P.apply(a, B).multiply(a).norm(), pair, A), expected);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void thirdDerivatives(String way, SecondOrder pair) {
    Differentiation di = with(way);
    for (AdType outermost : List.of(Tokens.FORWARD, Tokens.REVERSE)) {
      double third =
          di.derivative(t -> di.secondDerivative(s -> curve(true, s), pair, t), outermost, 0.3);
      double expected =
          di.derivative(
              (Scalar t) -> di.secondDerivative(s -> curve(false, s), pair, t), outermost, 0.3);
      assertThat(third).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }
  }

  private static Scalar curve(boolean primitive, Scalar s) {
    Matrix a = A.multiply(s).add(V.multiply(s.sin()));
    Matrix b = B.add(V.multiply(s));
    return (primitive ? P.apply(a, b) : a.multiply(b).multiply(a)).norm();
  }
}
