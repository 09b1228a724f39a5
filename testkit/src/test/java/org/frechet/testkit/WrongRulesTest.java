package org.frechet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.frechet.testkit.FrechetAssertions.assertThatRule;
import static org.frechet.testkit.Points.matrix;
import static org.frechet.testkit.Points.scalar;
import static org.frechet.testkit.Points.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.testkit.Specimens.Power;
import org.frechet.value.Elementary;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Right rules are accepted; each wrong one is rejected, and the message says what is wrong. */
class WrongRulesTest {

  private static List<Mutant> mutants() {
    List<Mutant> all = new ArrayList<>();
    all.addAll(WrongFormulas.first());
    all.addAll(WrongFormulas.arguments());
    all.addAll(WrongFormulas.hardPoints());
    all.addAll(WrongBehaviour.memory());
    all.addAll(WrongBehaviour.writing());
    all.addAll(WrongBehaviour.secondOrder());
    all.addAll(WrongAlgebra.all());
    return all;
  }

  @TestFactory
  Stream<DynamicTest> eachWrongRuleIsRejected() {
    return mutants().stream()
        .map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> assertRejected(mutant)));
  }

  private static void assertRejected(Mutant mutant) {
    Throwable rejection =
        catchThrowable(
            () ->
                assertThatRule(mutant.primitive())
                    .withRules(mutant.rules())
                    .at(mutant.point())
                    .isConsistent());
    assertThat(rejection).isInstanceOf(AssertionError.class);
    assertThat(rejection).hasMessageContaining("the rule of '" + mutant.primitive().name());
    assertThat(mutant.message()).isNotEmpty();
    mutant.message().forEach(part -> assertThat(rejection).hasMessageContaining(part));
  }

  @TestFactory
  Stream<DynamicTest> rightRulesAreAccepted() {
    RuleSet right = Specimens::right;
    return new RuleCatalogue(RuleRegistry.of(right))
        .except(RuleRegistry.of())
        .add(Specimens.CUBE, "ordinary", vector(3, 1))
        .add(Specimens.CUBE, "coinciding entries", Vector.of(0.7, 0.7, 2))
        .add(Specimens.CUBE, "empty", Vector.zeros(0))
        .add(Specimens.GRAM, "2×3", matrix(2, 3, 1))
        .add(Specimens.SQUARE, "3×3", matrix(3, 3, 1))
        .add(Specimens.FORM, "2×3", matrix(2, 3, 1), vector(3, 2))
        .add(Specimens.LENGTH, "ordinary", vector(3, 1))
        .add(Specimens.LENGTH, "tiny", Vector.of(3e-8, 4e-8))
        .add(Specimens.LENGTH, "at 0", RuleAssert::whereNotDifferentiable, Vector.zeros(2))
        .add(Specimens.BLEND, "ordinary", scalar(2), vector(3, 1), vector(3, 2))
        .add(Specimens.WEIGHTED, "three", vector(2, 1), vector(2, 2), vector(2, 3))
        .add(Specimens.PAIR, "ordinary", vector(3, 1), vector(3, 2))
        .add(Specimens.RESULTS, "ordinary", vector(3, 1))
        .add(Specimens.COMPOSED, "ordinary", vector(3, 1))
        .add(new Power(4), "ordinary", Vector.of(0.5, 1.5))
        .tests();
  }

  /** Without its hard point a rule that is wrong there only passes: points are what matters. */
  @Test
  void wrongAtTheHardPointOnly() {
    for (Mutant mutant : WrongFormulas.hardPoints().subList(0, 2)) {
      assertThatRule(mutant.primitive())
          .withRules(mutant.rules())
          .at(Vector.of(3, 4, 5))
          .isConsistent();
    }
  }

  @Test
  void notFiniteWhereThereIsNoDerivative() {
    RuleSet rules =
        binder ->
            binder
                .on(Specimens.LENGTH)
                .frule((y, x, dx) -> x.dot(dx).divide(y))
                .rrule((y, x, gy) -> x.multiply(gy.divide(y)));
    assertThatThrownBy(
            () ->
                assertThatRule(Specimens.LENGTH)
                    .withRules(rules)
                    .at(Vector.zeros(2))
                    .whereNotDifferentiable()
                    .isConsistent())
        .hasMessageContaining("pushforward: is not finite")
        .hasMessageContaining("NaN");
  }

  /** A kink is not passed over in silence. */
  @Test
  void differencesThatCannotJudge() {
    assertThatThrownBy(() -> assertThatRule(Elementary.CBRT).at(scalar(0)).isConsistent())
        .hasMessageContaining("say so with whereNotDifferentiable()");
  }

  /** A triangle for a cotangent has the right inner products with symmetric tangents. */
  @Test
  void cotangentOfASymmetricArgument() {
    RuleSet rules =
        binder ->
            binder
                .on(Specimens.SQUARE)
                .frule((y, a, da) -> da.multiply(a).add(a.multiply(da)))
                .rrule(
                    (y, a, gy) -> {
                      Matrix full = gy.multiply(a).add(a.multiply(gy));
                      return full.add(full.transpose()).hadamard(WEIGHTS);
                    });
    Matrix symmetric = Matrix.of(new double[][] {{2, 1}, {1, 3}});
    assertThatThrownBy(
            () ->
                assertThatRule(Specimens.SQUARE)
                    .withRules(rules)
                    .onSymmetric()
                    .at(symmetric)
                    .isConsistent())
        .hasMessageContaining("the cotangent of a symmetric argument: differs from its symmetric");
  }

  private static final Matrix WEIGHTS = Matrix.of(new double[][] {{0.5, 0}, {1, 0.5}});

  @Test
  void throwsSomethingElse() {
    int[] calls = {0};
    Primitive.Unary<Vector, Vector> moody =
        Primitive.unary(
            "test.moody",
            x -> {
              throw new IllegalArgumentException("complaint number " + calls[0]++);
            });
    RuleSet rules = binder -> binder.on(moody).derivative((y, x) -> x);
    assertThatThrownBy(
            () -> assertThatRule(moody).withRules(rules).at(vector(2, 1)).throwsLikeThePrimal())
        .hasMessageContaining("pushforward by AutoForward: threw")
        .hasMessageContaining("complaint number 0");
    assertThatThrownBy(
            () ->
                assertThatRule(Specimens.CUBE)
                    .withRules(Specimens::right)
                    .at(vector(2, 1))
                    .throwsLikeThePrimal())
        .hasMessageContaining("the plain evaluation throws nothing here");
  }

  @Test
  void noRuleAtAll() {
    assertThatThrownBy(() -> assertThatRule(Specimens.CUBE).at(vector(3, 1)).isConsistent())
        .hasMessageContaining("No rule for the primitive 'test.cube'");
  }

  @Test
  void noPointAtAll() {
    assertThatThrownBy(() -> assertThatRule(Specimens.CUBE).isConsistent())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nothing is checked");
  }

  @Test
  void theSeedIsNamedAndReproduces() {
    Mutant mutant = WrongFormulas.first().get(0);
    String one = rejection(mutant, 5);
    assertThat(one).contains("seed 5").isEqualTo(rejection(mutant, 5));
    assertThat(one).isNotEqualTo(rejection(mutant, 6));
  }

  private static String rejection(Mutant mutant, long seed) {
    return catchThrowable(
            () ->
                assertThatRule(mutant.primitive())
                    .withRules(mutant.rules())
                    .withSeed(seed)
                    .at(mutant.point())
                    .isConsistent())
        .getMessage();
  }
}
