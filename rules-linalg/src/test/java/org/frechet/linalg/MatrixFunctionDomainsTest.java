package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.FunctionsOfMatrices.*;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.Differentiation;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** Where matrix functions are defined, and what they say where they are not. */
class MatrixFunctionDomainsTest {

  private final Differentiation di = Differentiation.standard();

  private static void requireClose(Matrix actual, Matrix expected, double tolerance) {
    assertThat(actual.subtract(expected).norm().toDouble() / expected.norm().toDouble())
        .as("relative error of%n%s%nagainst%n%s", actual, expected)
        .isLessThan(tolerance);
  }

  @Test
  void eigenvaluesOutsideTheDomainAreNamed() {
    Matrix negative = Matrix.of(new double[][] {{1, 2}, {0, -4}});
    for (UnaryOperator<Matrix> f :
        List.<UnaryOperator<Matrix>>of(FunctionsOfMatrices::log, FunctionsOfMatrices::sqrt)) {
      OutsideDomainException thrown =
          catchThrowableOfType(OutsideDomainException.class, () -> f.apply(negative));
      assertThat(thrown)
          .hasMessageContaining("eigenvalue -4.00000, on the closed negative real axis");
      assertThat(thrown.re()).isEqualTo(-4);
      assertThat(thrown.im()).isZero();
    }
    assertThatThrownBy(() -> sign(Matrix.of(new double[][] {{0, 2}, {-2, 0}})))
        .isInstanceOf(OutsideDomainException.class)
        .hasMessageContaining("0.00000 ± 2.00000i, on the imaginary axis");
    assertThatThrownBy(() -> symmetricLog(Matrix.zeros(2, 2)))
        .hasMessageContaining("its domain is positive numbers");
    assertThatThrownBy(() -> symmetricSqrt(symmetricPart(negative)))
        .hasMessageContaining("numbers that are not negative");
  }

  /** Rounding puts eigenvalues of a singular matrix on either side of zero. */
  @Test
  void semidefiniteMatricesHaveRoots() {
    for (int seed = 0; seed < 20; seed++) {
      Matrix tall = random(6, 2, seed);
      Matrix singular = tall.multiply(tall.transpose());
      Matrix root = symmetricSqrt(singular);
      requireClose(root.multiply(root), singular, 1e-13);
    }
    Matrix zero = Matrix.zeros(2, 2);
    assertThat(symmetricSqrt(zero)).isEqualTo(zero);
    assertThat(di.gradient(x -> sum(symmetricSqrt(x)), new AutoReverse(), zero)).isEqualTo(zero);
  }

  @Test
  void complaintsNameTheArgument() {
    Matrix tall = Matrix.zeros(3, 2);
    Matrix nan = Matrix.of(new double[][] {{1, Double.NaN}, {0, 1}});
    for (UnaryOperator<Matrix> f :
        List.<UnaryOperator<Matrix>>of(
            FunctionsOfMatrices::log,
            FunctionsOfMatrices::sqrt,
            FunctionsOfMatrices::sin,
            FunctionsOfMatrices::cosh,
            FunctionsOfMatrices::sign,
            FunctionsOfMatrices::symmetricExp,
            a -> power(a, 0.3),
            a -> matrixFunction(x -> x, a),
            a -> expAction(a, a))) {
      assertThatThrownBy(() -> f.apply(tall)).hasMessageContaining("3×2, expected a square matrix");
      assertThatThrownBy(() -> f.apply(nan)).hasMessageContaining("NaN in row 0, column 1");
    }
    assertThatThrownBy(() -> expAction(Matrix.identity(2), Vector.of(1, 2, 3)))
        .hasMessageContaining("the numbers of rows differ");
  }

  @Test
  void exponentsAreFiniteNumbers() {
    Matrix two = Matrix.of(1, 1, 2);
    for (double p : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> power(two, p)).hasMessageContaining("p is " + p);
      assertThatThrownBy(() -> symmetricPower(two, p)).hasMessageContaining("p is " + p);
    }
    assertThatThrownBy(() -> power(Matrix.zeros(3, 2), 3))
        .hasMessage("power: a is 3×2, expected a square matrix");
  }

  /** A power of a singular matrix that is not whole has no derivative, whatever its value is. */
  @Test
  void singularMatricesHaveNoFractionalPowers() {
    Matrix singular = Matrix.of(new double[][] {{1, 2}, {2, 4}});
    for (double p : new double[] {0.3, 0.5, 2.5, -0.5}) {
      assertThatThrownBy(() -> power(singular, p))
          .isInstanceOf(OutsideDomainException.class)
          .hasMessageContaining("eigenvalue 0.00000");
    }
    requireClose(power(singular, 3), singular.multiply(25.0), 1e-15);
    assertThat(power(singular, 0)).isEqualTo(Matrix.identity(2));
    assertThatThrownBy(() -> power(singular, -2)).isInstanceOf(SingularMatrixException.class);
  }

  @Test
  void emptyAndOneByOne() {
    Matrix empty = Matrix.zeros(0, 0);
    Matrix two = Matrix.of(1, 1, 2);
    for (UnaryOperator<Matrix> f :
        List.<UnaryOperator<Matrix>>of(
            FunctionsOfMatrices::log,
            FunctionsOfMatrices::sqrt,
            FunctionsOfMatrices::sign,
            FunctionsOfMatrices::sin)) {
      assertThat(f.apply(empty)).isEqualTo(empty);
    }
    requireClose(log(two), Matrix.of(1, 1, Math.log(2)), 1e-15);
    requireClose(sqrt(two), Matrix.of(1, 1, Math.sqrt(2)), 1e-15);
    requireClose(power(two, 0.3), Matrix.of(1, 1, Math.pow(2, 0.3)), 1e-15);
    requireClose(sign(two.negate()), Matrix.of(1, 1, -1), 1e-15);
  }
}
