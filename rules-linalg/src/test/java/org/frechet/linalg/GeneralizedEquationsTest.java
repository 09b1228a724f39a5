package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.linalg.EquationFunctions.gsylvester;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.GeneralizedEquations.GSYLVESTER;
import static org.frechet.linalg.LinearAlgebra.kron;
import static org.frechet.linalg.LinearAlgebra.norm;
import static org.frechet.linalg.LinearAlgebra.solve;

import java.util.stream.Stream;
import org.frechet.linalg.GeneralizedEquations.Pair;
import org.frechet.testkit.RuleAssert;
import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GeneralizedEquationsTest {

  private static final Matrix A = random(4, 4, 1);
  private static final Matrix B = random(3, 3, 2);
  private static final Matrix C = random(4, 4, 3);
  private static final Matrix D = random(3, 3, 4);
  private static final Matrix E = random(4, 3, 5);
  private static final Matrix LEFT_ONLY = Matrix.diagonal(Vector.of(1, 1, 0, 0)).add(0.0);
  private static final Matrix RIGHT_ONLY = Matrix.diagonal(Vector.of(0, 0, 1, 2)).add(0.0);

  @TestFactory
  Stream<DynamicTest> rules() {
    return catalogue().tests();
  }

  static RuleCatalogue catalogue() {
    Matrix one = Matrix.of(1, 1, 2.0);
    Pair ones = new Pair(one, one);
    Pair zeros = new Pair(one.multiply(0.0), one.multiply(0.0));
    Pair singular = new Pair(LEFT_ONLY, RIGHT_ONLY);
    return FamilyCatalogue.of(GeneralizedEquationRules.class)
        .add(GSYLVESTER, "rectangular", RuleAssert::sharingWork, new Pair(A, C), new Pair(B, D), E)
        .add(GSYLVESTER, "1×1", RuleAssert::sharingWork, ones, ones, one)
        .add(
            GSYLVESTER,
            "both on the left singular",
            RuleAssert::sharingWork,
            singular,
            new Pair(B, D),
            E)
        .add(
            GSYLVESTER,
            "both on the right singular",
            RuleAssert::sharingWork,
            new Pair(B, D),
            singular,
            E.transpose())
        .addThrowing(GSYLVESTER, "singular pencil", zeros, ones, one)
        .addThrowing(GSYLVESTER, "common eigenvalue", ones, new Pair(one, one.negate()), one);
  }

  private static double error(Matrix a, Matrix b, Matrix c, Matrix d, Matrix e) {
    Matrix x = gsylvester(a, b, c, d, e);
    Matrix whole = kron(b.transpose(), a).add(kron(d.transpose(), c));
    Vector expected = solve(whole, StructureFunctions.vec(e));
    return norm(StructureFunctions.vec(x).subtract(expected)).toDouble()
        / norm(expected).toDouble();
  }

  @Test
  void theSolutionIsThatOfTheKroneckerSystem() {
    assertThat(error(A, B, C, D, E)).isLessThan(1e-14);
    assertThat(error(A.transpose(), B, C, D, E)).isLessThan(1e-13);
    Matrix identity = Matrix.identity(4);
    assertThat(error(A, Matrix.identity(3), identity, D, E)).isLessThan(1e-14);
  }

  @Test
  void badlyScaledCoefficientsCostNothing() {
    for (double scale : new double[] {1e-12, 1e-3, 1e3, 1e150}) {
      assertThat(error(A.multiply(scale), B.divide(scale), C, D, E)).isLessThan(1e-13);
      assertThat(error(A, B, C.multiply(scale), D.divide(scale), E)).isLessThan(1e-13);
      assertThat(error(A.multiply(scale), B, C.multiply(scale), D, E)).isLessThan(1e-13);
    }
  }

  @Test
  void bothCoefficientsOnASideMayBeSingular() {
    assertThat(error(LEFT_ONLY, B, RIGHT_ONLY, D, E)).isLessThan(1e-14);
    assertThat(error(D, RIGHT_ONLY, B, LEFT_ONLY, E.transpose())).isLessThan(1e-14);
    Matrix q = LinearAlgebra.symmetricEigen(LinearAlgebra.symmetricPart(random(4, 4, 7))).vectors();
    Matrix a = q.multiply(LEFT_ONLY).multiply(A);
    Matrix c = q.multiply(RIGHT_ONLY).multiply(A);
    assertThat(error(a, B, c, D, E)).isLessThan(1e-12);
  }

  @Test
  void withoutAUniqueSolutionThereIsAnException() {
    Matrix identity = Matrix.identity(3);
    assertThatThrownBy(() -> gsylvester(A, identity, A, identity.negate(), E))
        .isInstanceOf(NoUniqueSolutionException.class)
        .hasMessageContaining("share an eigenvalue");
    assertThatThrownBy(() -> gsylvester(LEFT_ONLY, B, LEFT_ONLY, D, E))
        .isInstanceOf(NoUniqueSolutionException.class)
        .hasMessageContaining("singular for every λ");
    assertThatThrownBy(() -> gsylvester(A, B, C, D, E.transpose()))
        .hasMessageContaining("expected e to be 4×3");
    assertThatThrownBy(() -> gsylvester(A, B, B, D, E))
        .hasMessage("gsylvester: a and c are 4×4 and 3×3: the shapes differ");
  }

  @Test
  void empty() {
    Matrix none = Matrix.zeros(0, 0);
    assertThat(gsylvester(none, B, none, D, Matrix.zeros(0, 3))).isEqualTo(Matrix.zeros(0, 3));
  }
}
