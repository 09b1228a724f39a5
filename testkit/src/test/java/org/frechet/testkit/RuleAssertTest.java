package org.frechet.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.testkit.FrechetAssertions.assertThatRule;
import static org.frechet.testkit.Points.matrix;
import static org.frechet.testkit.Points.vector;

import org.frechet.rule.BinaryRules.Cotangents;
import org.frechet.rule.RuleSet;
import org.frechet.value.Elementary;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** What one says to the assertion before it is made. */
class RuleAssertTest {

  /**
   * {@code ±x / |x|}, of a sign that depends on a digit far behind: determined up to the sign, as
   * an eigenvector is.
   */
  private static final Primitive.Unary<Vector, Vector> DIRECTION =
      Primitive.unary("test.direction", x -> x.divide(x.norm()).multiply(sign(x)));

  private static final RuleSet DIRECTIONS =
      rules ->
          rules
              .on(DIRECTION)
              .frule((y, x, dx) -> dx.subtract(y.multiply(y.dot(dx))).divide(y.dot(x)))
              .rrule((y, x, gy) -> gy.subtract(y.multiply(y.dot(gy))).divide(y.dot(x)));

  private static double sign(Vector x) {
    return Double.doubleToLongBits(x.get(0).toDouble()) % 2 == 0 ? 1 : -1;
  }

  /** {@code A² v}, of a symmetric A by contract. */
  private static final Primitive.Binary<Matrix, Vector, Vector> TWICE =
      Primitive.binary("test.twice", (a, v) -> a.multiply(a.multiply(v)));

  private static final RuleSet JOINT =
      rules ->
          rules
              .on(TWICE)
              .jointFrule(
                  (y, a, v, da, dv) ->
                      da.multiply(a.multiply(v))
                          .add(a.multiply(da.multiply(v).add(a.multiply(dv)))))
              .jointRrule(
                  (y, a, v, gy) -> {
                    Vector once = a.transpose().multiply(gy);
                    return new Cotangents<>(
                        () -> gy.outer(a.multiply(v)).add(once.outer(v)),
                        () -> a.transpose().multiply(once));
                  });

  @Test
  void aReductionDeterminesWhatTheResultDoesNot() {
    RuleAssert rule = assertThatRule(DIRECTION).withRules(DIRECTIONS).at(Vector.of(1, 2, 3));
    assertThatThrownBy(rule::isConsistent).isInstanceOf(AssertionError.class);
    assertThatRule(DIRECTION)
        .withRules(DIRECTIONS)
        .at(Vector.of(1, 2, 3))
        .comparing((Vector y) -> y.multiply(y))
        .isConsistent();
  }

  @Test
  void aReductionDoesNotHideAWrongRule() {
    RuleSet wrong =
        rules ->
            rules
                .on(DIRECTION)
                .frule((y, x, dx) -> dx.divide(y.dot(x)))
                .rrule((y, x, gy) -> gy.divide(y.dot(x)));
    assertThatThrownBy(
            () ->
                assertThatRule(DIRECTION)
                    .withRules(wrong)
                    .at(Vector.of(1, 2, 3))
                    .comparing((Vector y) -> y.multiply(y))
                    .isConsistent())
        .hasMessageContaining("pushforward, argument 0: differs from finite differences");
  }

  @Test
  void constantsNeedNoRule() {
    Scalar order = Scalar.of(2);
    assertThatRule(Elementary.POLYGAMMA).at(order, Scalar.of(1.5)).withConstant(0).isConsistent();
  }

  @Test
  void jointRules() {
    assertThatRule(TWICE).withRules(JOINT).at(matrix(3, 3, 1), vector(3, 2)).isConsistent();
  }

  @Test
  void jointRulesThatComputeEverythingAtOnce() {
    RuleSet eager =
        rules ->
            rules
                .on(TWICE)
                .jointFrule(
                    (y, a, v, da, dv) ->
                        da.multiply(a.multiply(v))
                            .add(a.multiply(da.multiply(v).add(a.multiply(dv)))))
                .jointRrule(
                    (y, a, v, gy) -> {
                      Vector once = a.transpose().multiply(gy);
                      Matrix ga = gy.outer(a.multiply(v)).add(once.outer(v));
                      Vector gv = a.transpose().multiply(once);
                      return new Cotangents<>(() -> ga, () -> gv);
                    });
    RuleAssert rule = assertThatRule(TWICE).withRules(eager).at(matrix(3, 3, 1), vector(3, 2));
    assertThatThrownBy(rule::isConsistent)
        .hasMessageContaining("demand: the pullback to argument 0 alone computes what it does not")
        .hasMessageContaining("sharingWork()");
    assertThatRule(TWICE)
        .withRules(eager)
        .at(matrix(3, 3, 1), vector(3, 2))
        .sharingWork()
        .isConsistent();
  }

  @Test
  void secondOrderIsLeftOutByNameOnly() {
    Mutant mutant = WrongBehaviour.secondOrder().get(0);
    RuleAssert rule =
        assertThatRule(mutant.primitive()).withRules(mutant.rules()).at(mutant.point());
    assertThatThrownBy(rule::isConsistent).hasMessageContaining("second order");
    assertThatRule(mutant.primitive())
        .withRules(mutant.rules())
        .at(mutant.point())
        .firstOrderOnly()
        .isConsistent();
  }
}
