package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.frechet.Differentiation;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions with a law {@code f(2ᵏ A) = 2ᵏᵖ f(A)} are as accurate at every k that the range of
 * double has: no norm decides anything.
 */
class MatrixFunctionScalesTest {

  private static final Matrix B = random(4, 4, 1);
  private static final Matrix RIGHT = B.add(Matrix.identity(4).multiply(2.5));
  private static final Matrix SPD = RIGHT.multiply(RIGHT.transpose());
  private static final Matrix E = random(4, 4, 2);
  private static final Matrix G = random(4, 4, 3);

  private final Differentiation di = Differentiation.standard();

  private static Matrix scalb(Matrix a, double exponent) {
    assertThat(exponent).isEqualTo(Math.rint(exponent));
    double[] entries = Arrays.stream(a.array()).map(x -> Math.scalb(x, (int) exponent)).toArray();
    return Matrix.wrap(a.rows(), a.columns(), entries);
  }

  private static void requireClose(Matrix actual, Matrix expected) {
    assertThat(actual.subtract(expected).norm().toDouble())
        .as("error of%n%s%nagainst%n%s", actual, expected)
        .isLessThanOrEqualTo(4e-15 * expected.norm().toDouble());
  }

  /** Of value, pushforward and pullback. */
  private void requireLaw(UnaryOperator<Matrix> f, Matrix a, int k, double degree) {
    requireClose(scalb(f.apply(scalb(a, k)), -k * degree), f.apply(a));
    requireDerivatives(f, a, k, degree);
  }

  private void requireDerivatives(UnaryOperator<Matrix> f, Matrix a, int k, double degree) {
    Matrix scaled = scalb(a, k);
    Matrix pushed = di.pushforward(x -> f.apply(x), new AutoForward(), scaled, scalb(E, k));
    Matrix pulled = di.pullback(x -> f.apply(x), new AutoReverse(), scaled, scalb(G, -k * degree));
    requireClose(
        scalb(pushed, -k * degree), di.pushforward(x -> f.apply(x), new AutoForward(), a, E));
    requireClose(scalb(pulled, k), di.pullback(x -> f.apply(x), new AutoReverse(), a, G));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1000, -500, -40, 40, 500, 1000})
  void ofPowersAndSigns(int k) {
    requireLaw(FunctionsOfMatrices::sqrt, RIGHT, k, 0.5);
    requireLaw(FunctionsOfMatrices::sign, B, k, 0);
    requireLaw(x -> signDecomposition(x).n(), B, k, 1);
    requireLaw(x -> power(x, -0.5), RIGHT, k, -0.5);
    requireLaw(x -> power(x, 0.25), RIGHT, k, 0.25);
    requireLaw(FunctionsOfMatrices::symmetricSqrt, SPD, k, 0.5);
    requireLaw(x -> symmetricPower(x, -0.5), SPD, k, -0.5);
    requireLaw(x -> matrixFunction(FunctionsOfMatrices::sqrt, x), RIGHT, k, 0.5);
  }

  /** {@code log 2ᵏA = log A + k log 2}. */
  @ParameterizedTest
  @ValueSource(ints = {-1000, -500, -40, 40, 500, 1000})
  void ofLogarithms(int k) {
    Matrix shift = Matrix.identity(4).multiply(k * Math.log(2));
    requireClose(log(scalb(RIGHT, k)), log(RIGHT).add(shift));
    requireClose(symmetricLog(scalb(SPD, k)), symmetricLog(SPD).add(shift));
    requireDerivatives(FunctionsOfMatrices::log, RIGHT, k, 0);
    requireDerivatives(FunctionsOfMatrices::symmetricLog, SPD, k, 0);
  }

  /** Nearly the largest entries that there are, whose sums are out of range. */
  @ParameterizedTest
  @ValueSource(ints = {-1018, 1020})
  void atTheEndsOfTheRange(int k) {
    requireLaw(FunctionsOfMatrices::sqrt, RIGHT, k, 0.5);
    requireLaw(FunctionsOfMatrices::sign, B, k, 0);
    requireLaw(FunctionsOfMatrices::symmetricSqrt, SPD.multiply(0.25), k, 0.5);
  }
}
