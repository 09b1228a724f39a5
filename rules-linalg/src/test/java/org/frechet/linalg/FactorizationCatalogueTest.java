package org.frechet.linalg;

import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.SingularValues.SINGULAR_VALUES;
import static org.frechet.linalg.SingularValues.SVD;
import static org.frechet.linalg.TriangularFactorizations.LDLT;
import static org.frechet.linalg.TriangularFactorizations.LU;

import java.util.stream.Stream;
import org.frechet.testkit.RuleAssert;
import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** LU, LDLᵀ, singular values, polar, at ordinary and at hard points. */
class FactorizationCatalogueTest {

  private static final Matrix A = random(4, 4, 1);
  private static final Matrix TALL = random(5, 3, 3);
  private static final Matrix WIDE = random(2, 4, 4);
  private static final Matrix SPD = A.multiply(A.transpose()).add(Matrix.identity(4));
  private static final Matrix SCALED =
      Matrix.diagonal(Vector.of(1e-4, 1, 1e4)).multiply(random(3, 3, 6));
  private static final Matrix RANK_TWO = random(3, 2, 7).multiply(random(2, 3, 8));
  private static final Matrix REPEATED =
      Matrix.of(new double[][] {{0, 2, 0}, {-2, 0, 0}, {0, 0, 5}, {0, 0, 0}});
  private static final Matrix ONE = Matrix.of(1, 1, -2.5);
  private static final Matrix EMPTY = Matrix.zeros(0, 0);

  @TestFactory
  Stream<DynamicTest> rules() {
    return catalogue().tests();
  }

  static RuleCatalogue catalogue() {
    RuleCatalogue catalogue =
        FamilyCatalogue.of(
            SingularValueRules.class,
            SymmetricEquationRules.class,
            TriangularFactorizationRules.class);
    triangular(catalogue);
    singular(catalogue);
    polar(catalogue);
    return catalogue;
  }

  private static void triangular(RuleCatalogue catalogue) {
    Vector order = Vector.of(2, 0, 1, 4, 3);
    catalogue
        .add(LU, "square", A)
        .add(LU, "tall", random(5, 3, 11))
        .add(LU, "wide", WIDE)
        .add(LU, "badly scaled", SCALED)
        .add(LU, "last pivot zero", Matrix.of(new double[][] {{2, 4}, {1, 2}}))
        .add(LU, "1×1", ONE)
        .add(LU, "row", Matrix.of(1, 3, 2, -1, 4))
        .add(LU, "column", Matrix.of(3, 1, 1, -3, 2))
        .add(LU, "empty", EMPTY)
        .add(
            TriangularFactorizations.PERMUTE_ROWS,
            "tall",
            rule -> rule.withConstant(0),
            order,
            TALL)
        .add(
            TriangularFactorizations.PERMUTE_ROWS_BACK,
            "tall",
            rule -> rule.withConstant(0),
            order,
            TALL)
        .add(LDLT, "positive definite", RuleAssert::onSymmetric, SPD)
        .add(
            LDLT,
            "indefinite",
            RuleAssert::onSymmetric,
            SPD.subtract(Matrix.diagonal(Vector.of(0, 9, 0, 9))))
        .add(
            LDLT,
            "last pivot zero",
            RuleAssert::onSymmetric,
            Matrix.of(new double[][] {{-1, 2}, {2, -4}}))
        .add(LDLT, "1×1", RuleAssert::onSymmetric, ONE)
        .add(LDLT, "empty", RuleAssert::onSymmetric, EMPTY)
        .addThrowing(LDLT, "zero pivot", Matrix.of(new double[][] {{0, 1}, {1, 0}}));
  }

  private static void singular(RuleCatalogue catalogue) {
    catalogue
        .add(SVD, "square", A)
        .add(SVD, "tall", TALL)
        .add(SVD, "wide", WIDE)
        .add(SVD, "badly scaled", SCALED)
        .add(SVD, "column", Matrix.of(3, 1, 1, -3, 2))
        .add(SVD, "1×1", ONE)
        .add(SVD, "empty", EMPTY)
        .add(
            SVD,
            "of rank n − 1, the part that counts",
            rule -> rule.firstOrderOnly().comparing(FactorizationCatalogueTest::leading),
            RANK_TWO)
        .add(SINGULAR_VALUES, "square", A)
        .add(SINGULAR_VALUES, "tall", TALL)
        .add(SINGULAR_VALUES, "wide", WIDE)
        .add(SINGULAR_VALUES, "badly scaled", SCALED)
        .add(SINGULAR_VALUES, "1×1", ONE)
        .add(SINGULAR_VALUES, "empty", EMPTY)
        .add(
            SINGULAR_VALUES,
            "repeated, the sum",
            rule -> rule.firstOrderOnly().comparing((Vector s) -> s.sum()),
            REPEATED)
        .add(
            SingularValues.REQUIRE_GAUGE_INVARIANCE,
            "passes through",
            rule -> rule.withConstant(1, 2),
            A,
            SPD,
            A)
        .add(
            SingularValues.REQUIRE_NO_COUPLING,
            "passes through",
            rule -> rule.withConstant(1, 2),
            A,
            SPD,
            A)
        .add(
            SingularValues.UNMIXED_VALUES,
            "passes through",
            rule -> rule.withConstant(1, 2),
            Vector.of(1, 2, 3, 4),
            A,
            FactorizationFunctions.svd(A));
  }

  /** The best approximation of rank two. */
  private static Matrix leading(Svd svd) {
    Matrix u = svd.u().block(0, 0, 3, 2);
    Matrix v = svd.v().block(0, 0, 3, 2);
    return u.multiply(Matrix.diagonal(svd.s().slice(0, 2))).multiply(v.transpose());
  }

  private static void polar(RuleCatalogue catalogue) {
    Matrix spd3 = SPD.block(0, 0, 3, 3);
    catalogue
        .add(SymmetricEquations.POLAR, "square", A)
        .add(SymmetricEquations.POLAR, "tall", TALL)
        .add(SymmetricEquations.POLAR, "badly scaled", SCALED)
        .add(SymmetricEquations.POLAR, "repeated singular values", REPEATED)
        .add(SymmetricEquations.POLAR, "orthogonal", Matrix.identity(3).add(0.0))
        .add(SymmetricEquations.POLAR, "1×1", ONE)
        .add(SymmetricEquations.POLAR, "empty", EMPTY)
        .add(SymmetricEquations.SKEW_LYAP, "definite", spd3, random(3, 3, 9))
        .add(
            SymmetricEquations.SKEW_LYAP,
            "one zero eigenvalue",
            rule -> rule.withConstant(0),
            Matrix.diagonal(Vector.of(0, 1, 2)).add(0.0),
            random(3, 3, 9))
        .add(
            SymmetricEquations.SOLVE_SPD,
            "tall right-hand side",
            RuleAssert::onSymmetric,
            spd3,
            random(3, 2, 9))
        .add(SymmetricEquations.SOLVE_SPD, "1×1", Matrix.of(1, 1, 3.0), ONE)
        .add(SymmetricEquations.SOLVE_SPD, "empty", EMPTY, EMPTY)
        .addThrowing(SymmetricEquations.SOLVE_SPD, "indefinite", ONE, ONE);
  }
}
