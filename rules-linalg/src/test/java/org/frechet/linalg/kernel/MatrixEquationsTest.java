package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.frechet.linalg.kernel.MatrixEquations.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixEquationsTest {

  private final Random random = new Random(5);

  /** A random matrix whose eigenvalues have about the modulus given at most. */
  private double[] random(int n, double radius) {
    return Matrices.scale(radius / Math.sqrt(Math.max(1, n) / 3.0), Matrices.random(random, n, n));
  }

  private static double[] transpose(int n, double[] a) {
    return Matrices.transpose(n, n, a);
  }

  private static double[] product(int m, int n, double[] a, double[] x, double[] b) {
    return Matrices.multiply(m, n, n, Matrices.multiply(m, m, n, a, x), b);
  }

  private static void checkZero(Solution solution, double[] residual) {
    assertThat(solution.separation()).isBetween(1e-6, 1.0);
    double size = Math.max(1, Matrices.norm(solution.x()));
    assertThat(Matrices.norm(residual)).isLessThan(1e-12 * size);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,5", "5,2", "1,7", "13,8", "40,40", "0,3", "3,0"})
  void sylvesterAndItsTranspose(int m, int n) {
    double[] a = Matrices.add(random(m, 0.5), 1, ColumnMajor.identity(m));
    double[] b = Matrices.add(random(n, 0.5), 1, ColumnMajor.identity(n));
    double[] c = Matrices.random(random, m, n);
    RealSchur schurA = RealSchur.of(m, a);
    RealSchur schurB = RealSchur.of(n, b);
    Solution solution = MatrixEquations.sylvester(schurA, schurB, c);
    double[] left = Matrices.multiply(m, m, n, a, solution.x());
    double[] right = Matrices.multiply(m, n, n, solution.x(), b);
    checkZero(solution, Matrices.add(Matrices.add(left, 1, right), -1, c));

    Solution adjoint = MatrixEquations.sylvesterTransposed(schurA, schurB, c);
    left = Matrices.multiply(m, m, n, transpose(m, a), adjoint.x());
    right = Matrices.multiply(m, n, n, adjoint.x(), transpose(n, b));
    checkZero(adjoint, Matrices.add(Matrices.add(left, 1, right), -1, c));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "10", "45"})
  void lyapunovAndItsTranspose(int n) {
    double[] a = Matrices.add(random(n, 0.5), -1, ColumnMajor.identity(n));
    double[] q = Matrices.random(random, n, n);
    RealSchur schur = RealSchur.of(n, a);
    Solution solution = MatrixEquations.lyapunov(schur, q);
    double[] ax = Matrices.multiply(n, n, n, a, solution.x());
    double[] xat = Matrices.multiply(n, n, n, solution.x(), transpose(n, a));
    checkZero(solution, Matrices.add(Matrices.add(ax, 1, xat), 1, q));

    Solution adjoint = MatrixEquations.lyapunovTransposed(schur, q);
    double[] atx = Matrices.multiply(n, n, n, transpose(n, a), adjoint.x());
    double[] xa = Matrices.multiply(n, n, n, adjoint.x(), a);
    checkZero(adjoint, Matrices.add(Matrices.add(atx, 1, xa), 1, q));
  }

  /** The general solver does not know of the symmetry, and must find the same. */
  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "10", "45"})
  void lyapunovOfASymmetricMatrixIsSymmetric(int n) {
    double[] a = Matrices.add(random(n, 0.5), -1, ColumnMajor.identity(n));
    double[] half = Matrices.random(random, n, n);
    double[] q = Matrices.add(half, 1, transpose(n, half));
    double[] minusQ = Matrices.scale(-1, q);
    RealSchur schur = RealSchur.of(n, a);
    RealSchur schurOfTranspose = RealSchur.of(n, transpose(n, a));
    for (boolean transposed : new boolean[] {false, true}) {
      Solution solution =
          transposed
              ? MatrixEquations.lyapunovTransposed(schur, q)
              : MatrixEquations.lyapunov(schur, q);
      Solution general =
          transposed
              ? MatrixEquations.sylvester(schurOfTranspose, schur, minusQ)
              : MatrixEquations.sylvester(schur, schurOfTranspose, minusQ);
      assertThat(solution.x()).isEqualTo(transpose(n, solution.x()));
      assertThat(Matrices.norm(Matrices.add(solution.x(), -1, general.x())))
          .isLessThanOrEqualTo(1e-12 * Matrices.norm(general.x()));
      assertThat(solution.separation()).isBetween(1e-6, 1.0);
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "10", "45"})
  void discreteLyapunovAndItsTranspose(int n) {
    double[] a = random(n, 0.8);
    double[] q = Matrices.random(random, n, n);
    RealSchur schur = RealSchur.of(n, a);
    Solution solution = MatrixEquations.discreteLyapunov(schur, q);
    double[] axa = product(n, n, a, solution.x(), transpose(n, a));
    checkZero(solution, Matrices.add(Matrices.add(axa, -1, solution.x()), 1, q));

    Solution adjoint = MatrixEquations.discreteLyapunovTransposed(schur, q);
    axa = product(n, n, transpose(n, a), adjoint.x(), a);
    checkZero(adjoint, Matrices.add(Matrices.add(axa, -1, adjoint.x()), 1, q));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,5", "5,2", "13,8", "0,3"})
  void steinAndItsTranspose(int m, int n) {
    double[] a = random(m, 0.8);
    double[] b = random(n, 0.8);
    double[] c = Matrices.random(random, m, n);
    RealSchur schurA = RealSchur.of(m, a);
    RealSchur schurB = RealSchur.of(n, b);
    Solution solution = MatrixEquations.stein(schurA, schurB, c);
    double[] axb = product(m, n, a, solution.x(), transpose(n, b));
    checkZero(solution, Matrices.add(Matrices.add(axb, -1, solution.x()), 1, c));

    Solution adjoint = MatrixEquations.steinTransposed(schurA, schurB, c);
    axb = product(m, n, transpose(m, a), adjoint.x(), b);
    checkZero(adjoint, Matrices.add(Matrices.add(axb, -1, adjoint.x()), 1, c));
  }

  /** ⟨Y, L⁻¹ C⟩ = ⟨L⁻ᵀ Y, C⟩. */
  @Test
  void transposesAreAdjoint() {
    int n = 9;
    RealSchur a = RealSchur.of(n, random(n, 0.7));
    RealSchur b = RealSchur.of(n, Matrices.add(random(n, 0.5), 2, ColumnMajor.identity(n)));
    double[] c = Matrices.random(random, n, n);
    double[] y = Matrices.random(random, n, n);
    assertThat(inner(y, MatrixEquations.sylvester(a, b, c).x()))
        .isEqualTo(inner(MatrixEquations.sylvesterTransposed(a, b, y).x(), c), within(1e-12));
    assertThat(inner(y, MatrixEquations.lyapunov(b, c).x()))
        .isEqualTo(inner(MatrixEquations.lyapunovTransposed(b, y).x(), c), within(1e-12));
    assertThat(inner(y, MatrixEquations.discreteLyapunov(a, c).x()))
        .isEqualTo(inner(MatrixEquations.discreteLyapunovTransposed(a, y).x(), c), within(1e-11));
  }

  private static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += a[p] * b[p];
    }
    return sum;
  }

  @Test
  void equalTheKroneckerSolutionForANonNormalMatrix() {
    int n = 4;
    double[] a = Matrices.rows(4, -1, 30, 5, 2, 0, -2, 40, 1, 0, -1, -2, 7, 1e-3, 0, 0, -3);
    double[] q = Matrices.random(random, n, n);
    double[] eye = ColumnMajor.identity(n);
    double[] expected =
        new Kronecker(n, n).plus(-1, a, eye).plus(-1, eye, transpose(n, a)).solve(q);
    double[] x = MatrixEquations.lyapunov(RealSchur.of(n, a), q).x();
    assertThat(Matrices.error(x, expected)).isLessThan(1e-11);
  }

  /**
   * A pole at distance δ from the unit circle: the separation is about 2δ/3, the error about ε/δ.
   */
  @ParameterizedTest
  @CsvSource({"1e-2", "1e-5", "1e-9"})
  void discreteLyapunovNearAUnitRoot(double distance) {
    int n = 3;
    double[] d = Matrices.rows(3, 1 - distance, 0, 0, 0, 0.5, 0, 0, 0, -0.2);
    double[] q = Matrices.orthogonal(random, n);
    double[] a = product(n, n, q, d, transpose(n, q));
    Solution solution =
        MatrixEquations.discreteLyapunov(RealSchur.of(n, a), ColumnMajor.identity(n));
    assertThat(solution.separation() / distance).isBetween(0.3, 2.0);
    double[] exact = new double[9];
    for (int i = 0; i < 3; i++) {
      exact[4 * i] = 1 / (1 - d[4 * i] * d[4 * i]);
    }
    double[] expected = product(n, n, q, exact, transpose(n, q));
    assertThat(Matrices.error(solution.x(), expected)).isLessThan(1e-14 / distance);
  }

  @Test
  void saysThatThereIsNoUniqueSolution() {
    RealSchur rotation = RealSchur.of(2, Matrices.rows(2, 0, -1, 1, 0));
    double[] q = ColumnMajor.identity(2);
    assertThat(MatrixEquations.lyapunov(rotation, q).separation()).isZero();
    assertThat(MatrixEquations.lyapunov(rotation, q).x()).containsOnly(Double.NaN);
    assertThat(MatrixEquations.discreteLyapunov(rotation, q).separation()).isZero();
    int n = 12;
    double[] v = Matrices.orthogonal(random, n);
    double[] shifted = Matrices.add(random(n, 1), 3, ColumnMajor.identity(n));
    double[] mirrored = Matrices.scale(-1, product(n, n, v, shifted, transpose(n, v)));
    Solution solution =
        MatrixEquations.sylvester(
            RealSchur.of(n, shifted), RealSchur.of(n, mirrored), Matrices.random(random, n, n));
    assertThat(solution.separation()).isLessThan(1e-13);
  }

  @Test
  void refusesARightHandSideOfAnotherSize() {
    RealSchur two = RealSchur.of(2, new double[4]);
    assertThatThrownBy(() -> MatrixEquations.lyapunov(two, new double[6]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lyap: the right-hand side has 6 entries, but is to be 2×2");
  }
}
