package org.frechet.linalg;

import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.OrthogonalFactorizations.LEAST_SQUARES;
import static org.frechet.linalg.OrthogonalFactorizations.MINIMUM_NORM;
import static org.frechet.linalg.OrthogonalFactorizations.NORMAL_EQUATIONS;
import static org.frechet.linalg.OrthogonalFactorizations.QR;

import java.util.stream.Stream;
import org.frechet.linalg.PseudoInverses.AwayFromRange;
import org.frechet.linalg.PseudoInverses.PseudoInverse;
import org.frechet.testkit.RuleAssert;
import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** QR, least squares and pseudoinverses, at ordinary and at hard points. */
class LeastSquaresCatalogueTest {

  private static final Matrix A = random(4, 4, 1);
  private static final Matrix TALL = random(5, 3, 3);
  private static final Matrix WIDE = TALL.transpose();
  private static final Matrix SCALED = TALL.multiply(Matrix.diagonal(Vector.of(1e-4, 1, 1e4)));
  private static final Matrix DEPENDENT = Matrix.of(new double[][] {{1, 2}, {2, 4}, {-1, -2}});
  private static final Matrix ONE = Matrix.of(1, 1, -2.5);
  private static final Matrix EMPTY = Matrix.zeros(0, 0);

  @TestFactory
  Stream<DynamicTest> rules() {
    return catalogue().tests();
  }

  static RuleCatalogue catalogue() {
    RuleCatalogue catalogue = FamilyCatalogue.of(OrthogonalRules.class, PseudoInverseRules.class);
    orthogonal(catalogue);
    leastSquares(catalogue);
    pseudoInverses(catalogue);
    return catalogue;
  }

  private static void orthogonal(RuleCatalogue catalogue) {
    catalogue
        .add(QR, "square", A)
        .add(QR, "tall", TALL)
        .add(QR, "badly scaled columns", SCALED)
        .add(QR, "column", Matrix.of(3, 1, 1, -3, 2))
        .add(QR, "1×1", ONE)
        .add(QR, "empty", EMPTY)
        .add(
            OrthogonalFactorizations.REQUIRE_INDEPENDENT_COLUMNS,
            "passes through",
            LinearAlgebra.triu(A));
  }

  private static void leastSquares(RuleCatalogue catalogue) {
    Matrix b = random(5, 2, 5);
    Matrix c = random(3, 2, 6);
    catalogue
        .add(LEAST_SQUARES, "tall", RuleAssert::sharingWork, TALL, b)
        .add(LEAST_SQUARES, "no residual", RuleAssert::sharingWork, TALL, TALL.multiply(c))
        .add(LEAST_SQUARES, "badly scaled columns", RuleAssert::sharingWork, SCALED, b)
        .add(LEAST_SQUARES, "1×1", RuleAssert::sharingWork, ONE, ONE)
        .addThrowing(LEAST_SQUARES, "dependent columns", DEPENDENT, random(3, 1, 7))
        .add(MINIMUM_NORM, "wide", RuleAssert::sharingWork, WIDE, c)
        .add(MINIMUM_NORM, "1×1", RuleAssert::sharingWork, ONE, ONE)
        .addThrowing(MINIMUM_NORM, "dependent rows", DEPENDENT.transpose(), random(2, 1, 7))
        .add(NORMAL_EQUATIONS, "tall", RuleAssert::sharingWork, TALL, c)
        .add(NORMAL_EQUATIONS, "1×1", RuleAssert::sharingWork, ONE, ONE)
        .addThrowing(NORMAL_EQUATIONS, "dependent columns", DEPENDENT, random(2, 1, 7));
  }

  private static void pseudoInverses(RuleCatalogue catalogue) {
    PseudoInverse pinv = new PseudoInverse(1e-14);
    AwayFromRange away = new AwayFromRange(1e-14);
    catalogue
        .add(pinv, "square", A)
        .add(pinv, "tall", TALL)
        .add(pinv, "wide", WIDE)
        .add(pinv, "1×1", ONE)
        .add(pinv, "empty", EMPTY)
        .add(
            pinv,
            "dependent columns, at constant rank",
            rule -> rule.whereNotDifferentiable().firstOrderOnly(),
            DEPENDENT)
        .add(pinv, "zero", rule -> rule.whereNotDifferentiable(), Matrix.zeros(3, 2).add(0.0))
        .add(away, "square", A)
        .add(away, "tall", TALL)
        .add(away, "wide", WIDE);
  }
}
