package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.FunctionsOfMatrices.*;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.Differentiation;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.linalg.kernel.BalancedSchur;
import org.frechet.linalg.kernel.FractionalPower;
import org.frechet.linalg.kernel.Logarithm;
import org.frechet.linalg.kernel.MatrixSign;
import org.frechet.linalg.kernel.RealSchur;
import org.frechet.linalg.kernel.SquareRoot;
import org.frechet.value.Elementary;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixFunctionsTest {

  private static final Matrix B = random(5, 5, 1);
  private static final Matrix RIGHT = B.add(Matrix.identity(5).multiply(2.5));
  private static final Matrix SPD = B.multiply(B.transpose()).add(Matrix.identity(5));

  private final Differentiation di = Differentiation.standard();

  private static void requireClose(Matrix actual, Matrix expected, double tolerance) {
    assertThat(actual.subtract(expected).norm().toDouble() / expected.norm().toDouble())
        .as("relative error of%n%s%nagainst%n%s", actual, expected)
        .isLessThan(tolerance);
  }

  @Test
  void definitions() {
    requireClose(exp(log(RIGHT)), RIGHT, 1e-14);
    requireClose(log(exp(B)), B, 1e-13);
    requireClose(sqrt(RIGHT).multiply(sqrt(RIGHT)), RIGHT, 1e-14);
    requireClose(sinh(B).add(cosh(B)), exp(B), 1e-14);
    Matrix one = sin(B).multiply(sin(B)).add(cos(B).multiply(cos(B)));
    requireClose(one, Matrix.identity(5), 1e-14);
    requireClose(sign(B).multiply(sign(B)), Matrix.identity(5), 1e-13);
    requireClose(sign(B).multiply(B), B.multiply(sign(B)), 1e-13);
    SignDecomposition parts = signDecomposition(B);
    requireClose(parts.sign().multiply(parts.n()), B, 1e-13);
    requireClose(sqrt(B.multiply(B)), parts.n(), 1e-12);
  }

  /** {@code exp(i A) = cos A + i sin A}, as real blocks. */
  @Test
  void sineAndCosineAreBlocksOfAnExponential() {
    Matrix zero = Matrix.zeros(5, 5);
    Matrix e = exp(Matrix.ofBlocks(new Matrix[][] {{zero, B}, {B.negate(), zero}}));
    requireClose(cos(B), e.block(0, 0, 5, 5), 1e-14);
    requireClose(sin(B), e.block(0, 5, 5, 5), 1e-14);
  }

  /** Half the difference of exponentials would have no correct digit. */
  @Test
  void smallSinesKeepTheirDigits() {
    Matrix tiny = B.multiply(1e-17);
    requireClose(sin(tiny), tiny, 1e-15);
    requireClose(sinh(tiny), tiny, 1e-15);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2, 5, -1, -2, 0.5, -0.5, 1.5, 0.3, -0.3, 2.7, -3.2})
  void powersFollowTheLawOfExponents(double p) {
    requireClose(power(RIGHT, p).multiply(power(RIGHT, 0.7)), power(RIGHT, p + 0.7), 1e-12);
    requireClose(power(RIGHT, Scalar.of(p)), power(RIGHT, p), 1e-12);
    requireClose(symmetricPower(SPD, p), power(SPD, p), 1e-12);
    requireClose(symmetricPower(SPD, Scalar.of(p)), power(SPD, p), 1e-12);
  }

  @Test
  void wholePowersNeedNoLogarithm() {
    Matrix nilpotent = Matrix.of(new double[][] {{0, 1}, {0, 0}});
    assertThat(power(nilpotent, 2)).isEqualTo(Matrix.zeros(2, 2));
    assertThat(power(nilpotent, 0)).isEqualTo(Matrix.identity(2));
    assertThatThrownBy(() -> power(nilpotent, -1)).isInstanceOf(SingularMatrixException.class);
    assertThatThrownBy(() -> power(nilpotent, 1e10)).hasMessageContaining("expected less than");
    Matrix indefinite = Matrix.of(new double[][] {{1, 2}, {2, -3}});
    requireClose(symmetricPower(indefinite, 3), power(indefinite, 3), 1e-14);
    requireClose(symmetricPower(indefinite, -2), power(indefinite, -2), 1e-14);
  }

  @Test
  void exponentsAreDifferentiable() {
    Matrix derivative = di.derivative(p -> power(RIGHT, p), new AutoForward(), Scalar.of(1.3));
    requireClose(derivative, log(RIGHT).multiply(power(RIGHT, 1.3)), 1e-13);
    Matrix symmetric = di.derivative(p -> symmetricPower(SPD, p), new AutoReverse(), Scalar.of(2));
    requireClose(symmetric, log(SPD).multiply(SPD).multiply(SPD), 1e-12);
  }

  /** {@code d²Aᵖ/dp² = (log A)² Aᵖ}; and a stiff matrix's power does not lose its small part. */
  @Test
  void exponentsAreDifferentiableAgain() {
    Matrix log = log(RIGHT);
    Matrix second = di.secondDerivative(p -> power(RIGHT, p), new AutoForward(), Scalar.of(2.5));
    requireClose(second, log.multiply(log).multiply(power(RIGHT, 2.5)), 1e-13);
    Matrix stiff = Matrix.of(new double[][] {{1e-6, 2e-3}, {0, 1e3}});
    Matrix varying = di.gradient(x -> sum(power(x, Scalar.of(2.5))), new AutoReverse(), stiff);
    requireClose(varying, di.gradient(x -> sum(power(x, 2.5)), new AutoReverse(), stiff), 1e-15);
  }

  @Test
  void symmetricFunctionsAgreeWithTheGeneralOnes() {
    requireClose(symmetricExp(SPD), exp(SPD), 1e-13);
    requireClose(symmetricLog(SPD), log(SPD), 1e-13);
    requireClose(symmetricSqrt(SPD), sqrt(SPD), 1e-14);
    requireClose(symmetricFunction(Elementary.SIN, SPD), sin(SPD), 1e-13);
  }

  private void requireSameDerivatives(UnaryOperator<Matrix> f, UnaryOperator<Matrix> g) {
    Matrix e = symmetricPart(random(5, 5, 2));
    for (SecondOrder order :
        List.of(
            SecondOrder.of(new AutoForward(), new AutoReverse()),
            SecondOrder.of(new AutoReverse(), new AutoReverse()))) {
      Matrix one = di.hvp(x -> f.apply(x).dot(SPD), order, SPD, e);
      Matrix two = di.hvp(x -> g.apply(symmetricPart(x)).dot(SPD), order, SPD, e);
      requireClose(one, two, 1e-12);
    }
  }

  @Test
  void symmetricFunctionsHaveTheSecondDerivativesOfTheGeneralOnes() {
    requireSameDerivatives(FunctionsOfMatrices::symmetricExp, LinearAlgebra::exp);
    requireSameDerivatives(FunctionsOfMatrices::symmetricLog, FunctionsOfMatrices::log);
    requireSameDerivatives(FunctionsOfMatrices::symmetricSqrt, FunctionsOfMatrices::sqrt);
    requireSameDerivatives(x -> symmetricFunction(Elementary.COSH, x), FunctionsOfMatrices::cosh);
  }

  /** The definition on the left is all that is known of the function. */
  @Test
  void matrixFunctionsAreDifferentiatedFromTheirEvaluation() {
    UnaryOperator<Matrix> plain = a -> MatrixFunctions.LOG.function().evaluate(a);
    Matrix e = random(5, 5, 3);
    Matrix gradient = di.gradient(x -> matrixFunction(plain, x).dot(e), new AutoReverse(), RIGHT);
    requireClose(gradient, di.gradient(x -> log(x).dot(e), new AutoReverse(), RIGHT), 1e-13);
    SecondOrder order = SecondOrder.of(new AutoForward(), new AutoReverse());
    Matrix hvp = di.hvp(x -> matrixFunction(plain, x).dot(e), order, RIGHT, B);
    requireClose(hvp, di.hvp(x -> log(x).dot(e), order, RIGHT, B), 1e-12);
    assertThatThrownBy(() -> matrixFunction(a -> Matrix.identity(1), RIGHT))
        .hasMessage("matrixFunction: a is 5×5, but its evaluation returned 1×1");
  }

  /** {@code L(A; E)} of a direction 1e-20 or 1e20 times the matrix loses nothing beside it. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-20, 1e20})
  void directionsOfAnySizeKeepTheirDigits(double size) {
    UnaryOperator<Matrix> plain = a -> Exponentials.EXP.evaluate(a);
    Matrix e = random(5, 5, 3).multiply(size);
    Matrix expected = di.pushforward(x -> exp(x), new AutoForward(), B, e);
    requireClose(
        di.pushforward(x -> matrixFunction(plain, x), new AutoForward(), B, e), expected, 1e-13);
    Matrix action = di.pushforward(x -> expAction(x, SPD), new AutoForward(), B, e);
    requireClose(action, expected.multiply(SPD), 1e-13);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 40})
  void actionsAreProductsWithTheExponential(int n) {
    Matrix a = random(n, n, 4).multiply(2.0 / n);
    Matrix b = random(n, 2, 5);
    Matrix weights = random(n, 2, 6);
    Scalar t = Scalar.of(-1.5);
    requireClose(expAction(t, a, b), exp(a.multiply(t)).multiply(b), 1e-13);
    assertThat(expAction(a, b.column(0))).isEqualTo(expAction(a, b.block(0, 0, n, 1)).column(0));
    Matrix gradient = di.gradient(x -> expAction(t, x, b).dot(weights), new AutoReverse(), a);
    Matrix expected =
        di.gradient(x -> exp(x.multiply(t)).multiply(b).dot(weights), new AutoReverse(), a);
    requireClose(gradient, expected, 1e-12);
    Scalar slope = di.derivative(s -> expAction(s, a, b).dot(weights), new AutoReverse(), t);
    Scalar due = a.multiply(expAction(t, a, b)).dot(weights);
    assertThat(slope.toDouble()).isEqualTo(due.toDouble(), within(1e-12));
  }

  @Test
  void derivativesShareWhatTheValueComputed() {
    Matrix a = random(5, 5, 7).add(Matrix.identity(5).multiply(3.0));
    di.gradient(x -> sum(log(x)).add(sum(sqrt(x))).add(sum(sign(x))), new AutoReverse(), a);
    di.gradient(x -> sum(power(x, 0.3)), new AutoReverse(), a);
    for (Object key :
        List.of(
            RealSchur.class,
            BalancedSchur.class,
            Logarithm.class,
            SquareRoot.class,
            FractionalPower.Family.class,
            MatrixSign.class)) {
      assertThat(a.kept(key)).isPresent();
      assertThat(a.transpose().kept(key)).isEmpty();
    }
  }

  /** The order of a transpose and a function changes nothing, whichever was asked for first. */
  @Test
  void transposesCommute() {
    for (UnaryOperator<Matrix> f :
        List.<UnaryOperator<Matrix>>of(
            FunctionsOfMatrices::log,
            FunctionsOfMatrices::sqrt,
            FunctionsOfMatrices::sign,
            FunctionsOfMatrices::cos,
            x -> power(x, 0.3),
            x -> power(x, -1.7))) {
      Matrix a = random(5, 5, 7).add(Matrix.identity(5).multiply(3.0));
      Matrix y = f.apply(a);
      assertThat(f.apply(a.transpose())).isEqualTo(y.transpose());
    }
  }
}
