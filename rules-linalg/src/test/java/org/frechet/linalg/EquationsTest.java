package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.Random;
import org.frechet.Differentiation;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.junit.jupiter.api.Test;

class EquationsTest {

  private final Matrix a = random(5, 5, 1).subtract(Matrix.identity(5).multiply(3.0));
  private final Matrix q = random(5, 5, 2);

  private static Matrix random(int m, int n, int seed) {
    return Matrix.wrap(m, n, new Random(seed).doubles((long) m * n, -1, 1).toArray());
  }

  @Test
  void lyapSolvesAXPlusXATransposedPlusQIsZero() {
    Matrix x = lyap(a, q);
    requireZero(a.multiply(x).add(x.multiply(a.transpose())).add(q));
  }

  @Test
  void dlyapSolvesAXATransposedMinusXPlusQIsZero() {
    Matrix small = a.multiply(0.2);
    Matrix x = dlyap(small, q);
    requireZero(small.multiply(x).multiply(small.transpose()).subtract(x).add(q));
  }

  @Test
  void sylvesterSolvesAXPlusXBIsC() {
    Matrix b = random(2, 2, 3).subtract(Matrix.identity(2).multiply(3.0));
    Matrix c = random(5, 2, 4);
    Matrix x = sylvester(a, b, c);
    requireZero(a.multiply(x).add(x.multiply(b)).subtract(c));
    Matrix y = sylvester(a.transpose(), b, c);
    requireZero(a.transpose().multiply(y).add(y.multiply(b)).subtract(c));
  }

  @Test
  void aSymmetricRightHandSideHasASymmetricSolution() {
    Matrix x = lyap(a, symmetricPart(q));
    assertThat(x).isEqualTo(x.transpose());
    Matrix y = dlyap(a.multiply(0.2), symmetricPart(q));
    assertThat(y).isEqualTo(y.transpose());
  }

  @Test
  void emptyAndOneByOne() {
    assertThat(lyap(Matrix.zeros(0, 0), Matrix.zeros(0, 0))).isEqualTo(Matrix.zeros(0, 0));
    assertThat(lyap(Matrix.of(1, 1, -2), Matrix.of(1, 1, 8))).isEqualTo(Matrix.of(1, 1, 2));
    assertThat(dlyap(Matrix.of(1, 1, 0.5), Matrix.of(1, 1, 3))).isEqualTo(Matrix.of(1, 1, 4));
  }

  @Test
  void equationsWithoutAUniqueSolutionAreReportedWithTheirSeparation() {
    Matrix rotation = Matrix.of(new double[][] {{0, 1}, {-1, 0}});
    Matrix two = Matrix.identity(2);
    assertThatThrownBy(() -> lyap(rotation, two))
        .isInstanceOf(NoUniqueSolutionException.class)
        .hasMessageContaining("two eigenvalues of a have the sum zero");
    assertThatThrownBy(() -> dlyap(rotation, two))
        .isInstanceOf(NoUniqueSolutionException.class)
        .hasMessageContaining("spectral radius 1");
    assertThatThrownBy(() -> sylvester(two, two.negate(), two))
        .isInstanceOf(NoUniqueSolutionException.class);
    assertThatThrownBy(
            () ->
                Differentiation.standard()
                    .gradient(x -> sum(lyap(x, two)), new AutoReverse(), rotation))
        .isInstanceOf(NoUniqueSolutionException.class);
  }

  @Test
  void badShapesAndNumbersAreNamed() {
    assertThatThrownBy(() -> lyap(a, Matrix.zeros(2, 2)))
        .hasMessage("lyap: a and q are 5×5 and 2×2: the shapes differ");
    assertThatThrownBy(() -> sylvester(a, a, Matrix.zeros(2, 5)))
        .hasMessageContaining("expected c to be 5×5");
    assertThatThrownBy(() -> dlyap(a, Matrix.wrap(5, 5, filled(Double.NaN))))
        .hasMessageContaining("dlyap: q has the entry NaN");
  }

  private static double[] filled(double x) {
    double[] entries = new double[25];
    java.util.Arrays.fill(entries, x);
    return entries;
  }

  private static void requireZero(Matrix residual) {
    assertThat(norm(residual).toDouble()).isLessThan(1e-13);
  }
}
