package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.forward.Forward;
import org.frechet.rule.BinaryRules.Cotangents;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody asked for is not computed. */
class DemandTest {

  private static final Primitive.Binary<Scalar, Scalar, Scalar> PRODUCT =
      Primitive.binary("test.product", (a, b) -> a.multiply(b));

  static Stream<AdType> exact() {
    return Tokens.exact();
  }

  private static Differentiation with(RuleSet rules) {
    return Differentiation.of(RuleRegistry.of(rules), new Forward(), new Reverse());
  }

  private static Scalar never() {
    throw new AssertionError("nobody asked for this");
  }

  @ParameterizedTest
  @MethodSource("exact")
  void rulesForConstantArgumentsAreNotCalled(AdType token) {
    Differentiation di =
        with(
            rules ->
                rules
                    .on(PRODUCT)
                    .first((y, a, b, da) -> da.multiply(b), (y, a, b, g) -> g.multiply(b))
                    .second((y, a, b, db) -> never(), (y, a, b, g) -> never()));
    assertThat(di.derivative(x -> PRODUCT.apply(x, Scalar.of(5)), token, 3.0)).isEqualTo(5);
    assertThat(di.derivative(x -> PRODUCT.apply(x, x.detach()), token, 3.0)).isEqualTo(3);
    assertThatThrownBy(() -> di.derivative(x -> PRODUCT.apply(x, x), token, 3.0))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void jointPullbacksComputeOnDemand() {
    Differentiation di =
        with(
            rules ->
                rules
                    .on(PRODUCT)
                    .jointRrule(
                        (y, a, b, g) -> new Cotangents<>(() -> g.multiply(b), DemandTest::never)));
    assertThat(di.derivative(x -> PRODUCT.apply(x, Scalar.of(5)), Tokens.REVERSE, 3.0))
        .isEqualTo(5);
  }

  @Test
  void whatTheResultDoesNotDependOnIsNotPulledBack() {
    Differentiation di =
        with(
            rules ->
                rules
                    .on(PRODUCT)
                    .first((y, a, b, da) -> da.multiply(b), (y, a, b, g) -> never())
                    .second((y, a, b, db) -> never(), (y, a, b, g) -> never()));
    double d =
        di.derivative(
            x -> {
              Scalar unused = PRODUCT.apply(x, Scalar.of(2));
              return unused.isFinite() ? x.multiply(3) : unused;
            },
            Tokens.REVERSE,
            3.0);
    assertThat(d).isEqualTo(3);
  }

  @Test
  void componentsWithoutASeedArriveAsZeros() {
    record Pair(Vector first, Vector second) {}
    Primitive.Unary<Vector, Pair> fork =
        Primitive.unary("test.fork", x -> new Pair(x.multiply(2), x.multiply(3)));
    AtomicInteger pulls = new AtomicInteger();
    Differentiation di =
        with(
            rules ->
                rules
                    .on(fork)
                    .rrule(
                        (y, x, g) -> {
                          pulls.incrementAndGet();
                          assertThat(g.second()).isEqualTo(Vector.zeros(2));
                          return g.first().multiply(2).add(g.second().multiply(3));
                        }));
    assertThat(di.gradient(x -> fork.apply(x).first().sum(), Tokens.REVERSE, Vector.of(1, 2)))
        .isEqualTo(Vector.of(2, 2));
    assertThat(pulls).hasValue(1);
  }

  @Test
  void aMissingComponentOfACotangentIsNotMissedByTheBackend() {
    record Pair(Vector first, Scalar second) {}
    Primitive.Unary<Pair, Scalar> weigh =
        Primitive.unary("test.weigh", p -> p.first().sum().multiply(p.second()));
    Differentiation di =
        with(
            rules ->
                rules
                    .on(weigh)
                    .frule(
                        (y, p, dp) ->
                            dp.first()
                                .sum()
                                .multiply(p.second())
                                .add(p.first().sum().multiply(dp.second()))));
    // only one component of the argument is under differentiation
    Tokens.exact()
        .forEach(
            token ->
                assertThat(
                        di.derivative(s -> weigh.apply(new Pair(Vector.of(1, 2), s)), token, 4.0))
                    .isEqualTo(3));
  }

  @Test
  void forwardSkipsDirectionsThatAreZero() {
    AtomicInteger pushes = new AtomicInteger();
    Primitive.Unary<Scalar, Scalar> counted = Primitive.unary("test.counted", x -> x.multiply(x));
    Differentiation di =
        with(
            rules ->
                rules
                    .on(counted)
                    .frule(
                        (y, x, dx) -> {
                          pushes.incrementAndGet();
                          return x.multiply(dx).multiply(2);
                        }));
    double[][] j =
        di.jacobian(
            v -> Vector.of(List.of(counted.apply(v.get(0)), counted.apply(v.get(1)))),
            Tokens.FORWARD,
            new double[] {1, 2});
    assertThat(j).isDeepEqualTo(new double[][] {{2, 0}, {0, 4}});
    assertThat(pushes).as("one direction for each").hasValue(2);
  }

  @Test
  void structuralZerosAreConstantsOnly() {
    Value seen = Scalar.of(0);
    assertThat(seen.isStructuralZero()).isTrue();
    Tokens.exact()
        .forEach(
            token ->
                assertThat(
                        with(rules -> {})
                            .secondDerivative(x -> x.multiply(x).multiply(x), token, 0.0))
                    .isZero());
  }
}
