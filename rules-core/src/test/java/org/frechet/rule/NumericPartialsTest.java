package org.frechet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.value.NumericPartials;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Partial derivatives in plain numbers say what the rules say, at hard points too. */
class NumericPartialsTest {

  private static final RuleRegistry RULES = RuleRegistry.of();
  private static final double[] POINTS = {
    0, 0.5, -0.5, 1, -1, 2, -3, 20, -20, 800, -800, 1e-170, 1e-8, 1e8, 1e170, Double.MIN_VALUE
  };

  static List<Primitive> numeric() {
    return RULES.keys().stream()
        .filter(key -> key instanceof Primitive)
        .map(key -> (Primitive) key)
        .filter(primitive -> RULES.rule(primitive).numericPartials() != null)
        .toList();
  }

  static Stream<Primitive> unary() {
    return numeric().stream().filter(p -> p instanceof Primitive.Elementwise);
  }

  static Stream<Primitive> binary() {
    return numeric().stream().filter(p -> p instanceof Primitive.ElementwiseBinary);
  }

  @Test
  void theCommonFunctionsHaveThem() {
    assertThat(unary()).extracting(Primitive::name).contains("sin", "negate", "elementwise exp");
    assertThat(binary()).extracting(Primitive::name).contains("add", "hadamard", "divide");
  }

  private static double byRule(Primitive primitive, int argument, Scalar... at) {
    Scalar y = (Scalar) primitive.evaluateAll(at);
    Object[] tangents = new Object[at.length];
    tangents[argument] = Scalar.of(1);
    Object pushed = RULES.rule(primitive).pushforward(new Application(primitive, at, y), tangents);
    return pushed == null ? 0 : ((Scalar) pushed).toDouble();
  }

  private static void same(double actual, double expected, Object where) {
    if (actual != expected && !(Double.isNaN(actual) && Double.isNaN(expected))) {
      assertThat(Math.abs(actual - expected))
          .as("%s: %s, by rule %s", where, actual, expected)
          .isLessThanOrEqualTo(4 * Math.ulp(expected));
    }
  }

  @ParameterizedTest
  @MethodSource("unary")
  void functionsOfOne(Primitive primitive) {
    NumericPartials partials = RULES.rule(primitive).numericPartials();
    for (double x : POINTS) {
      Scalar a = Scalar.of(x);
      double y = ((Scalar) primitive.evaluateAll(new Object[] {a})).toDouble();
      same(partials.first(y, x, 0), byRule(primitive, 0, a), x);
    }
  }

  @ParameterizedTest
  @MethodSource("binary")
  void functionsOfTwo(Primitive primitive) {
    NumericPartials partials = RULES.rule(primitive).numericPartials();
    for (double x : POINTS) {
      for (double z : POINTS) {
        Scalar a = Scalar.of(x);
        Scalar b = Scalar.of(z);
        double y = ((Scalar) primitive.evaluateAll(new Object[] {a, b})).toDouble();
        String where = x + ", " + z;
        same(partials.first(y, x, z), byRule(primitive, 0, a, b), where);
        same(partials.second(y, x, z), byRule(primitive, 1, a, b), where);
      }
    }
  }
}
