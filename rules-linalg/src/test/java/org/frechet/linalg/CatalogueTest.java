package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.symmetricPart;

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

  private RuleCatalogue catalogue() {
    return FamilyCatalogue.of(
        DeterminantRules.class,
        EquationRules.class,
        ExponentialRules.class,
        FactorizationRules.class,
        KroneckerRules.class,
        SolvingRules.class);
  }

  @TestFactory
  Stream<DynamicTest> rules() {
    RuleCatalogue catalogue = catalogue();
    solving(catalogue);
    determinants(catalogue);
    exponentials(catalogue);
    equations(catalogue);
    factorizations(catalogue);
    return catalogue.tests();
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
        .add(Exponentials.FRECHET, "second derivative", B, A, CONTRACTION);
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
        .add(Factorizations.CHOLESKY, "4×4", RuleAssert::onSymmetric, SPD)
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
        .add(Triangles.TRIL, "rectangular", TALL)
        .add(Triangles.TRIU, "rectangular", TALL)
        .add(new Kronecker.Rearranged(1, 2, 2, 3), "rectangular", random(2, 6, 8))
        .add(
            new Kronecker.Collected(new Kronecker.Rearranged(1, 2, 2, 3)),
            "rectangular",
            random(2, 6, 9));
  }
}
