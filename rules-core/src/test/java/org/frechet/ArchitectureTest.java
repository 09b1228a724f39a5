package org.frechet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
          .importPackages("org.frechet");

  /**
   * Static state that may change, with the reason: the counter that numbers the differentiation
   * calls, and the forms of record classes (a cache, and lookups that were handed in).
   */
  private static final Set<String> DOCUMENTED =
      Set.of("Trace.CALLS", "Primitives.MADE", "RecordForm.OPENED", "RecordForm.FORMS");

  /** Static collections that cannot be changed. */
  private static final Set<String> UNMODIFIABLE = Set.of("RuleRegistry.CORE", "RuleSlot.BUILDERS");

  @Test
  void theClassesWereFound() {
    for (String part : List.of("kernel", "value", "rule", "backend")) {
      assertThat(
              CLASSES.stream().filter(type -> type.getPackageName().equals("org.frechet." + part)))
          .as(part)
          .hasSizeGreaterThan(7);
    }
    assertThat(CLASSES.stream().filter(type -> type.isAssignableTo(RuleSet.class)))
        .hasSizeGreaterThan(5);
    assertThat(CLASSES.stream().filter(type -> type.getName().contains("Test"))).isEmpty();
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
        .resideInAnyPackage("org.ojalgo..", "org.frechet.kernel..")
        .because("a rule that leaves the differentiable operations has no second derivative")
        .check(CLASSES);
  }

  @Test
  void kernelsKnowArraysOnly() {
    noClasses()
        .that()
        .resideInAPackage("org.frechet.kernel..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "of other packages of the project",
                type ->
                    type.getPackageName().startsWith("org.frechet")
                        && !type.getPackageName().startsWith("org.frechet.kernel")))
        .check(CLASSES);
  }

  @Test
  void packagesAreLayered() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("kernel")
        .definedBy("org.frechet.kernel..")
        .layer("value")
        .definedBy("org.frechet.value..")
        .layer("rule")
        .definedBy("org.frechet.rule..")
        .layer("backend")
        .definedBy("org.frechet.backend..")
        .whereLayer("backend")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("rule")
        .mayOnlyBeAccessedByLayers("backend")
        .whereLayer("value")
        .mayOnlyBeAccessedByLayers("rule", "backend")
        .whereLayer("kernel")
        .mayOnlyBeAccessedByLayers("value")
        .check(CLASSES);
    slices().matching("org.frechet.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void thereIsNoGlobalState() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal()
        .check(CLASSES);
    assertThat(
            CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(ArchitectureTest::canChange)
                .map(field -> field.getOwner().getSimpleName() + "." + field.getName())
                .filter(name -> !UNMODIFIABLE.contains(name)))
        .containsExactlyInAnyOrderElementsOf(DOCUMENTED);
  }

  /** Whether a static field holds something that is written to after it was made. */
  private static boolean canChange(JavaField field) {
    var type = field.getRawType();
    boolean collection =
        type.isAssignableTo(Map.class)
            || type.isAssignableTo(ClassValue.class)
            || type.isAssignableTo(ThreadLocal.class)
            || type.isAssignableTo(Collection.class)
            || (type.getPackageName().equals("java.util.concurrent.atomic")
                && !type.getSimpleName().endsWith("FieldUpdater")); // these hold no state
    return field.getModifiers().contains(JavaModifier.STATIC) && collection;
  }

  @Test
  void unmodifiableCollectionsAreSo() throws ReflectiveOperationException {
    for (String name : UNMODIFIABLE) {
      String[] parts = name.split("\\.", -1);
      var field = Class.forName("org.frechet.rule." + parts[0]).getDeclaredField(parts[1]);
      field.setAccessible(true);
      Collection<?> collection = (Collection<?>) field.get(null);
      assertThatThrownBy(collection::clear).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void nothingIsThreadLocal() {
    noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class).check(CLASSES);
  }
}
