package org.frechet.linalg;

import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.GeneralEigen.EIGEN;
import static org.frechet.linalg.GeneralEigen.EIGENVALUES;

import java.util.stream.Stream;
import org.frechet.testkit.RuleAssert;
import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Eigenvalues of general matrices, at ordinary and at hard points. */
class GeneralEigenCatalogueTest {

  private static final Matrix REAL =
      Matrix.of(new double[][] {{1, 4, 0.5}, {0.5, 2, -1}, {0.25, 1, 5}});
  private static final Matrix COMPLEX =
      Matrix.of(new double[][] {{1, 3, 0.5, 0}, {-2, 2, -1, 1}, {0.25, 1, 5, 2}, {1, 0, -3, 4}});
  private static final Matrix SYMMETRIC = Matrix.of(new double[][] {{1, 2}, {2, 3}});
  private static final Matrix NON_NORMAL =
      Matrix.of(new double[][] {{1, 20, 0}, {0, 2, 30}, {0, 0, 3}});
  private static final Matrix SCALED =
      Matrix.of(new double[][] {{1e-4, 1e-5, 0}, {1e-4, 1, 0.1}, {0.5, 7, 1e3}});
  private static final Matrix JORDAN = Matrix.of(new double[][] {{1, 1}, {0, 1}});
  private static final Matrix ONE = Matrix.of(1, 1, -2.5);
  private static final Matrix EMPTY = Matrix.zeros(0, 0);

  @TestFactory
  Stream<DynamicTest> rules() {
    return catalogue().tests();
  }

  static RuleCatalogue catalogue() {
    RuleCatalogue catalogue = FamilyCatalogue.of(GeneralEigenRules.class, ComplexSlopeRules.class);
    Matrix v = random(3, 3, 5);
    catalogue
        .add(EIGEN, "real", REAL)
        .add(EIGEN, "complex", COMPLEX)
        .add(EIGEN, "happens to be symmetric", SYMMETRIC)
        .add(EIGEN, "non-normal", NON_NORMAL)
        .add(EIGEN, "1×1", ONE)
        .add(EIGEN, "empty", EMPTY)
        .addThrowing(EIGEN, "defective", JORDAN)
        .add(EIGENVALUES, "real", REAL)
        .add(EIGENVALUES, "complex", COMPLEX)
        .add(EIGENVALUES, "happens to be symmetric", SYMMETRIC)
        .add(EIGENVALUES, "non-normal", NON_NORMAL)
        .add(EIGENVALUES, "badly scaled", SCALED)
        .add(
            EIGENVALUES,
            "repeated, the sum",
            rule -> rule.firstOrderOnly().comparing((ComplexVector x) -> x.re().sum()),
            Matrix.identity(3).multiply(2.0).add(0.0))
        .add(EIGENVALUES, "1×1", ONE)
        .add(SpectralSlopes.OF_COMPLEX_EIGENVALUES, "real", RuleAssert::sharingWork, REAL, v)
        .add(
            SpectralSlopes.OF_COMPLEX_EIGENVALUES,
            "complex",
            RuleAssert::sharingWork,
            COMPLEX,
            random(4, 4, 6))
        .add(
            SpectralSlopes.BACK_FROM_COMPLEX_EIGENVALUES,
            "complex",
            RuleAssert::sharingWork,
            COMPLEX,
            new ComplexVector(random(4, 7), random(4, 8)))
        .add(
            GeneralEigen.RECIPROCAL_GAPS,
            "distinct",
            new ComplexVector(Vector.of(1, 2, 2), Vector.of(0, 1, -1)))
        .add(GeneralEigen.LARGEST_ENTRIES, "constant", new ComplexMatrix(v, v.transpose()))
        .add(
            GeneralEigen.REQUIRE_GAUGE_INVARIANCE,
            "passes through",
            rule -> rule.withConstant(1, 2),
            v,
            v,
            v)
        .add(
            GeneralEigen.REQUIRE_NO_COUPLING,
            "passes through",
            rule -> rule.withConstant(1, 2),
            v,
            v,
            v)
        .add(
            GeneralEigen.UNMIXED_VALUES,
            "passes through",
            rule -> rule.withConstant(1, 2),
            new ComplexVector(Vector.of(1, 2, 3), Vector.of(4, 5, 6)),
            new ComplexMatrix(random(3, 6, 6), random(3, 6, 7)),
            new ComplexMatrix(v, v));
    return catalogue;
  }
}
