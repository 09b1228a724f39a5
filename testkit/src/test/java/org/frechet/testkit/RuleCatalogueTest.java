package org.frechet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.testkit.Points.matrix;
import static org.frechet.testkit.Points.vector;

import java.util.List;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.testkit.Specimens.Power;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {

  private final RuleRegistry registry = RuleRegistry.of((RuleSet) Specimens::right);

  private RuleCatalogue catalogue() {
    return new RuleCatalogue(registry).except(RuleRegistry.of());
  }

  private static DynamicTest named(List<DynamicTest> tests, String name) {
    return tests.stream().filter(t -> t.getDisplayName().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aRuleWithoutAPointFails() {
    List<DynamicTest> tests =
        catalogue().add(Specimens.CUBE, "three", vector(3, 1)).tests().toList();
    assertThatThrownBy(() -> named(tests, "test.gram: no point").getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the rule of 'test.gram' is in the registry, but no point of it");
    assertThat(tests).extracting(DynamicTest::getDisplayName).contains("Power: no point");
    assertThat(tests).extracting(DynamicTest::getDisplayName).doesNotContain("test.cube: no point");
  }

  @Test
  void aPointCoversAllPrimitivesOfItsClass() {
    List<DynamicTest> tests = catalogue().add(new Power(2), "two", vector(3, 1)).tests().toList();
    assertThat(tests).extracting(DynamicTest::getDisplayName).doesNotContain("Power: no point");
  }

  @Test
  void aPointIsRun() throws Throwable {
    List<DynamicTest> tests =
        catalogue().add(Specimens.GRAM, "2×3", matrix(2, 3, 1)).tests().toList();
    named(tests, "test.gram: 2×3").getExecutable().execute();
  }

  @Test
  void aWrongRuleFailsAtItsPoint() {
    Mutant mutant = WrongFormulas.first().get(0);
    List<DynamicTest> tests =
        new RuleCatalogue(RuleRegistry.of(mutant.rules()))
            .add(mutant.primitive(), "three", mutant.point())
            .tests()
            .toList();
    assertThatThrownBy(() -> named(tests, "test.cube: three").getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-1.00000 times what is due");
  }

  @Test
  void whatDoesNotThrowFails() {
    List<DynamicTest> tests =
        catalogue().addThrowing(Specimens.CUBE, "three", vector(3, 1)).tests().toList();
    assertThatThrownBy(() -> named(tests, "test.cube: three, throws").getExecutable().execute())
        .hasMessageContaining("the plain evaluation throws nothing here");
  }

  @Test
  void noTestsAtAll() {
    RuleCatalogue nothing = new RuleCatalogue(registry).except(registry);
    assertThatThrownBy(nothing::tests)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("without tests");
  }

  @Test
  void nullArguments() {
    assertThatThrownBy(
            () ->
                FrechetAssertions.assertThatRule(Specimens.FORM)
                    .at(matrix(2, 3, 1), null)
                    .isConsistent())
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("an argument is null");
  }

  @Test
  void severalPoints() {
    RuleAssert rule = FrechetAssertions.assertThatRule(Specimens.CUBE).withRegistry(registry);
    rule.at(vector(3, 1)).at(vector(5, 2)).at(Vector.zeros(0)).isConsistent();
  }
}
