package org.frechet.linalg;

import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.SpectralSlopes.BACK_FROM_EIGENVALUES;
import static org.frechet.linalg.SpectralSlopes.BACK_FROM_SINGULAR_VALUES;
import static org.frechet.linalg.SpectralSlopes.OF_EIGENVALUES;
import static org.frechet.linalg.SpectralSlopes.OF_SINGULAR_VALUES;
import static org.frechet.linalg.StructureFunctions.addScaledIdentity;

import java.util.stream.Stream;
import org.frechet.testkit.RuleAssert;
import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The slopes of eigenvalues and of singular values, as functions of the matrix too. */
class SpectralSlopesCatalogueTest {

  private static final Matrix DISTINCT =
      Matrix.of(new double[][] {{4, 1, 0.5}, {1, 2, -0.5}, {0.5, -0.5, -3}});
  private static final Matrix SPLIT =
      Matrix.of(new double[][] {{1, 2, -1}, {2, 0, 0.5}, {-1, 0.5, -2}});
  private static final Matrix TALL = random(4, 3, 2);
  private static final Matrix WIDE = random(2, 4, 3);
  private static final Matrix EMPTY = Matrix.zeros(0, 0);
  private static final Vector G = Vector.of(1, -2, 0.5);

  @TestFactory
  Stream<DynamicTest> rules() {
    return catalogue().tests();
  }

  static RuleCatalogue catalogue() {
    RuleCatalogue catalogue = FamilyCatalogue.of(SpectralSlopeRules.class);
    catalogue
        .add(Factorizations.SYMMETRIC_EIGENVALUES, "distinct", RuleAssert::onSymmetric, DISTINCT)
        .add(SingularValues.SINGULAR_VALUES, "tall", TALL)
        .add(OF_EIGENVALUES, "distinct", RuleAssert::onSymmetric, DISTINCT, SPLIT)
        .add(OF_EIGENVALUES, "1×1", Matrix.of(1, 1, 2.0), Matrix.of(1, 1, 3.0))
        .add(BACK_FROM_EIGENVALUES, "distinct", RuleAssert::onSymmetric, DISTINCT, G)
        .add(BACK_FROM_EIGENVALUES, "empty", EMPTY, Vector.zeros(0))
        .add(
            OF_SINGULAR_VALUES,
            "square",
            RuleAssert::sharingWork,
            addScaledIdentity(random(3, 3, 1), 2),
            random(3, 3, 4))
        .add(OF_SINGULAR_VALUES, "tall", RuleAssert::sharingWork, TALL, random(4, 3, 5))
        .add(OF_SINGULAR_VALUES, "wide", WIDE, random(2, 4, 6))
        .add(BACK_FROM_SINGULAR_VALUES, "tall", RuleAssert::sharingWork, TALL, G)
        .add(BACK_FROM_SINGULAR_VALUES, "wide", WIDE, Vector.of(2, -1))
        .add(
            BACK_FROM_SINGULAR_VALUES,
            "1×1",
            RuleAssert::sharingWork,
            Matrix.of(1, 1, -2.0),
            Vector.of(3))
        .add(
            SpectralSlopes.REQUIRE_NO_COUPLING,
            "passes through",
            rule -> rule.withConstant(1, 2),
            DISTINCT,
            DISTINCT,
            DISTINCT);
    return catalogue;
  }
}
