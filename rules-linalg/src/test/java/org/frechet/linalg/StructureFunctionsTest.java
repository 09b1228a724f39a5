package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.StructureFunctions.*;

import java.util.List;
import org.frechet.Differentiation;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class StructureFunctionsTest {

  private final Differentiation di = Differentiation.standard();
  private final Matrix a = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void crossIsRightHandedAndOrthogonal() {
    assertThat(cross(Vector.of(1, 0, 0), Vector.of(0, 1, 0))).isEqualTo(Vector.of(0, 0, 1));
    Vector x = random(3, 1);
    Vector y = random(3, 2);
    assertThat(Math.abs(cross(x, y).dot(x).toDouble())).isLessThan(1e-15);
    assertThat(cross(x, x)).isEqualTo(Vector.zeros(3));
    assertThatThrownBy(() -> cross(x, Vector.of(1, 2)))
        .hasMessageContaining("expected two vectors of 3 entries");
  }

  @Test
  void diagonalsOfARectangularMatrix() {
    assertThat(diag(a)).isEqualTo(Vector.of(1, 5));
    assertThat(diag(a, 1)).isEqualTo(Vector.of(2, 6));
    assertThat(diag(a, 2)).isEqualTo(Vector.of(3));
    assertThat(diag(a, -1)).isEqualTo(Vector.of(4));
    assertThat(diag(a, 3)).isEqualTo(Vector.of(new double[0]));
    assertThatThrownBy(() -> diag(a, 4)).hasMessage("diag: a is 2×3, it has no diagonal 4");
  }

  /** The cotangent of a rectangular matrix is rectangular. */
  @Test
  void theGradientOfADiagonalHasTheShapeOfTheMatrix() {
    for (Matrix x : List.of(a, a.transpose())) {
      Matrix g = di.gradient(m -> diag(m).sum(), new AutoReverse(), x);
      assertThat(g).isEqualTo(di.gradient(m -> diag(m).sum(), new AutoForward(), x));
      assertThat(g).isEqualTo(diag(Vector.of(1, 1), 0, x.rows(), x.columns()));
    }
    assertThat(di.gradient(m -> diag(m, 1).sum(), new AutoReverse(), a))
        .isEqualTo(Matrix.of(new double[][] {{0, 1, 0}, {0, 0, 1}}));
  }

  @Test
  void matricesWithOneDiagonal() {
    Vector d = Vector.of(7, 8);
    assertThat(diag(d)).isEqualTo(Matrix.of(new double[][] {{7, 0}, {0, 8}}));
    assertThat(diag(d, -1)).isEqualTo(Matrix.of(new double[][] {{0, 0, 0}, {7, 0, 0}, {0, 8, 0}}));
    assertThat(diag(d, 1, 2, 3)).isEqualTo(Matrix.of(new double[][] {{0, 7, 0}, {0, 0, 8}}));
    assertThat(diag(diag(d, 1, 2, 3), 1)).isEqualTo(d);
    assertThatThrownBy(() -> diag(d, 2, 2, 3))
        .hasMessage("diag: d is vector of 2, diagonal 2 of a 2×3 matrix has 1 entries");
  }

  @Test
  void trianglesAndBandsByDiagonal() {
    assertThat(tril(a, 0)).isEqualTo(LinearAlgebra.tril(a));
    assertThat(triu(a, 0)).isEqualTo(LinearAlgebra.triu(a));
    assertThat(tril(a, 1)).isEqualTo(Matrix.of(new double[][] {{1, 2, 0}, {4, 5, 6}}));
    assertThat(triu(a, 1)).isEqualTo(Matrix.of(new double[][] {{0, 2, 3}, {0, 0, 6}}));
    assertThat(tril(a, -5)).isEqualTo(Matrix.zeros(2, 3));
    assertThat(band(a, 1, 1).add(tril(a, 0)).add(triu(a, 2))).isEqualTo(a);
  }

  @Test
  void vecAndBack() {
    assertThat(vec(a)).isEqualTo(Vector.of(1, 4, 2, 5, 3, 6));
    assertThat(unvec(vec(a), 2, 3)).isEqualTo(a);
  }

  @Test
  void blocksAlongTheDiagonal() {
    Matrix b = blockDiagonal(List.of(a, Matrix.of(1, 1, 9), Matrix.zeros(1, 0)));
    assertThat(b)
        .isEqualTo(
            Matrix.of(new double[][] {{1, 2, 3, 0}, {4, 5, 6, 0}, {0, 0, 0, 9}, {0, 0, 0, 0}}));
    assertThat(blockDiagonal(List.of())).isEqualTo(Matrix.zeros(0, 0));
  }

  @Test
  void shiftsOfTheIdentity() {
    Matrix s = random(3, 3, 5);
    assertThat(addScaledIdentity(s, -2)).isEqualTo(s.subtract(Matrix.identity(3).multiply(2.0)));
    Scalar slope =
        di.derivative(t -> addScaledIdentity(s, t).sum(), new AutoReverse(), Scalar.of(2));
    assertThat(slope.toDouble()).isEqualTo(3);
    assertThatThrownBy(() -> addScaledIdentity(a, 1)).hasMessageContaining("a is 2×3");
  }

  @Test
  void bilinearAndQuadraticForms() {
    Vector x = Vector.of(1, -1);
    assertThat(bilinear(x, a, Vector.of(1, 0, 2)).toDouble()).isEqualTo(7 - 16);
    Matrix s = random(2, 2, 6);
    assertThat(di.gradient(v -> quadraticForm(s, v), new AutoReverse(), x))
        .isEqualTo(s.add(s.transpose()).multiply(x));
    assertThat(di.gradient(m -> bilinear(x, m, Vector.of(1, 0, 2)), new AutoReverse(), a))
        .isEqualTo(x.outer(Vector.of(1, 0, 2)));
  }

  @Test
  void aCongruenceOfASymmetricMatrixIsExactlySymmetric() {
    Matrix f = random(30, 30, 7);
    Matrix p = LinearAlgebra.symmetricPart(random(30, 30, 8));
    Matrix y = congruence(f, p);
    assertThat(y).isEqualTo(y.transpose());
    Matrix plain = f.multiply(p).multiply(f.transpose());
    assertThat(y.subtract(plain).norm().toDouble()).isLessThan(1e-13 * plain.norm().toDouble());
  }

  /** At a symmetric point too, the derivative is that of F P Fᵀ for every P. */
  @Test
  void theDerivativeOfACongruenceKnowsUnsymmetricDirections() {
    Matrix f = random(3, 3, 7);
    Matrix skew = Matrix.of(new double[][] {{0, 1, 2}, {-1, 0, 3}, {-2, -3, 0}});
    Matrix pushed =
        di.pushforward(p -> congruence(f, p), new AutoForward(), Matrix.identity(3), skew);
    assertThat(pushed).isEqualTo(f.multiply(skew).multiply(f.transpose()));
    assertThat(pushed).isNotEqualTo(pushed.transpose());
  }
}
