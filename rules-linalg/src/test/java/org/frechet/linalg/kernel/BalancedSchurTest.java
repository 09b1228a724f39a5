package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BalancedSchurTest {

  private final Random random = new Random(9);

  /** {@code D A D⁻¹} with the powers of two {@code 2^(20 i)}. */
  private static double[] unitsApart(int n, double[] a) {
    double[] b = new double[n * n];
    for (int p = 0; p < b.length; p++) {
      b[p] = Math.scalb(a[p], 20 * (p % n - p / n));
    }
    return b;
  }

  @Test
  void functionsDoNotSeeTheUnits() {
    double[] a = Matrices.random(random, 5, 5);
    double[] e = Matrices.random(random, 5, 5);
    for (int i = 0; i < 5; i++) {
      a[6 * i] += 3;
    }
    BalancedSchur plain = BalancedSchur.of(5, a);
    BalancedSchur apart = BalancedSchur.of(5, unitsApart(5, a));
    requireEntries(Logarithm.of(apart).frechet(), unitsApart(5, Logarithm.of(plain).frechet()));
    requireEntries(
        SquareRoot.of(apart).frechet(unitsApart(5, e)),
        unitsApart(5, SquareRoot.of(plain).frechet(e)));
    requireEntries(
        FractionalPower.of(apart).of(1.7).frechet(unitsApart(5, e)),
        unitsApart(5, FractionalPower.of(plain).of(1.7).frechet(e)));
    requireEntries(
        MatrixSign.of(apart).n(unitsApart(5, e)), unitsApart(5, MatrixSign.of(plain).n(e)));
  }

  private static void requireEntries(double[] actual, double[] expected) {
    for (int p = 0; p < actual.length; p++) {
      assertThat(Math.abs(actual[p] - expected[p]))
          .isLessThanOrEqualTo(1e-12 * Math.abs(expected[p]));
    }
  }

  @Test
  void turnsInAndOut() {
    double[] a = unitsApart(4, Matrices.random(random, 4, 4));
    BalancedSchur factors = BalancedSchur.of(4, a);
    assertThat(Matrices.error(factors.outOf(factors.schur().t()), a)).isLessThan(1e-14);
    assertThat(Matrices.error(factors.outOf(factors.into(a)), a)).isLessThan(1e-14);
  }

  /** A Schur form that is there already is taken where nothing is balanced, and only there. */
  @Test
  void takesTheSchurFormThatIsThere() {
    double[] a = Matrices.random(random, 4, 4);
    RealSchur there = RealSchur.of(4, a);
    assertThat(BalancedSchur.of(4, a, () -> there).schur()).isSameAs(there);
    double[] apart = unitsApart(4, a);
    assertThat(BalancedSchur.of(4, apart, () -> there).schur()).isNotSameAs(there);
  }
}
