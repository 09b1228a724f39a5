package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.forward.Forward;
import org.frechet.rule.MissingRuleException;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.value.Arithmetic;
import org.frechet.value.Elementary;
import org.frechet.value.Elementwise;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that are told apart by deliberately wrong factors: which one was used shows. */
class ComposedTest {

  private static final Primitive.Unary<Scalar, Scalar> OPAQUE =
      Primitive.unary("test.opaque", x -> x.multiply(x));

  private static final Primitive.Unary<Scalar, Scalar> COMPOSED =
      Primitive.composed("test.composed", (Scalar x) -> x.multiply(x));

  private static final RuleSet TENFOLD =
      rules -> {
        rules.on(OPAQUE).derivative((y, x) -> x.multiply(20));
        rules.on(COMPOSED).derivative((y, x) -> x.multiply(20));
      };
  private static final RuleSet HUNDREDFOLD =
      rules -> {
        rules.override(OPAQUE).derivative((y, x) -> x.multiply(200));
        rules.override(COMPOSED).derivative((y, x) -> x.multiply(200));
      };
  private static final RuleSet DECLINED =
      rules -> {
        rules.decline(OPAQUE);
        rules.decline(COMPOSED);
      };

  static Stream<AdType> exact() {
    return Tokens.exact();
  }

  private static Differentiation with(RuleSet... sets) {
    return Differentiation.of(RuleRegistry.of(sets), new Forward(), new Reverse());
  }

  @ParameterizedTest
  @MethodSource("exact")
  void withoutARuleTheBodyIsDifferentiated(AdType token) {
    assertThat(with().derivative(COMPOSED::apply, token, 3.0)).isEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void withoutARuleAnOpaqueEvaluationIsAnError(AdType token) {
    assertThatThrownBy(() -> with().derivative(OPAQUE::apply, token, 3.0))
        .isInstanceOf(MissingRuleException.class)
        .hasMessageContaining("No rule for the primitive 'test.opaque'")
        .hasMessageContaining("rules.on(P).frule")
        .hasMessageContaining("Installed:")
        .hasMessageContaining("ArithmeticRules");
    assertThat(with().derivative(x -> OPAQUE.apply(Scalar.of(2)).multiply(x), token, 3.0))
        .isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void withARuleTheRuleCounts(AdType token) {
    Differentiation di = with(TENFOLD);
    assertThat(di.derivative(COMPOSED::apply, token, 3.0)).isEqualTo(60);
    assertThat(di.derivative(OPAQUE::apply, token, 3.0)).isEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void anOverrideReplaces(AdType token) {
    for (Differentiation di :
        new Differentiation[] {with(TENFOLD, HUNDREDFOLD), with(HUNDREDFOLD, TENFOLD)}) {
      assertThat(di.derivative(COMPOSED::apply, token, 3.0)).isEqualTo(600);
      assertThat(di.derivative(OPAQUE::apply, token, 3.0)).isEqualTo(600);
    }
  }

  @ParameterizedTest
  @MethodSource("exact")
  void declinedARuleGivesWayToTheBody(AdType token) {
    for (Differentiation di :
        new Differentiation[] {with(TENFOLD, DECLINED), with(DECLINED, TENFOLD)}) {
      assertThat(di.derivative(COMPOSED::apply, token, 3.0)).isEqualTo(6);
      assertThatThrownBy(() -> di.derivative(OPAQUE::apply, token, 3.0))
          .isInstanceOf(MissingRuleException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("exact")
  void registriesAreIsolated(AdType token) {
    Differentiation ten = with(TENFOLD);
    Differentiation hundred = with(HUNDREDFOLD);
    Differentiation none = with();
    assertThat(ten.derivative(COMPOSED::apply, token, 3.0)).isEqualTo(60);
    assertThat(hundred.derivative(COMPOSED::apply, token, 3.0)).isEqualTo(600);
    assertThat(none.derivative(COMPOSED::apply, token, 3.0)).isEqualTo(6);
    assertThat(ten.derivative(COMPOSED::apply, token, 3.0)).isEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void nestedDifferentiationsUseTheirOwnRules(AdType token) {
    Differentiation ten = with(TENFOLD);
    Differentiation hundred = with(HUNDREDFOLD);
    // the inner slope is 200 x, whose derivative is 200 in every registry
    assertThat(ten.derivative(x -> hundred.derivative(OPAQUE::apply, token, x), token, 3.0))
        .isEqualTo(200);
    // x is not under the inner differentiation: the outer rule counts
    assertThat(
            ten.derivative(
                x -> hundred.derivative(y -> OPAQUE.apply(x).multiply(y), token, x), token, 3.0))
        .isEqualTo(60);
    // y P(y): the inner slope is P(x) + x · 200 x, and P is the outer registry's
    assertThat(
            ten.derivative(
                x -> hundred.derivative(y -> OPAQUE.apply(y).multiply(y), token, x), token, 3.0))
        .isEqualTo(20 * 3 + 400 * 3);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void overridesOfElementwiseFunctionsCountForScalarsToo(AdType token) {
    Differentiation own =
        with(
            rules -> {
              rules.override(Elementary.SIN).derivative((y, x) -> Elementwise.scale(x, 10));
              rules
                  .override(Arithmetic.HADAMARD)
                  .first((y, a, b, da) -> da, (y, a, b, gy) -> gy)
                  .second()
                  .zero();
            });
    assertThat(own.derivative(Scalar::sin, token, 3.0)).isEqualTo(30);
    assertThat(own.derivative(x -> x.multiply(x), token, 3.0)).isEqualTo(1);
    assertThat(own.derivative(x -> Scalar.of(5).multiply(x), token, 3.0)).isZero();
    assertThat(with().derivative(x -> x.multiply(x), token, 3.0)).isEqualTo(6);
    assertThat(own.derivative(x -> with().derivative(y -> y.multiply(x), token, x), token, 3.0))
        .as("the inner rule computes 1 · x, which the outer registry differentiates")
        .isZero();
  }
}
