package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.linalg.LinearAlgebra.*;

import org.frechet.Differentiation;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class SolvingTest {

  private static final Matrix A = Matrix.of(new double[][] {{0, 2}, {4, 1}});

  private final Differentiation di = Differentiation.standard();

  @Test
  void inverseNeedsPivoting() {
    assertThat(inv(A).multiply(A)).isEqualTo(Matrix.identity(2));
  }

  @Test
  void solvesMatricesAndVectors() {
    Matrix b = Matrix.of(new double[][] {{2, 4, 6}, {5, 6, 7}});
    assertThat(A.multiply(solve(A, b))).isEqualTo(b);
    assertThat(A.multiply(solve(A, Vector.of(2, 5)))).isEqualTo(Vector.of(2, 5));
  }

  @Test
  void triangularSolvesIgnoreTheOtherTriangle() {
    Matrix l = Matrix.of(new double[][] {{2, 99}, {1, 4}});
    Matrix b = Matrix.of(new double[][] {{2}, {5}});
    assertThat(tril(l).multiply(solveLower(l, b))).isEqualTo(b);
    assertThat(tril(l).transpose().multiply(solveLowerTransposed(l, b))).isEqualTo(b);
    assertThat(triu(l).multiply(solveUpper(l, b))).isEqualTo(b);
    Matrix g = di.gradient(x -> sum(solveLower(x, b)), new AutoReverse(), l);
    assertThat(g.get(0, 1).toDouble()).isZero();
    Matrix f = di.gradient(x -> sum(solveLower(x, b)), new AutoForward(), l);
    assertThat(f.get(0, 1).toDouble()).isZero();
  }

  @Test
  void emptyAndOneByOne() {
    assertThat(inv(Matrix.zeros(0, 0))).isEqualTo(Matrix.zeros(0, 0));
    assertThat(solve(Matrix.zeros(0, 0), Matrix.zeros(0, 3))).isEqualTo(Matrix.zeros(0, 3));
    assertThat(solve(A, Matrix.zeros(2, 0))).isEqualTo(Matrix.zeros(2, 0));
    assertThat(inv(Matrix.of(1, 1, 4))).isEqualTo(Matrix.of(1, 1, 0.25));
    assertThat(di.gradient(x -> sum(inv(x)), new AutoReverse(), Matrix.of(1, 1, 4)))
        .isEqualTo(Matrix.of(1, 1, -1 / 16.0));
  }

  @Test
  void scaledSystemsKeepTheirAccuracy() {
    Matrix scaled = Matrix.diagonal(Vector.of(1e-8, 1e8, 1));
    Matrix g = di.gradient(x -> trace(inv(x)), new AutoReverse(), scaled);
    assertThat(g.get(0, 0).toDouble())
        .isCloseTo(-1e16, org.assertj.core.data.Percentage.withPercentage(1e-12));
    assertThat(g.get(1, 1).toDouble())
        .isCloseTo(-1e-16, org.assertj.core.data.Percentage.withPercentage(1e-12));
  }

  @Test
  void singularMatricesAreNamedWithTheirPivot() {
    Matrix singular = Matrix.of(new double[][] {{1, 2}, {2, 4}});
    assertThatThrownBy(() -> inv(singular))
        .isInstanceOfSatisfying(
            SingularMatrixException.class, e -> assertThat(e.pivot()).isEqualTo(1))
        .hasMessageContaining("inv: a is singular: pivot 1");
    assertThatThrownBy(() -> solve(singular, Vector.of(1, 1)))
        .isInstanceOf(SingularMatrixException.class);
    assertThatThrownBy(() -> di.gradient(x -> sum(inv(x)), new AutoReverse(), singular))
        .isInstanceOf(SingularMatrixException.class);
    assertThatThrownBy(() -> di.gradient(x -> sum(inv(x)), new AutoForward(), singular))
        .isInstanceOf(SingularMatrixException.class);
    assertThatThrownBy(() -> solveLower(Matrix.of(1, 1, 0), Matrix.of(1, 1, 1)))
        .isInstanceOf(SingularMatrixException.class);
  }

  @Test
  void badShapesAndNumbersAreNamed() {
    assertThatThrownBy(() -> inv(Matrix.zeros(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("inv: a is 2×3, expected a square matrix");
    assertThatThrownBy(() -> solve(A, Matrix.zeros(3, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a is 2×2, b is 3×1");
    assertThatThrownBy(() -> inv(Matrix.of(2, 2, 1, 0, Double.NaN, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("inv: a has the entry NaN in row 0, column 1");
    assertThatThrownBy(() -> solve(A, Vector.of(1, Double.POSITIVE_INFINITY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Infinity in row 1, column 0");
  }
}
