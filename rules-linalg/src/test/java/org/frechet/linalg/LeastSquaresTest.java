package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.linalg.FactorizationFunctions.*;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.linalg.kernel.HouseholderQr;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Least squares, pseudoinverses, definite systems and powers, against their definitions. */
class LeastSquaresTest {

  private static final List<AdType> MODES = List.of(new AutoForward(), new AutoReverse());

  private final Differentiation di = Differentiation.standard();

  private static void requireClose(Matrix actual, Matrix expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    double size = 1e-300 + norm(expected).toDouble();
    assertThat(norm(actual.subtract(expected)).toDouble() / size).isLessThan(tolerance);
  }

  @ParameterizedTest
  @CsvSource({"6, 3", "3, 6", "4, 4", "5, 1", "1, 5", "1, 1"})
  void leastSquaresIsTheProductWithThePseudoinverse(int m, int n) {
    Matrix a = random(m, n, 7 * m + n);
    Matrix b = random(m, 2, 5);
    requireClose(leastSquares(a, b), pinv(a).multiply(b), 1e-13);
    requireClose(
        leastSquares(a, b.column(1)).toColumn(), pinv(a).multiply(b.block(0, 1, m, 1)), 1e-13);
    for (AdType mode : MODES) {
      Matrix weights = random(n, 2, 9);
      Matrix g = di.gradient(x -> leastSquares(x, b).dot(weights), mode, a);
      Matrix expected = di.gradient(x -> pinv(x).multiply(b).dot(weights), mode, a);
      requireClose(g, expected, 1e-12);
    }
  }

  @Test
  void emptySystems() {
    assertThat(leastSquares(Matrix.zeros(3, 0), random(3, 2, 1))).isEqualTo(Matrix.zeros(0, 2));
    assertThat(leastSquares(Matrix.zeros(0, 3), Matrix.zeros(0, 2))).isEqualTo(Matrix.zeros(3, 2));
    assertThat(pinv(Matrix.zeros(0, 3))).isEqualTo(Matrix.zeros(3, 0));
    assertThat(matrixPower(Matrix.zeros(0, 0), 3)).isEqualTo(Matrix.zeros(0, 0));
  }

  @Test
  void dependentColumnsAndRowsAreMeasured() {
    Matrix dependent = Matrix.of(new double[][] {{1, 2}, {2, 4}, {3, 6}});
    assertThatThrownBy(() -> leastSquares(dependent, Vector.of(1, 2, 3)))
        .isInstanceOf(RankDeficientException.class)
        .hasMessageContaining("the columns of a");
    assertThatThrownBy(() -> leastSquares(dependent.transpose(), Vector.of(1, 2)))
        .isInstanceOf(RankDeficientException.class)
        .hasMessageContaining("the rows of a");
    assertThatThrownBy(() -> leastSquares(dependent, Vector.of(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3×2");
  }

  @Test
  void oneQrServesTheValueAndAllDerivatives() {
    Matrix a = random(6, 3, 1);
    Matrix b = random(6, 2, 2);
    HouseholderQr first = kept(a, b);
    for (AdType mode : MODES) {
      di.hvp(x -> leastSquares(x, b).norm(), mode, a, random(6, 3, 3));
    }
    assertThat(kept(a, b)).isSameAs(first);
    assertThat(a.transpose().kept(HouseholderQr.class)).isEmpty();
  }

  private static HouseholderQr kept(Matrix a, Matrix b) {
    assertThat(leastSquares(a, b).rows()).isEqualTo(3);
    return a.<HouseholderQr>kept(HouseholderQr.class).orElseThrow();
  }

  @Test
  void pseudoinverseOfAnyRankMeetsPenrosesConditions() {
    Matrix deficient = random(5, 2, 1).multiply(random(2, 4, 2));
    for (Matrix a : List.of(deficient, random(5, 3, 3), random(3, 5, 4), Matrix.zeros(2, 3))) {
      Matrix y = pinv(a);
      requireClose(a.multiply(y).multiply(a), a, 1e-13);
      requireClose(y.multiply(a).multiply(y), y, 1e-13);
      requireClose(a.multiply(y), a.multiply(y).transpose(), 1e-13);
      requireClose(y.multiply(a), y.multiply(a).transpose(), 1e-13);
    }
  }

  @Test
  void pseudoinverseIsDifferentiatedAmongMatricesOfItsRank() {
    // A(t) = (F + t G) H has rank two for all t, and its pseudoinverse is H⁺ (F + t G)⁺
    Matrix f = random(5, 2, 1);
    Matrix g = random(5, 2, 2);
    Matrix h = random(2, 4, 3);
    Matrix slope = di.pushforward(x -> pinv(x), new AutoForward(), f, g);
    Matrix expected = pinv(h).multiply(slope);
    Matrix a = f.multiply(h);
    requireClose(
        di.pushforward(x -> pinv(x), new AutoForward(), a, g.multiply(h)), expected, 1e-12);
    Matrix w = random(4, 5, 4);
    Matrix pulled = di.gradient(x -> pinv(x).dot(w), new AutoReverse(), a);
    assertThat(pulled.dot(g.multiply(h)).toDouble())
        .isCloseTo(expected.dot(w).toDouble(), within(1e-11));
  }

  @Test
  void toleranceOfThePseudoinverseIsRelative() {
    Matrix a = Matrix.diagonal(Vector.of(1e-12, 1e-16, 1e-9));
    requireClose(pinv(a), Matrix.diagonal(Vector.of(1e12, 1e16, 1e9)), 1e-15);
    requireClose(pinv(a, 1e-4), Matrix.diagonal(Vector.of(1e12, 0, 1e9)), 1e-15);
  }

  @Test
  void definiteSystems() {
    Matrix half = random(4, 4, 1);
    Matrix a = half.multiply(half.transpose()).add(Matrix.identity(4));
    Matrix b = random(4, 2, 2);
    requireClose(a.multiply(solveSpd(a, b)), b, 1e-14);
    requireClose(solveCholesky(cholesky(a), b), solveSpd(a, b), 1e-15);
    assertThat(solveSpd(tril(a), b)).isEqualTo(solveSpd(a, b));
    for (AdType mode : MODES) {
      Matrix g = di.gradient(x -> solveSpd(x, b).norm(), mode, a);
      assertThat(norm(g.subtract(g.transpose())).toDouble()).isLessThan(1e-16);
      Matrix full = di.gradient(x -> solve(x, b).norm(), mode, a);
      requireClose(g, symmetricPart(full), 1e-13);
    }
    assertThatThrownBy(() -> solveSpd(a.negate(), b))
        .isInstanceOf(NotPositiveDefiniteException.class)
        .hasMessageContaining("solveSpd");
  }

  @Test
  void oneCholeskyServesTheValueAndAllDerivatives() {
    Matrix a = Matrix.of(new double[][] {{4, 1, 0.5}, {1, 5, -1}, {0.5, -1, 6}});
    CountingKernels.FACTORIZATIONS.set(0);
    di.hvp(x -> solveSpd(x, a).norm().add(sum(cholesky(x))), new AutoReverse(), a, a);
    assertThat(CountingKernels.FACTORIZATIONS).hasValue(1);
  }

  @Test
  void powersAreRepeatedProducts() {
    Matrix a = random(3, 3, 1).add(Matrix.identity(3).multiply(2.0));
    assertThat(matrixPower(a, 0)).isEqualTo(Matrix.identity(3));
    assertThat(matrixPower(a, 1)).isEqualTo(a);
    requireClose(matrixPower(a, 5), a.multiply(a).multiply(a).multiply(a).multiply(a), 1e-14);
    requireClose(matrixPower(a, -3), inv(a).multiply(inv(a)).multiply(inv(a)), 1e-14);
    Matrix e = random(3, 3, 2);
    for (AdType mode : MODES) {
      // d tr(Aᵏ E) = Σ tr(Aʲ Ȧ Aᵏ⁻¹⁻ʲ E)
      Matrix g = di.gradient(x -> trace(matrixPower(x, 7).multiply(e)), mode, a);
      Matrix expected = Matrix.zeros(3, 3);
      for (int j = 0; j < 7; j++) {
        Matrix term = matrixPower(a, 6 - j).multiply(e).multiply(matrixPower(a, j));
        expected = expected.add(term.transpose());
      }
      requireClose(g, expected, 1e-14);
      assertThat(norm(di.gradient(x -> sum(matrixPower(x, 0)), mode, a)).toDouble()).isZero();
    }
    assertThatThrownBy(() -> matrixPower(Matrix.zeros(2, 2), -1))
        .isInstanceOf(SingularMatrixException.class);
    assertThatThrownBy(() -> matrixPower(Matrix.zeros(2, 3), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
