package org.frechet.linalg;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** What holds the design together, checked on the compiled classes. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.frechet.linalg");

  @Test
  void theClassesWereFound() {
    assertThat(CLASSES.stream().filter(type -> type.isAssignableTo(RuleSet.class))).hasSize(23);
    assertThat(CLASSES).hasSizeGreaterThan(30);
  }

  @Test
  void rulesAreMadeOfDifferentiableOperations() {
    noClasses()
        .that()
        .implement(RuleSet.class)
        .should()
        .callMethod(Scalar.class, "toDouble")
        .orShould()
        .callMethod(Vector.class, "toArray")
        .orShould()
        .callMethod(Vector.class, "array")
        .orShould()
        .callMethod(Matrix.class, "toRows")
        .orShould()
        .callMethod(Matrix.class, "array")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.ojalgo..", "org.frechet.kernel..", "org.frechet.linalg.kernel..")
        .because("a rule that leaves the differentiable operations has no second derivative")
        .check(CLASSES);
  }

  @Test
  void kernelsKnowArraysOnly() {
    noClasses()
        .that()
        .resideInAPackage("org.frechet.linalg.kernel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.frechet.value..",
            "org.frechet.rule..",
            "org.frechet.backend..",
            "org.frechet.linalg")
        .check(CLASSES);
  }
}
