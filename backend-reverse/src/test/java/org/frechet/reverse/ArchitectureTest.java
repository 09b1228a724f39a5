package org.frechet.reverse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.frechet.value.Arithmetic;
import org.frechet.value.Elementary;
import org.frechet.value.Indexing;
import org.frechet.value.Primitive;
import org.frechet.value.Products;
import org.frechet.value.Reductions;
import org.junit.jupiter.api.Test;

/** Neither backend knows a derivative of anything: they have rules for that. */
class ArchitectureTest {

  private static final JavaClasses BACKENDS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.frechet.forward", "org.frechet.reverse");

  @Test
  void theClassesWereFound() {
    assertThat(BACKENDS.contain(ReverseTrace.class)).isTrue();
    assertThat(BACKENDS.contain("org.frechet.forward.ForwardTrace")).isTrue();
  }

  @Test
  void backendsNameNoPrimitive() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Primitive.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            Arithmetic.class, Elementary.class, Indexing.class, Products.class, Reductions.class)
        .check(BACKENDS);
  }
}
