package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions of {@code A = [[1, b], [0, −1]]}, whose norm says nothing about their size: {@code f(A)
 * = [[f(1), b (f(1) − f(−1)) / 2], [0, f(−1)]]} to the last digits of each entry, whatever b is.
 */
class OverscalingTest {

  private static final double COSH = Math.cosh(1);
  private static final double SINH = Math.sinh(1);

  private static double[] matrix(double b) {
    return Matrices.rows(2, 1, b, 0, -1);
  }

  private static void requireEntries(double[] actual, double... rows) {
    double[] expected = Matrices.rows(2, rows);
    for (int p = 0; p < 4; p++) {
      assertThat(Math.abs(actual[p] - expected[p]))
          .as("entry (%d, %d), %s for %s", p % 2, p / 2, actual[p], expected[p])
          .isLessThanOrEqualTo(2e-15 * Math.abs(expected[p]));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e2, 1e4, 1e6, 1e8, 1e10, 1e12, 1e15, 1e30})
  void doesNotTouchTheExponential(double b) {
    Exponential exp = Exponential.of(2, matrix(b));
    requireEntries(exp.value(), Math.E, b * SINH, 0, 1 / Math.E);
    requireEntries(exp.frechet(Matrices.rows(2, 0, 1, 0, 0)), 0, SINH, 0, 0);
    // exp [[1, b], [x, −1]] = cosh r I + (sinh r / r) A with r² = 1 + bx
    double lower = (COSH - SINH) / 2 * b;
    requireEntries(
        exp.frechet(Matrices.rows(2, 0, 0, 1, 0)),
        b * COSH / 2,
        b * lower,
        SINH,
        b * SINH / 2 - lower);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e2, 1e4, 1e6, 1e8, 1e10, 1e12, 1e15, 1e30})
  void doesNotTouchSinesAndCosines(double b) {
    double sine = Math.sin(1);
    requireEntries(SineAndCosine.circular(2, matrix(b)).sine(), sine, b * sine, 0, -sine);
    requireEntries(SineAndCosine.circular(2, matrix(b)).cosine(), Math.cos(1), 0, 0, Math.cos(1));
    requireEntries(SineAndCosine.hyperbolic(2, matrix(b)).sine(), SINH, b * SINH, 0, -SINH);
    requireEntries(SineAndCosine.hyperbolic(2, matrix(b)).cosine(), COSH, 0, 0, COSH);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e4, 1e8, 1e15, 1e30})
  void doesNotTouchLogarithmsAndPowers(double b) {
    BalancedSchur factors = BalancedSchur.of(2, Matrices.rows(2, 1, b, 0, 4));
    double log = Math.log(4);
    requireEntries(Logarithm.of(factors).frechet(), 0, b * log / 3, 0, log);
    requireEntries(SquareRoot.of(factors).frechet(), 1, b / 3, 0, 2);
    double power = Math.pow(4, 2.3);
    requireEntries(FractionalPower.of(factors).of(2.3).frechet(), 1, b * (power - 1) / 3, 0, power);
  }

  /** {@code exp [[A, bE], [0, A]]} has the corner {@code b L(A; E)}. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0x1p20, 0x1p40, 0x1p80})
  void doesNotTouchBlocks(double b) {
    Random random = new Random(17);
    double[] a = Matrices.random(random, 4, 4);
    double[] e = Matrices.random(random, 4, 4);
    double[] scaled = ColumnMajor.scalb(e, Math.getExponent(b));
    double[] whole = Exponential.of(8, Matrices.blockTriangular(4, a, scaled)).value();
    double[] corner = ColumnMajor.scalb(Matrices.upperRight(4, whole), -Math.getExponent(b));
    assertThat(Matrices.error(corner, Exponential.of(4, a).frechet(e))).isLessThan(2e-15);
  }
}
