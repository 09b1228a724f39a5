package org.frechet.linalg;

import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.RiccatiEquations.CARE;
import static org.frechet.linalg.RiccatiEquations.DARE;

import java.util.stream.Stream;
import org.frechet.linalg.RiccatiEquations.Weights;
import org.frechet.testkit.RuleAssert;
import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Riccati equations and discretization, at ordinary and at hard points. */
class RiccatiCatalogueTest {

  private static final Matrix A = random(4, 4, 1);
  private static final Matrix B = random(4, 2, 2);
  private static final Matrix Q =
      LinearAlgebra.symmetricPart(random(4, 4, 3)).add(Matrix.identity(4).multiply(3.0));
  private static final Matrix R = Matrix.of(new double[][] {{2, 0.5}, {0.5, 1}});
  private static final Weights WEIGHTS = new Weights(Q, R);
  private static final Matrix ROTATION = Matrix.of(new double[][] {{0, 1}, {-1, 0}});
  private static final Matrix JORDAN = Matrix.of(new double[][] {{1, 1, 0}, {0, 1, 1}, {0, 0, 1}});
  private static final Matrix LAST = Matrix.of(3, 1, 0, 0, 1);
  private static final Matrix ONE = Matrix.of(1, 1, 1.5);
  private static final Matrix ZERO = Matrix.of(1, 1, 0.0);

  @TestFactory
  Stream<DynamicTest> rules() {
    return catalogue().tests();
  }

  static RuleCatalogue catalogue() {
    RuleCatalogue catalogue = FamilyCatalogue.of(RiccatiRules.class);
    continuous(catalogue);
    discrete(catalogue);
    discretization(catalogue);
    return catalogue;
  }

  private static void continuous(RuleCatalogue catalogue) {
    Weights ones = new Weights(ONE, ONE);
    catalogue
        .add(CARE, "ordinary", RuleAssert::sharingWork, A, B, WEIGHTS)
        .add(
            CARE,
            "unsymmetric weights",
            RuleAssert::sharingWork,
            A,
            B,
            new Weights(Q.add(A.multiply(0.1)), R))
        .add(
            CARE,
            "defective and unstable",
            RuleAssert::sharingWork,
            JORDAN,
            LAST,
            new Weights(Matrix.identity(3), ONE))
        .add(CARE, "1×1", RuleAssert::sharingWork, ONE, ONE, ones)
        .add(CARE, "unstable, unweighed", RuleAssert::sharingWork, ONE, ONE, new Weights(ZERO, ONE))
        .addThrowing(CARE, "no control of an unstable mode", ONE, ZERO, ones)
        .addThrowing(
            CARE,
            "unweighed on the boundary",
            ROTATION,
            Matrix.identity(2),
            new Weights(Matrix.zeros(2, 2), Matrix.identity(2)))
        .addThrowing(CARE, "indefinite control weight", ONE, ONE, new Weights(ONE, ONE.negate()));
  }

  private static void discrete(RuleCatalogue catalogue) {
    catalogue
        .add(DARE, "ordinary", RuleAssert::sharingWork, A, B, WEIGHTS)
        .add(
            DARE,
            "defective and on the boundary",
            RuleAssert::sharingWork,
            JORDAN,
            LAST,
            new Weights(Matrix.identity(3), ONE))
        .add(
            DARE,
            "singular transition",
            RuleAssert::sharingWork,
            Matrix.of(new double[][] {{0, 1}, {0, 0}}),
            Matrix.of(2, 1, 1, 1),
            new Weights(Matrix.identity(2), ONE))
        .add(DARE, "1×1", RuleAssert::sharingWork, ONE, ONE, new Weights(ONE, ONE))
        .add(
            DARE,
            "unstable, unweighed",
            RuleAssert::sharingWork,
            Matrix.of(1, 1, 6),
            ONE,
            new Weights(ZERO, ONE))
        .addThrowing(DARE, "no control of an unstable mode", ONE, ZERO, new Weights(ONE, ONE))
        .addThrowing(
            DARE,
            "unweighed on the boundary",
            ROTATION,
            Matrix.identity(2),
            new Weights(Matrix.zeros(2, 2), Matrix.identity(2)));
  }

  private static void discretization(RuleCatalogue catalogue) {
    catalogue
        .add(Discretization.VAN_LOAN, "short", A, Q, Scalar.of(0.1))
        .add(Discretization.VAN_LOAN, "doubled", A, Q, Scalar.of(2.0))
        .add(
            Discretization.VAN_LOAN,
            "zero transition",
            Matrix.zeros(2, 2).add(0.0),
            R,
            Scalar.of(1))
        .add(Discretization.VAN_LOAN, "1×1", ONE, ONE, Scalar.of(0.7));
  }
}
