package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import org.frechet.Differentiation;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** Systems with rectangular, triangular and factored matrices. */
class SolvingFunctionsTest {

  private static final Matrix A = random(4, 4, 1).add(Matrix.identity(4).multiply(2.0));
  private static final Matrix B = random(4, 2, 2);

  private final Differentiation di = Differentiation.standard();

  private static void requireSolution(Matrix a, Matrix x, Matrix b) {
    assertThat(norm(a.multiply(x).subtract(b)).toDouble()).isLessThan(1e-14);
  }

  private static void requireClose(Matrix given, Matrix due, double tolerance) {
    assertThat(norm(given.subtract(due)).toDouble()).isLessThan(tolerance * norm(due).toDouble());
  }

  @Test
  void rectangularSystems() {
    Matrix tall = random(5, 3, 3);
    Matrix b = random(5, 2, 4);
    Matrix x = solve(tall, b);
    requireSolution(tall.transpose().multiply(tall), x, tall.transpose().multiply(b));
    Matrix wide = tall.transpose();
    Matrix y = solve(wide, random(3, 1, 5));
    requireSolution(wide, y, random(3, 1, 5));
    requireSolution(wide, solve(wide, random(3, 5)).toColumn(), random(3, 5).toColumn());
    // of least norm: nothing of it is in the null space
    assertThat(norm(y.subtract(pinv(wide).multiply(random(3, 1, 5)))).toDouble()).isLessThan(1e-14);
    assertThatThrownBy(() -> solve(tall, Matrix.zeros(3, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5×3")
        .hasMessageContaining("3×1");
    assertThatThrownBy(() -> solve(Matrix.zeros(3, 2), Matrix.zeros(3, 1)))
        .isInstanceOf(RankDeficientException.class);
  }

  @Test
  void triangularSystems() {
    Matrix lower = tril(A);
    Matrix upper = triu(A);
    requireSolution(lower, solveLower(A, B), B);
    requireSolution(lower.transpose(), solveLowerTransposed(A, B), B);
    requireSolution(upper, solveUpper(A, B), B);
    requireSolution(upper.transpose(), solveUpperTransposed(A, B), B);
    Matrix unitLower = tril(A, -1).add(Matrix.identity(4));
    Matrix unitUpper = triu(A, 1).add(Matrix.identity(4));
    requireSolution(unitLower, solveUnitLower(A, B), B);
    requireSolution(unitLower.transpose(), solveUnitLowerTransposed(A, B), B);
    requireSolution(unitUpper, solveUnitUpper(A, B), B);
    requireSolution(unitUpper.transpose(), solveUnitUpperTransposed(A, B), B);
  }

  @Test
  void oneRightHandSide() {
    Vector b = B.column(0);
    assertThat(solveLowerTransposed(A, b)).isEqualTo(solveLowerTransposed(A, B).column(0));
    assertThat(solveUpperTransposed(A, b)).isEqualTo(solveUpperTransposed(A, B).column(0));
    assertThat(solveUnitLower(A, b)).isEqualTo(solveUnitLower(A, B).column(0));
    assertThat(solveUnitLowerTransposed(A, b)).isEqualTo(solveUnitLowerTransposed(A, B).column(0));
    assertThat(solveUnitUpper(A, b)).isEqualTo(solveUnitUpper(A, B).column(0));
    assertThat(solveUnitUpperTransposed(A, b)).isEqualTo(solveUnitUpperTransposed(A, B).column(0));
    assertThat(solve(lu(A), b)).isEqualTo(solve(lu(A), B).column(0));
    assertThat(solve(qr(A), b)).isEqualTo(solve(qr(A), B).column(0));
  }

  /** What is not read has derivative zero: a cotangent there would be wrong, not just useless. */
  @Test
  void whatIsNotReadHasNoCotangent() {
    for (var mode : List.of(new AutoForward(), new AutoReverse())) {
      Matrix g = di.gradient(x -> sum(solveUnitLower(x, B)), mode, A);
      assertThat(triu(g)).isEqualTo(Matrix.zeros(4, 4));
      assertThat(norm(g).toDouble()).isPositive();
      Matrix h = di.gradient(x -> sum(solveUnitUpperTransposed(x, B)), mode, A);
      assertThat(tril(h)).isEqualTo(Matrix.zeros(4, 4));
      assertThat(tril(di.gradient(x -> sum(solveUpperTransposed(x, B)), mode, A), -1))
          .isEqualTo(Matrix.zeros(4, 4));
    }
  }

  @Test
  void factoredSystems() {
    requireSolution(A, solve(lu(A), B), B);
    requireSolution(A, solve(qr(A), B), B);
    Matrix symmetric = symmetricPart(A).subtract(Matrix.diagonal(Vector.of(0, 9, 0, 9)));
    requireSolution(symmetric, solve(ldlt(symmetric), B), B);
    Matrix tall = random(5, 3, 3);
    Matrix b = random(5, 2, 4);
    double rounding = 1e-15 * cond(tall).toDouble() * norm(leastSquares(tall, b)).toDouble();
    assertThat(norm(solve(qr(tall), b).subtract(leastSquares(tall, b))).toDouble())
        .isLessThan(10 * rounding);
    for (var mode : List.of(new AutoForward(), new AutoReverse())) {
      Matrix expected = di.gradient(x -> sum(solve(x, B)), mode, A);
      requireClose(di.gradient(x -> sum(solve(lu(x), B)), mode, A), expected, 1e-14);
      requireClose(di.gradient(x -> sum(solve(qr(x), B)), mode, A), expected, 1e-14);
      Matrix spd = A.multiply(A.transpose());
      Matrix due = di.gradient(x -> sum(solveSpd(x, B)), mode, spd);
      requireClose(di.gradient(x -> sum(solve(ldlt(x), B)), mode, spd), due, 1e-12);
    }
  }

  @Test
  void factorsThatDoNotFitOrAreSingular() {
    assertThatThrownBy(() -> solve(lu(random(5, 3, 3)), random(5, 1, 1)))
        .hasMessage("solve: the L of a is 5×3, expected a square matrix");
    assertThatThrownBy(() -> solve(qr(random(3, 5, 3)), random(3, 1, 1)))
        .hasMessage("solve: the R of a is 3×5, expected a square matrix");
    assertThatThrownBy(() -> solve(qr(A), random(3, 1, 1)))
        .hasMessage("solve: a is 4×4, b is 3×1: the numbers of rows differ");
    Matrix singular = Matrix.of(new double[][] {{-1, 2}, {2, -4}});
    assertThatThrownBy(() -> solve(ldlt(singular), Vector.of(1, 2)))
        .isInstanceOf(SingularMatrixException.class);
    assertThatThrownBy(() -> solve(lu(singular), Vector.of(1, 2)))
        .isInstanceOf(SingularMatrixException.class);
    Matrix dependent = Vector.of(1, 2, 3).outer(Vector.of(1, 0.3));
    assertThatThrownBy(() -> solve(qr(dependent), Vector.of(1, 2, 3)))
        .isInstanceOf(RankDeficientException.class);
    assertThatThrownBy(() -> permuteRows(Vector.of(0, 5), A.block(0, 0, 2, 2)))
        .hasMessage(
            "permuteRows: the permutation has the entry 5.0, expected each row from 0 to 1 once");
    assertThatThrownBy(() -> permuteRows(Vector.of(1, 1), A.block(0, 0, 2, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
