package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Exponential} against 80-digit arithmetic, in every branch and at the hard points. */
class ExponentialAccuracyTest {

  private final Random random = new Random(7);

  /** The value and the first two derivatives against 80 digits; each bound is relative. */
  private void check(int n, double[] a, double bound) {
    Exponential exp = Exponential.of(n, a);
    double[] e1 = Matrices.random(random, n, n);
    double[] e2 = Matrices.random(random, n, n);
    assertThat(Matrices.error(exp.value(), PreciseExponential.value(n, a)))
        .as("value")
        .isLessThan(bound);
    assertThat(Matrices.error(exp.frechet(e1), PreciseExponential.frechet(n, a, e1)))
        .as("first derivative")
        .isLessThan(bound);
    assertThat(Matrices.error(exp.frechet(e1, e2), PreciseExponential.frechet(n, a, e1, e2)))
        .as("second derivative")
        .isLessThan(bound);
  }

  @ParameterizedTest
  @CsvSource({
    "1e-12, 3, 0",
    "1e-6, 3, 0",
    "0.0107, 3, 0",
    "0.0109, 5, 0",
    "0.199, 5, 0",
    "0.201, 7, 0",
    "0.782, 7, 0",
    "0.784, 9, 0",
    "1.77, 9, 0",
    "1.79, 13, 0",
    "4.73, 13, 0",
    "4.75, 13, 1",
    "9.47, 13, 1",
    "9.49, 13, 2",
    "30, 13, 3",
    "100, 13, 5"
  })
  void isAccurateInEveryBranch(double norm, int degree, int squarings) {
    for (int n = 1; n <= 4; n++) {
      double[] a = Matrices.ofNorm(random, n, norm);
      Exponential exp = Exponential.of(n, a);
      assertThat(exp.degree()).isEqualTo(degree);
      assertThat(exp.squarings()).isEqualTo(squarings);
      check(n, a, 40 * Matrices.EPS * Math.max(1, norm));
    }
  }

  /** In stacks, where the sums of products have another order. */
  @ParameterizedTest
  @CsvSource({"2, 0.1", "3, 0.7", "4, 4.7", "5, 30"})
  void isAccurateAlongManyDirections(int n, double norm) {
    double[] a = Matrices.ofNorm(random, n, norm);
    for (int shared = 0; shared < 3; shared++) {
      double[][] fixed = directions(n, shared);
      double[][] varying = directions(n, 9);
      double[][] all = Exponential.of(n, a).frechets(fixed, varying);
      for (int j = 0; j < varying.length; j += 4) {
        double[][] each = Arrays.copyOf(fixed, shared + 1);
        each[shared] = varying[j];
        assertThat(Matrices.error(all[j], PreciseExponential.frechet(n, a, each)))
            .isLessThan((shared < 2 ? 40 : 100) * Matrices.EPS * Math.max(1, norm));
      }
    }
  }

  private double[][] directions(int n, int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> Matrices.random(random, n, n))
        .toArray(double[][]::new);
  }

  /** Norms just below the bounds for the value, where a higher derivative takes a higher degree. */
  @Test
  void isAccurateForAThirdDerivative() {
    int n = 2;
    for (double norm : new double[] {1e-5, 0.0107, 0.199, 0.782, 1.77, 4.73, 20}) {
      double[] a = Matrices.ofNorm(random, n, norm);
      double[][] e = directions(n, 3);
      assertThat(
              Matrices.error(Exponential.of(n, a).frechet(e), PreciseExponential.frechet(n, a, e)))
          .isLessThan(100 * Matrices.EPS * Math.max(1, norm));
    }
  }

  /** Orders of which degree 3 has no derivative left: the last ones of a zero matrix. */
  @Test
  void isAccurateForHighOrdersAtZero() {
    Exponential exp = Exponential.of(1, new double[1]);
    for (int order = 4; order <= 9; order++) {
      double[][] ones = new double[order][];
      Arrays.fill(ones, new double[] {1});
      assertThat(exp.frechet(ones)[0]).isEqualTo(1, within(1e-14));
    }
  }

  @Test
  void isAccurateForANormOfAThousand() {
    for (int n = 3; n <= 4; n++) {
      check(n, Matrices.ofNorm(random, n, 1000), 4e4 * Matrices.EPS);
    }
  }

  @Test
  void isAccurateForARotationOfLargeNorm() {
    check(2, Matrices.rows(2, 0, -1000, 1000, 0), 1e4 * Matrices.EPS);
  }

  @Test
  void isAccurateForANilpotentMatrix() {
    double[] a = Matrices.rows(3, 0, 1, 2, 0, 0, 3, 0, 0, 0);
    check(3, a, 1e-14);
    assertThat(Exponential.of(3, a).value())
        .containsExactly(Matrices.rows(3, 1, 1, 3.5, 0, 1, 3, 0, 0, 1), within(1e-14));
  }

  @Test
  void isAccurateForADefectiveMatrix() {
    check(4, Matrices.rows(4, 2, 1, 0, 0, 0, 2, 1, 0, 0, 0, 2, 1, 0, 0, 0, 2), 1e-14);
  }

  /** Bidiagonal with eigenvalues 1 + kε: the formula by eigenvectors has no correct digit here. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-1, 1e-4, 1e-8, 1e-12})
  void isAccurateForNearlyEqualEigenvalues(double gap) {
    double[] a = Matrices.rows(4, 1, 1, 0, 0, 0, 1 + gap, 1, 0, 0, 0, 1 + 2 * gap, 1, 0, 0, 0, 1);
    check(4, a, 1e-14);
  }

  /**
   * Non-normal with an off-diagonal entry of 1e6, as in the overscaling examples of Al-Mohy and
   * Higham (2009). Scaling and squaring by the norm alone is allowed cond(exp, A) here.
   */
  @Test
  void isNoWorseThanTheNormAllowsForANonNormalMatrix() {
    check(2, Matrices.rows(2, 1, 1e6, 0, -1), 1e-9);
  }

  /**
   * Moler's balancing act [0 e 0; −(a+b) −d a; c 0 −c], for which every scaling by the norm alone
   * fails: the eigenvalues depend on e = 1e-8 beside a = 2e10. Balanced, it is ordinary.
   */
  @Test
  void isAccurateForMolersBalancingActOnceItIsBalanced() {
    double a = 2e10;
    double b = 4e8 / 6;
    double c = 200 / 3.0;
    double d = 0x1p29;
    double[] balanced = Matrices.rows(3, 0, 1e-8 * d, 0, -(a + b) / d, -3, a / d, c, 0, -c);
    check(3, balanced, 1e-12);
    assertThat(Exponential.of(3, balanced).value()[0]).isEqualTo(0.446849468283175, within(1e-8));
  }

  @Test
  void boundsShrinkWithTheOrderOfTheDerivative() {
    for (int i = 0; i < 5; i++) {
      assertThat(Exponential.bound(i, 2)).isLessThan(Exponential.bound(i, 1));
      assertThat(Exponential.bound(i, 3)).isLessThan(Exponential.bound(i, 2));
    }
    assertThat(Exponential.bound(0, 2)).isEqualTo(3.06e-3, within(1e-5));
    assertThat(Exponential.bound(4, 3)).isEqualTo(4.16, within(1e-2));
    assertThat(Exponential.bound(0, 7)).isNegative();
  }

  @Test
  void coefficientsAreThoseOfThePaper() {
    assertThat(PadeEvaluation.coefficients(3)).containsExactly(120, 60, 12, 1);
    assertThat(PadeEvaluation.coefficients(13))
        .startsWith(64764752532480000d, 32382376266240000d, 7771770303897600d, 1187353796428800d)
        .endsWith(40840800, 960960, 16380, 182, 1);
  }
}
