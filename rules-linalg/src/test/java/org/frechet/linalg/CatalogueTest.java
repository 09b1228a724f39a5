package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.symmetricPart;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.frechet.testkit.RuleAssert;
import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule of this module, at ordinary and at hard points. */
class CatalogueTest {

  private static final Matrix A = random(4, 4, 1).add(Matrix.identity(4).multiply(2.0));
  private static final Matrix B = random(4, 4, 2);
  private static final Matrix TALL = random(4, 2, 3);
  private static final Matrix SPD = A.multiply(A.transpose());
  private static final Matrix STABLE = B.subtract(Matrix.identity(4).multiply(3.0));
  private static final Matrix CONTRACTION = B.multiply(0.3);
  private static final Matrix FLAT = random(2, 2, 7);
  private static final Matrix ROTATION = Matrix.of(new double[][] {{0, 1}, {-1, 0}});
  private static final Matrix RANK_TWO = random(4, 2, 21).multiply(random(2, 4, 22));
  private static final Matrix SINGULAR = Matrix.of(new double[][] {{1, 2}, {2, 4}});
  private static final Matrix SCALED = Matrix.diagonal(Vector.of(1e-4, 1, 1e4)).add(0.0);
  private static final Matrix JORDAN = Matrix.of(new double[][] {{1, 1, 0}, {0, 1, 1}, {0, 0, 1}});
  private static final Matrix ONE = Matrix.of(1, 1, 2.5);
  private static final Matrix EMPTY = Matrix.zeros(0, 0);

  private static Matrix random(int m, int n, int seed) {
    return Matrix.wrap(m, n, new Random(seed).doubles((long) m * n, -1, 1).toArray());
  }

  @TestFactory
  Stream<DynamicTest> rules() {
    return catalogue().tests();
  }

  static RuleCatalogue catalogue() {
    RuleCatalogue catalogue =
        FamilyCatalogue.of(
            DeterminantRules.class,
            EquationRules.class,
            ExponentialRules.class,
            FactorizationRules.class,
            KroneckerRules.class,
            SolvingRules.class);
    solving(catalogue);
    determinants(catalogue);
    exponentials(catalogue);
    equations(catalogue);
    factorizations(catalogue);
    hardSystems(catalogue);
    hardEquations(catalogue);
    hardSpectra(catalogue);
    TriangleExamples.addTo(catalogue);
    return catalogue;
  }

  private static void solving(RuleCatalogue catalogue) {
    catalogue
        .add(Solving.INV, "well conditioned", A)
        .add(Solving.INV, "badly scaled", SCALED)
        .add(Solving.INV, "defective", JORDAN)
        .add(Solving.INV, "1×1", ONE)
        .add(Solving.INV, "empty", EMPTY)
        .addThrowing(Solving.INV, "singular", SINGULAR)
        .add(Solving.SOLVE, "square right-hand side", A, B)
        .add(Solving.SOLVE, "tall right-hand side", A, TALL)
        .add(Solving.SOLVE, "1×1", ONE, ONE)
        .addThrowing(Solving.SOLVE, "singular", SINGULAR, ROTATION)
        .add(Solving.SOLVE_LOWER, "with numbers above the diagonal", A, TALL)
        .addThrowing(Solving.SOLVE_LOWER, "singular", ROTATION, ROTATION)
        .add(Solving.SOLVE_LOWER_TRANSPOSED, "with numbers above the diagonal", A, TALL);
    Vector b = Vector.of(3, -1, 2, 5);
    Vector one = Vector.of(2);
    Vector none = Vector.zeros(0);
    for (var each : List.of(Solving.SOLVE_LOWER_VECTOR, Solving.SOLVE_LOWER_TRANSPOSED_VECTOR)) {
      catalogue
          .add(each, "with numbers above the diagonal", A, b)
          .add(each, "badly scaled", SCALED, Vector.of(1, 2, 3))
          .add(each, "1×1", ONE, one)
          .add(each, "empty", EMPTY, none)
          .addThrowing(each, "singular", Matrix.zeros(1, 1), one);
    }
  }

  private static void determinants(RuleCatalogue catalogue) {
    catalogue
        .add(Determinants.TRACE, "square", A)
        .add(Determinants.DET, "well conditioned", A)
        .add(Determinants.DET, "singular", SINGULAR)
        .add(Determinants.DET, "zero", Matrix.zeros(3, 3).add(0.0))
        .add(Determinants.DET, "badly scaled", SCALED)
        .add(Determinants.DET, "1×1", ONE)
        .add(Determinants.LOGABSDET, "positive", A)
        .add(
            Determinants.LOGABSDET, "negative", A.multiply(Matrix.diagonal(Vector.of(1, 1, 1, -1))))
        .add(Determinants.ADJUGATE, "well conditioned", A)
        .add(Determinants.ADJUGATE, "singular", SINGULAR)
        .add(Determinants.ADJUGATE, "of rank n − 2", RANK_TWO)
        .add(Determinants.ADJUGATE_SLOPE, "well conditioned", A, B)
        .add(Determinants.ADJUGATE_SLOPE, "singular", RuleAssert::firstOrderOnly, RANK_TWO, B)
        .add(
            Determinants.ADJUGATE_CURVATURE,
            "of rank n − 2",
            rule -> rule.withConstant(0),
            RANK_TWO,
            A,
            B);
  }

  private static void exponentials(RuleCatalogue catalogue) {
    catalogue
        .add(Exponentials.EXP, "ordinary", B)
        .add(Exponentials.EXP, "zero", Matrix.zeros(3, 3).add(0.0))
        .add(Exponentials.EXP, "defective", JORDAN)
        .add(Exponentials.EXP, "tiny", B.multiply(1e-6))
        .add(Exponentials.EXP, "large, with squarings", B.multiply(8.0))
        .add(Exponentials.EXP, "1×1", ONE)
        .add(Exponentials.EXP, "empty", EMPTY)
        .add(Exponentials.FRECHET, "first derivative", B, A)
        .add(Exponentials.FRECHET, "second derivative", B, A, CONTRACTION)
        .add(Exponentials.FRECHET_ALONG, "first derivatives", List.of(B), List.of(A, SPD))
        .add(Exponentials.FRECHET_ALONG, "second derivatives", List.of(B, A), List.of(A, SPD))
        .add(Exponentials.FRECHET_ALONG, "stacked", List.of(FLAT), Collections.nCopies(9, FLAT));
  }

  private static void equations(RuleCatalogue catalogue) {
    catalogue
        .add(Equations.SYLVESTER, "square", A, SPD, B)
        .add(
            Equations.SYLVESTER,
            "rectangular",
            A,
            random(2, 2, 5).add(Matrix.identity(2).multiply(3.0)),
            TALL)
        .addThrowing(
            Equations.SYLVESTER, "common eigenvalues", SINGULAR, SINGULAR.negate(), SINGULAR)
        .add(Equations.LYAP, "general right-hand side", STABLE, B)
        .add(Equations.LYAP, "complex eigenvalues", ROTATION.subtract(Matrix.identity(2)), SINGULAR)
        .add(Equations.LYAP, "1×1", ONE, ONE)
        .addThrowing(Equations.LYAP, "eigenvalues ±i", ROTATION, SINGULAR)
        .add(Equations.DLYAP, "general right-hand side", CONTRACTION, B)
        .add(Equations.DLYAP, "defective", JORDAN.multiply(0.5), random(3, 3, 7))
        .addThrowing(Equations.DLYAP, "spectral radius one", ROTATION, SINGULAR);
  }

  private static void factorizations(RuleCatalogue catalogue) {
    Matrix repeated = Matrix.diagonal(Vector.of(2, 2, 5)).add(0.0);
    catalogue
        .add(Factorizations.CHOLESKY, "ordinary", RuleAssert::onSymmetric, SPD)
        .add(Factorizations.CHOLESKY, "badly scaled", RuleAssert::onSymmetric, SCALED)
        .add(Factorizations.CHOLESKY, "1×1", RuleAssert::onSymmetric, ONE)
        .addThrowing(Factorizations.CHOLESKY, "indefinite", symmetricPart(ROTATION))
        .add(Factorizations.SYMMETRIC_EIGEN, "distinct", RuleAssert::onSymmetric, SPD)
        .add(Factorizations.SYMMETRIC_EIGENVALUES, "distinct", RuleAssert::onSymmetric, SPD)
        .add(Factorizations.RECIPROCAL_GAPS, "distinct", Vector.of(1, 2, 4))
        .add(
            Factorizations.REQUIRE_GAUGE_INVARIANCE,
            "passes through",
            rule -> rule.withConstant(1, 2),
            B,
            SPD,
            B)
        .add(
            Factorizations.REQUIRE_NO_COUPLING,
            "passes through",
            rule -> rule.withConstant(1, 2),
            B,
            SPD,
            B)
        .add(
            Factorizations.UNMIXED_VALUES,
            "passes through",
            rule -> rule.withConstant(1, 2),
            Vector.of(1, 2, 3, 4),
            B,
            SPD)
        .add(
            Factorizations.SYMMETRIC_EIGENVALUES,
            "repeated, their sum",
            rule -> rule.onSymmetric().firstOrderOnly().comparing((Vector x) -> x.sum()),
            repeated)
        .add(new Kronecker.Rearranged(1, 2, 2, 3), "rectangular", random(2, 6, 8))
        .add(
            new Kronecker.Collected(new Kronecker.Rearranged(1, 2, 2, 3)),
            "rectangular",
            random(2, 6, 9));
  }

  private static final Matrix NEARLY_SINGULAR =
      Matrix.of(new double[][] {{1, 1, 0}, {1, 1 + 1e-8, 0}, {0, 0, 2}});

  private static final Matrix SCALED_LESS = Matrix.diagonal(Vector.of(0.01, 1, 100)).add(0.0);

  private static void hardSystems(RuleCatalogue catalogue) {
    Matrix b = random(3, 2, 11);
    for (var each : List.of(Solving.SOLVE, Solving.SOLVE_LOWER, Solving.SOLVE_LOWER_TRANSPOSED)) {
      catalogue
          .add(each, "badly scaled", SCALED, b)
          .add(each, "non-normal", JORDAN.add(JORDAN.transpose().multiply(30.0)), b)
          .add(each, "one equation", ONE, random(1, 3, 12))
          .add(each, "no right-hand side", A, Matrix.zeros(4, 0))
          .add(each, "empty", EMPTY, EMPTY);
    }
    catalogue
        .add(Solving.INV, "nearly singular", RuleAssert::firstOrderOnly, NEARLY_SINGULAR)
        .add(Solving.SOLVE, "nearly singular", NEARLY_SINGULAR, b)
        .add(Determinants.DET, "nearly singular", NEARLY_SINGULAR)
        .add(Determinants.DET, "empty", EMPTY)
        .add(Determinants.LOGABSDET, "badly scaled", SCALED)
        .add(Determinants.LOGABSDET, "nearly singular", NEARLY_SINGULAR)
        .add(Determinants.LOGABSDET, "1×1", ONE)
        .add(Determinants.TRACE, "1×1", ONE)
        .add(Determinants.TRACE, "empty", EMPTY)
        .addThrowing(Solving.SOLVE_LOWER_TRANSPOSED, "singular", ROTATION, ROTATION);
  }

  private static void hardEquations(RuleCatalogue catalogue) {
    Matrix nearlyUnstable = JORDAN.subtract(Matrix.identity(3).multiply(1.01));
    catalogue
        .add(Equations.SYLVESTER, "defective", JORDAN, JORDAN, random(3, 3, 13))
        .add(Equations.SYLVESTER, "badly scaled", SCALED, SCALED, random(3, 3, 13))
        .add(Equations.SYLVESTER, "1×1", ONE, ONE, ONE)
        .add(Equations.SYLVESTER, "empty", EMPTY, EMPTY, EMPTY)
        .add(Equations.LYAP, "defective", JORDAN, random(3, 3, 13))
        .add(Equations.LYAP, "nearly unstable", nearlyUnstable, random(3, 3, 13))
        .add(Equations.LYAP, "scaled", SCALED_LESS, random(3, 3, 13))
        .add(Equations.LYAP, "empty", EMPTY, EMPTY)
        .add(Equations.DLYAP, "spectral radius 0.99", ROTATION.multiply(0.99), SINGULAR)
        .add(Equations.DLYAP, "unstable", ONE, ONE)
        .add(Equations.DLYAP, "empty", EMPTY, EMPTY);
  }

  private static void hardSpectra(RuleCatalogue catalogue) {
    Matrix close = Matrix.diagonal(Vector.of(2, 2 + 1e-3, 5)).add(0.0);
    for (var each : List.of(Factorizations.SYMMETRIC_EIGEN, Factorizations.SYMMETRIC_EIGENVALUES)) {
      catalogue
          .add(each, "badly scaled", RuleAssert::onSymmetric, SCALED)
          .add(each, "1e-3 apart", RuleAssert::onSymmetric, close)
          .add(each, "1×1", RuleAssert::onSymmetric, ONE)
          .add(each, "empty", RuleAssert::onSymmetric, EMPTY);
    }
    catalogue
        .add(Factorizations.CHOLESKY, "nearly singular", RuleAssert::onSymmetric, NEARLY_SINGULAR)
        .add(Factorizations.CHOLESKY, "empty", RuleAssert::onSymmetric, EMPTY);
  }
}
