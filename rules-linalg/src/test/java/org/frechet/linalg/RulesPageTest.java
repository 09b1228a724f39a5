package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.frechet.testkit.RuleTable;
import org.junit.jupiter.api.Test;

/** The committed page is what the registry and the tests say. */
class RulesPageTest {

  private static final Path PAGE = Path.of("RULES.md");
  private static final String WISH = System.getProperty("frechet.rules", "check");

  private static RuleTable table() {
    return RuleTable.of(
        List.of(
            CatalogueTest.catalogue(),
            FactorizationCatalogueTest.catalogue(),
            LeastSquaresCatalogueTest.catalogue(),
            GeneralEigenCatalogueTest.catalogue(),
            SpectralSlopesCatalogueTest.catalogue(),
            MatrixFunctionCatalogueTest.catalogue(),
            GeneralizedEquationsTest.catalogue(),
            RiccatiCatalogueTest.catalogue(),
            KalmanCatalogueTest.catalogue(),
            StatisticsCatalogueTest.catalogue()));
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    if (WISH.equals("measure")) {
      FunctionCosts.measureAndWrite();
    }
    String due = new RulesPage(table(), FunctionCosts.read()).markdown();
    if (!WISH.equals("check")) {
      Files.writeString(PAGE, due);
    }
    assertThat(Files.readString(PAGE))
        .as("RULES.md: write it again with the command at its head")
        .isEqualTo(due);
  }

  @Test
  void everyFunctionWasMeasured() throws IOException {
    assertThat(FunctionCosts.read().keySet())
        .containsExactlyElementsOf(Examples.all().stream().map(Example::name).toList());
  }
}
