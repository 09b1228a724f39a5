package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DividedDifferencesTest {

  private static final MathContext DIGITS = new MathContext(120);

  /** By the definition, in 120 digits. */
  private static double reciprocal(double... x) {
    BigDecimal product = BigDecimal.ONE;
    for (double point : x) {
      product = product.multiply(new BigDecimal(point), DIGITS);
    }
    double size = BigDecimal.ONE.divide(product, DIGITS).doubleValue();
    return x.length % 2 == 1 ? size : -size;
  }

  private static void requireClose(double actual, double expected) {
    assertThat(actual / expected).isEqualTo(1, within(4e-15));
  }

  /** {@code (1/x)[x₀, …, x_k] = (−1)ᵏ / Π xᵢ}, and log′ = 1/x: orders two and three of log. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1e-16, 1e-12, 1e-8, 1e-4, 1e-2, 0.3, 1, 4, 50, 1e4, 1e9})
  void ofTheReciprocalAtEveryDistance(double gap) {
    SpectralFunction f = SpectralFunction.power(-1);
    for (double scale : new double[] {1e-100, 1, 1e100}) {
      double a = scale;
      double b = scale * (1 + gap / 3);
      double c = scale * (1 + gap);
      requireClose(DividedDifferences.of(f, a, b), reciprocal(a, b));
      requireClose(DividedDifferences.of(f, a, b, c), reciprocal(a, b, c));
      requireClose(DividedDifferences.of(f, a, a, c), reciprocal(a, a, c));
    }
  }

  /** {@code √[a, b, c] = −1 / ((√a + √b) (√b + √c) (√a + √c))}. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1e-16, 1e-8, 1e-4, 0.1, 1, 4, 100, 1e6})
  void ofTheRootAtEveryDistance(double gap) {
    for (double a : new double[] {1e-100, 1, 1e100}) {
      double b = a * (1 + gap / 2);
      double c = a * (1 + gap);
      double sums =
          (Math.sqrt(a) + Math.sqrt(b))
              * (Math.sqrt(b) + Math.sqrt(c))
              * (Math.sqrt(a) + Math.sqrt(c));
      requireClose(DividedDifferences.of(SpectralFunction.power(0.5), a, b, c), -1 / sums);
    }
  }

  /** {@code exp[−h, 0, h] = (cosh h − 1) / h² = 2 sinh²(h/2) / h²}. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-16, 1e-8, 1e-4, 0.1, 1, 4, 8, 10, 20, 100})
  void ofTheExponentialAtEveryDistance(double h) {
    double half = Math.sinh(h / 2) / (h / 2);
    requireClose(DividedDifferences.of(SpectralFunction.exp(), -h, 0, h), half * half / 2);
    double slope = h < 1e-8 ? 1 : Math.sinh(h) / h;
    requireClose(DividedDifferences.of(SpectralFunction.exp(), -h, h), slope);
  }

  @Test
  void whereAllPointsMeetTheyAreDerivatives() {
    requireClose(DividedDifferences.of(SpectralFunction.exp(), 2, 2, 2, 2), Math.exp(2) / 6);
    requireClose(DividedDifferences.of(SpectralFunction.log(), 2, 2, 2), -0.125);
    requireClose(DividedDifferences.of(SpectralFunction.power(3), -2, -2), 12);
  }

  @Test
  void ofWholePowersOnBothSidesOfZero() {
    requireClose(DividedDifferences.of(SpectralFunction.power(3), -2, 1), 3);
    requireClose(DividedDifferences.of(SpectralFunction.power(3), -2, -1), 7);
    requireClose(DividedDifferences.of(SpectralFunction.power(2), -3, -1), -4);
    requireClose(DividedDifferences.of(SpectralFunction.power(-1), -2, 4), 0.125);
    requireClose(DividedDifferences.of(SpectralFunction.power(3), -2, 1, 5), 4);
  }

  /** Neither power overflows where the quotient does not, and far from 1 logarithms cancel. */
  @Test
  void ofNumbersFarApartAndFarFromOne() {
    requireClose(DividedDifferences.of(SpectralFunction.power(20), 1e-12, 1e12), 1e228);
    requireClose(DividedDifferences.of(SpectralFunction.power(-20), 1e-12, 1e12), -1e228);
    requireClose(
        DividedDifferences.of(SpectralFunction.log(), 0x1p-990, 0x3p-990), LOG_3 * 0x1p989);
    requireClose(DividedDifferences.of(SpectralFunction.log(), 0x1p990, 0x3p990), LOG_3 * 0x1p-991);
  }

  private static final double LOG_3 = 1.0986122886681098;

  @Test
  void quadratureIsExactForPolynomials() {
    for (int m : new int[] {1, 2, 4, 9, 16}) {
      GaussLegendre rule = GaussLegendre.of(m);
      for (int power = 0; power < 2 * m; power++) {
        double sum = 0;
        for (int i = 0; i < m; i++) {
          sum += rule.weights()[i] * Math.pow(rule.nodes()[i], power);
        }
        assertThat(sum * (power + 1)).isEqualTo(1, within(4e-15));
      }
    }
  }
}
