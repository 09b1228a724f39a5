package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExponentialTest {

  private final Random random = new Random(7);

  @Test
  void sizesZeroAndOne() {
    assertThat(Exponential.of(0, new double[0]).value()).isEmpty();
    assertThat(Exponential.of(0, new double[0]).frechet(new double[0])).isEmpty();
    for (double x : new double[] {-700, -30, -1, 0, 1e-300, 0.5, 30, 700}) {
      Exponential exp = Exponential.of(1, new double[] {x});
      double tolerance = 20 * Matrices.EPS * Math.max(1, Math.abs(x));
      assertThat(exp.value()[0] / Math.exp(x)).isEqualTo(1, within(tolerance));
      assertThat(exp.frechet(new double[] {3}, new double[] {5})[0] / Math.exp(x))
          .isEqualTo(15, within(15 * tolerance));
    }
  }

  @Test
  void ofTheZeroMatrixIsTheIdentityAndTheDerivativesAreSymmetrizedProducts() {
    int n = 3;
    Exponential exp = Exponential.of(n, new double[n * n]);
    double[] e = Matrices.random(random, n, n);
    double[] f = Matrices.random(random, n, n);
    double[] ef = Matrices.multiply(n, n, n, e, f);
    double[] fe = Matrices.multiply(n, n, n, f, e);
    assertThat(exp.value()).containsExactly(ColumnMajor.identity(n));
    assertThat(exp.frechet(e)).containsExactly(e, within(1e-15));
    assertThat(exp.frechet(e, f))
        .containsExactly(Matrices.scale(0.5, Matrices.add(ef, 1, fe)), within(1e-15));
  }

  @Test
  void equalsTheBlockTriangularExponentialAtLargerSizes() {
    for (int n : new int[] {5, 12, 30}) {
      double[] a = Matrices.ofNorm(random, n, 6);
      double[] e = Matrices.random(random, n, n);
      double[] nested = Exponential.of(2 * n, Matrices.blockTriangular(n, a, e)).value();
      assertThat(Matrices.error(Exponential.of(n, a).frechet(e), Matrices.upperRight(n, nested)))
          .isLessThan(1e-13);
    }
  }

  @Test
  void alongManyDirectionsAsAlongEach() {
    for (int n : new int[] {0, 1, 2, 5, 10, 25}) {
      for (int many : new int[] {0, 1, 2, 9, 200}) {
        double[] a = Matrices.ofNorm(random, n, 7);
        scaleBadly(n, a);
        Exponential exp = Exponential.of(n, a);
        double[][] varying = randomDirections(n, many);
        for (int shared = 0; shared < 3; shared++) {
          double[][] directions = randomDirections(n, shared);
          double[][] all = exp.frechets(directions, varying);
          assertThat(all).hasDimensions(many, many == 0 ? 0 : n * n);
          assertAllNear(all, each(exp, directions, varying));
        }
      }
    }
  }

  private static double[][] each(Exponential exp, double[][] shared, double[][] varying) {
    double[][] all = new double[varying.length][];
    for (int j = 0; j < all.length; j++) {
      double[][] directions = Arrays.copyOf(shared, shared.length + 1);
      directions[shared.length] = varying[j];
      all[j] = exp.frechet(directions);
    }
    return all;
  }

  /** Beside the largest of them: in some directions most of the derivative cancels. */
  private static void assertAllNear(double[][] actual, double[][] expected) {
    double size = Arrays.stream(expected).mapToDouble(Matrices::norm).max().orElse(0);
    for (int j = 0; j < expected.length; j++) {
      assertThat(Matrices.norm(Matrices.add(actual[j], -1, expected[j])))
          .isLessThanOrEqualTo(2e-14 * size);
    }
  }

  private double[][] randomDirections(int n, int many) {
    return IntStream.range(0, many)
        .mapToObj(j -> Matrices.random(random, n, n))
        .toArray(double[][]::new);
  }

  /** By a diagonal similarity, so that balancing has something to do. */
  private static void scaleBadly(int n, double[] a) {
    for (int j = 1; j < n; j++) {
      a[j * n] *= 1e6;
      a[j] *= 1e-6;
    }
  }

  @Test
  void zerosAndNanAmongManyDirectionsStayAmongThemselves() {
    int n = 4;
    Exponential exp = Exponential.of(n, Matrices.ofNorm(random, n, 7));
    double[][] varying = randomDirections(n, 12);
    varying[3] = new double[n * n];
    varying[5][2] = Double.NaN;
    double[][] all = exp.frechets(randomDirections(n, 1), varying);
    assertThat(all[3]).containsOnly(0);
    for (int j = 0; j < all.length; j++) {
      assertThat(Arrays.stream(all[j]).anyMatch(Double::isNaN)).isEqualTo(j == 5);
    }
    assertThat(exp.frechets(new double[][] {new double[n * n]}, randomDirections(n, 9)))
        .isEqualTo(new double[9][n * n]);
    assertThat(exp.frechets(new double[0][], new double[9][n * n])).isEqualTo(new double[9][n * n]);
    assertThatThrownBy(() -> exp.frechets(new double[0][], new double[9][n]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("direction 0");
  }

  @Test
  void isMultilinearAndSymmetricInTheDirections() {
    int n = 4;
    Exponential exp = Exponential.of(n, Matrices.ofNorm(random, n, 7));
    double[] e = Matrices.random(random, n, n);
    double[] f = Matrices.random(random, n, n);
    double[] g = Matrices.random(random, n, n);
    assertThat(Matrices.error(exp.frechet(e, f, g), exp.frechet(g, e, f))).isLessThan(1e-13);
    double[] sum = exp.frechet(Matrices.add(e, 3, f), g);
    double[] split = Matrices.add(exp.frechet(e, g), 3, exp.frechet(f, g));
    assertThat(Matrices.error(sum, split)).isLessThan(1e-13);
    assertThat(exp.frechet(e, new double[n * n], g)).containsOnly(0.0);
    assertThat(exp.frechet()).containsExactly(exp.value());
  }

  @Test
  void derivativeAtTheTransposeIsTheAdjoint() {
    int n = 5;
    double[] a = Matrices.ofNorm(random, n, 3);
    double[] e = Matrices.random(random, n, n);
    double[] atTranspose = Exponential.of(n, Matrices.transpose(n, n, a)).frechet(e);
    double[] kept = Exponential.of(n, a).frechet(Matrices.transpose(n, n, e));
    assertThat(Matrices.error(Matrices.transpose(n, n, kept), atTranspose)).isLessThan(1e-14);
  }

  /** 2⁻ˢ E would underflow here: the scaling of A is not put on the directions. */
  @Test
  void keepsDirectionsThatAreTinyBesideAHugeMatrix() {
    double[] a = {-1e300, 0, 0, 0};
    double[] e = {0, 0, 0, 1e-100};
    Exponential exp = Exponential.of(2, a);
    assertThat(exp.value()).containsExactly(0, 0, 0, 1);
    assertThat(exp.frechet(e)[3] / 1e-100).isEqualTo(1, within(1e-15));
    assertThat(exp.frechet(e, e)[3] / 1e-200).isEqualTo(1, within(1e-15));
  }

  @Test
  void hugeNormsEndAndMayOverflow() {
    double max = Double.MAX_VALUE;
    assertThat(Exponential.of(2, new double[] {-max, 0, 0, -max}).value()).containsOnly(0.0);
    assertThat(Exponential.of(2, new double[] {-max, max, max, -max}).squarings())
        .isGreaterThan(1000);
    assertThat(Exponential.of(1, new double[] {1e300}).value()).containsExactly(1 / 0.0);
  }

  @Test
  void neitherReadsAnArrayLaterNorGivesItsOwnAway() {
    double[] a = Matrices.random(random, 3, 3);
    Exponential exp = Exponential.of(3, a);
    double[] value = exp.value();
    double[] e = Matrices.random(random, 3, 3);
    double[] copy = e.clone();
    double[] derivative = exp.frechet(e);
    Arrays.fill(a, Double.NaN);
    exp.value()[0] = Double.NaN;
    Arrays.fill(exp.frechet(e), Double.NaN);
    assertThat(e).containsExactly(copy);
    assertThat(exp.value()).containsExactly(value);
    assertThat(exp.frechet(e)).containsExactly(derivative);
  }

  @Test
  void sharedArraysHoldTheSameNumbers() {
    for (int n : new int[] {1, 3, 10}) {
      double[] a = Matrices.ofNorm(random, n, 7);
      double[] copy = a.clone();
      double[] e = Matrices.random(random, n, n);
      Exponential exp = Exponential.of(n, a);
      Exponential shared = Exponential.wrap(n, a);
      assertThat(shared.sharedValue()).containsExactly(exp.value());
      assertThat(shared.frechet(e)).containsExactly(exp.frechet(e));
      assertThat(shared.frechet(e, e)).containsExactly(exp.frechet(e, e));
      assertThat(shared.sharedValue()).containsExactly(exp.value());
      assertThat(a).containsExactly(copy);
    }
  }

  @Test
  void servesThreadsAtOnce() {
    int n = 20;
    Exponential exp = Exponential.of(n, Matrices.ofNorm(random, n, 10));
    double[] e = Matrices.random(random, n, n);
    double[] expected = exp.frechet(e, e);
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> assertThat(exp.frechet(e, e)).containsExactly(expected));
  }

  @Test
  void refusesWhatIsNotASquareFiniteMatrix() {
    assertThatThrownBy(() -> Exponential.of(2, new double[] {1, 2, Double.NaN, 4}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN at (0, 1)");
    assertThatThrownBy(() -> Exponential.of(1, new double[] {Double.POSITIVE_INFINITY}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Exponential.of(2, new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("exp: a has 3 entries, but is to be 2×2");
    Exponential exp = Exponential.of(2, new double[4]);
    assertThatThrownBy(() -> exp.frechet(new double[4], new double[9]))
        .hasMessageContaining("direction 1");
  }
}
