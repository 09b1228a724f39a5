package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.junit.jupiter.api.Test;

class DeterminantsTest {

  private static final Matrix RANK_TWO =
      Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {5, 7, 9}});
  private static final Matrix RANK_ONE =
      Matrix.of(new double[][] {{1, 2, 3}, {2, 4, 6}, {-1, -2, -3}});

  private final Differentiation di = Differentiation.standard();

  @Test
  void valuesWithSign() {
    assertThat(det(Matrix.of(new double[][] {{0, 2}, {4, 1}})).toDouble()).isEqualTo(-8);
    assertThat(det(Matrix.zeros(0, 0)).toDouble()).isEqualTo(1);
    assertThat(logabsdet(Matrix.of(1, 1, -2)))
        .isEqualTo(new LogAbsDet(Scalar.of(Math.log(2)), Scalar.of(-1)));
    assertThat(logabsdet(Matrix.zeros(2, 2)).sign()).isEqualTo(Scalar.of(0));
    assertThat(trace(RANK_TWO).toDouble()).isEqualTo(15);
  }

  @Test
  void determinantsOverflowOnlyIfTheyMust() {
    Matrix wide = Matrix.diagonal(org.frechet.value.Vector.of(1e200, 1e200, 1e-200, 1e-200));
    assertThat(det(wide).toDouble()).isCloseTo(1, within(1e-12));
    assertThat(logabsdet(wide).logAbs().toDouble()).isCloseTo(0, within(1e-10));
  }

  /** The gradient of det is the matrix of cofactors, also where the inverse does not exist. */
  @Test
  void gradientAtSingularMatricesIsTheCofactors() {
    for (AdType token : List.of(new AutoForward(), new AutoReverse())) {
      for (Matrix a : List.of(RANK_TWO, RANK_ONE, Matrix.zeros(3, 3))) {
        requireClose(di.gradient(x -> det(x), token, a), cofactors(a));
      }
    }
  }

  private static Matrix cofactors(Matrix a) {
    double[][] c = new double[3][3];
    double[][] m = a.toRows();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        int i1 = (i + 1) % 3;
        int i2 = (i + 2) % 3;
        int j1 = (j + 1) % 3;
        int j2 = (j + 2) % 3;
        c[i][j] = m[i1][j1] * m[i2][j2] - m[i1][j2] * m[i2][j1];
      }
    }
    return Matrix.of(c);
  }

  @Test
  void secondDerivativeAtSingularMatrices() {
    Matrix v = Matrix.of(new double[][] {{1, -1, 2}, {0, 1, 1}, {3, 0, -2}});
    // cofactors are quadratic, so their derivative along v is a symmetric difference
    for (Matrix a : List.of(RANK_TWO, RANK_ONE)) {
      Matrix expected = cofactors(a.add(v)).subtract(cofactors(a.subtract(v))).divide(2.0);
      for (AdType outer : List.of(new AutoForward(), new AutoReverse())) {
        for (AdType inner : List.of(new AutoForward(), new AutoReverse())) {
          requireClose(di.hvp(x -> det(x), SecondOrder.of(outer, inner), a, v), expected);
        }
      }
    }
  }

  @Test
  void thirdDerivativesAgree() {
    requireThirdDerivative(
        Matrix.of(new double[][] {{2, 1, 0}, {1, 3, 1}, {0.5, 1, 4}}), 0.3, 1e-10);
  }

  @Test
  void thirdDerivativesAtSingularMatrices() {
    for (Matrix a : List.of(RANK_TWO, RANK_ONE, Matrix.zeros(3, 3))) {
      requireThirdDerivative(a, 0, 1e-12);
    }
  }

  /** t ↦ det(A + tV) is a cubic with third derivative 6 det V. */
  private void requireThirdDerivative(Matrix a, double at, double tolerance) {
    Matrix v = Matrix.of(new double[][] {{1, -1, 2}, {0, 1, 1}, {3, 0, -2}});
    for (AdType outer : List.of(new AutoForward(), new AutoReverse())) {
      for (AdType middle : List.of(new AutoForward(), new AutoReverse())) {
        double third =
            di.derivative(
                t ->
                    di.secondDerivative(
                        s -> det(a.add(v.multiply(s))),
                        SecondOrder.of(middle, new AutoForward()),
                        t),
                outer,
                at);
        assertThat(third).isCloseTo(6 * det(v).toDouble(), within(tolerance));
      }
    }
  }

  @Test
  void badlyScaledMatricesKeepTheirSecondDerivatives() {
    Matrix a = Matrix.diagonal(org.frechet.value.Vector.of(1e-8, 1e8, 1));
    Matrix e = Matrix.identity(3);
    Matrix h = di.hvp(x -> det(x), new AutoReverse(), a, e);
    assertThat(h.get(0, 0).toDouble()).isCloseTo(1e8 + 1, within(1e-6));
    assertThat(h.get(1, 1).toDouble()).isCloseTo(1 + 1e-8, within(1e-14));
  }

  @Test
  void logdetRefusesWhatHasNoLogarithm() {
    assertThatThrownBy(() -> logdet(Matrix.of(1, 1, -1)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("negative")
        .hasMessageContaining("logabsdet");
    assertThatThrownBy(() -> di.gradient(x -> logdet(x), new AutoReverse(), RANK_ONE))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> trace(Matrix.zeros(2, 3)))
        .hasMessage("trace: a is 2×3, expected a square matrix");
  }

  private static void requireClose(Matrix actual, Matrix expected) {
    assertThat(norm(actual.subtract(expected)).toDouble()).isLessThan(1e-12);
  }
}
