package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.R064Store;

class RealSchurTest {

  private final Random random = new Random(11);

  /** Residual, orthogonality and the form of T; the bounds are relative to the norm. */
  private static RealSchur check(int n, double[] a) {
    RealSchur schur = RealSchur.of(n, a);
    double[] q = schur.q();
    double[] t = schur.t();
    double[] qt = Matrices.transpose(n, n, q);
    double bound = 1e-14 * Math.max(n, 1);
    double[] product = Matrices.multiply(n, n, n, Matrices.multiply(n, n, n, q, t), qt);
    assertThat(Matrices.error(product, a)).as("residual").isLessThan(bound);
    double[] gram = Matrices.multiply(n, n, n, qt, q);
    assertThat(ColumnMajor.maxNorm(Matrices.add(gram, -1, ColumnMajor.identity(n))))
        .as("orthogonality")
        .isLessThan(bound);
    checkForm(n, schur, t);
    return schur;
  }

  private static void checkForm(int n, RealSchur schur, double[] t) {
    for (int j = 0; j < n; j++) {
      for (int i = j + 2; i < n; i++) {
        assertThat(t[i + j * n]).isZero();
      }
      if (schur.startsPair(j)) {
        int p = j + j * n;
        assertThat(t[p + n + 1]).isEqualTo(t[p]);
        assertThat(Math.signum(t[p + 1]) * Math.signum(t[p + n])).isEqualTo(-1);
        assertThat(schur.startsPair(j + 1)).isFalse();
        assertThat(schur.im(j)).isPositive().isEqualTo(-schur.im(j + 1));
      }
    }
  }

  @Test
  void ofRandomMatricesOfAllSizes() {
    for (int n = 0; n <= 60; n++) {
      check(n, Matrices.random(random, n, n));
    }
  }

  @Test
  void ofManySmallMatricesWithSmallIntegers() {
    for (int trial = 0; trial < 4000; trial++) {
      int n = 1 + trial % 6;
      check(n, random.ints((long) n * n, -1, 2).asDoubleStream().toArray());
    }
  }

  @Test
  void eigenvaluesAreThoseOfOjAlgo() {
    for (int n : new int[] {2, 5, 17, 40}) {
      double[] a = Matrices.random(random, n, n);
      RealSchur schur = check(n, a);
      Eigenvalue<Double> oracle = Eigenvalue.R064.make(n, false);
      oracle.decompose(R064Store.FACTORY.copy(R064Store.wrap(a, n)));
      double[] re = new double[n];
      double[] im = new double[n];
      oracle.getEigenvalues(re, Optional.of(im));
      for (int i = 0; i < n; i++) {
        double x = schur.re(i);
        double y = schur.im(i);
        double nearest =
            IntStream.range(0, n)
                .mapToDouble(k -> Math.hypot(re[k] - x, im[k] - y))
                .min()
                .orElse(9);
        assertThat(nearest).isLessThan(1e-11);
      }
    }
  }

  @Test
  void ofTriangularAndDiagonalMatricesIsTheMatrixItself() {
    double[] diagonal = Matrices.rows(3, 3, 0, 0, 0, -1, 0, 0, 0, 2);
    double[] triangular = Matrices.rows(3, 1, 5, 6, 0, 1, 7, 0, 0, 1);
    for (double[] a : new double[][] {diagonal, triangular, new double[9]}) {
      RealSchur schur = check(3, a);
      assertThat(schur.t()).containsExactly(a);
      assertThat(schur.q()).containsExactly(ColumnMajor.identity(3));
    }
  }

  @Test
  void ofComplexPairs() {
    RealSchur rotation = check(2, Matrices.rows(2, 0, -3, 3, 0));
    assertThat(rotation.im(0)).isEqualTo(3, within(1e-15));
    assertThat(rotation.spectralRadius()).isEqualTo(3, within(1e-15));
    RealSchur skewed = check(2, Matrices.rows(2, 4, -5, 2, -2));
    assertThat(skewed.re(0)).isEqualTo(1, within(1e-14));
    assertThat(skewed.im(0)).isEqualTo(1, within(1e-14));
    assertThat(skewed.im(1)).isEqualTo(-1, within(1e-14));
  }

  @Test
  void splitsBlocksWithRealEigenvalues() {
    RealSchur symmetric = check(2, Matrices.rows(2, 1, 2, 2, 1));
    assertThat(symmetric.startsPair(0)).isFalse();
    RealSchur swapped = check(2, Matrices.rows(2, 1, 0, 1, 1));
    assertThat(swapped.t()).containsExactly(1, 0, -1, 1);
    check(2, Matrices.rows(2, 1, 1, -1e-32, 1));
    check(2, Matrices.rows(2, 1, 1e8, 1e-8, 1 + 1e-8));
  }

  /** Random 2×2 blocks over thirty orders of magnitude, the discriminant near zero in a third. */
  @Test
  void standardizesBlocksOfAnyScale() {
    for (int trial = 0; trial < 20000; trial++) {
      double[] a = Matrices.random(random, 2, 2);
      for (int p = 0; p < 4; p++) {
        a[p] *= Math.pow(10, random.nextInt(31) - 15);
      }
      if (trial % 3 == 0) {
        double half = (a[0] - a[3]) / 2;
        a[1] = -half * half / a[2];
      }
      check(2, a);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 20, 50})
  void ofADefectiveJordanBlock(int n) {
    double[] jordan = new double[n * n];
    for (int i = 0; i < n; i++) {
      jordan[i + i * n] = 0.5;
      if (i > 0) {
        jordan[i - 1 + i * n] = 1;
      }
    }
    check(n, jordan);
    check(n, Matrices.transpose(n, n, jordan));
    double[] q = Matrices.orthogonal(random, n);
    double[] similar =
        Matrices.multiply(n, n, n, Matrices.multiply(n, n, n, q, jordan), transposed(n, q));
    check(n, similar);
    double[] nilpotent = Matrices.add(jordan, -0.5, ColumnMajor.identity(n));
    check(n, Matrices.transpose(n, n, nilpotent));
    check(
        n, Matrices.multiply(n, n, n, Matrices.multiply(n, n, n, q, nilpotent), transposed(n, q)));
  }

  private static double[] transposed(int n, double[] a) {
    return Matrices.transpose(n, n, a);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 8, 31})
  void ofOrthogonalMatricesAndCyclicPermutations(int n) {
    check(n, Matrices.orthogonal(random, n));
    double[] cycle = new double[n * n];
    for (int i = 0; i < n; i++) {
      cycle[(i + 1) % n + i * n] = 1;
    }
    RealSchur schur = check(n, cycle);
    for (int i = 0; i < n; i++) {
      assertThat(Math.hypot(schur.re(i), schur.im(i))).isEqualTo(1, within(1e-13));
    }
  }

  @Test
  void ofACompanionMatrix() {
    // (x−1)(x−2)…(x−6)
    double[] c = {720, -1764, 1624, -735, 175, -21};
    double[] companion = new double[36];
    for (int i = 0; i < 6; i++) {
      companion[i + 30] = -c[i];
      if (i > 0) {
        companion[i + (i - 1) * 6] = 1;
      }
    }
    RealSchur schur = check(6, companion);
    double[] roots = IntStream.range(0, 6).mapToDouble(schur::re).sorted().toArray();
    assertThat(roots).containsExactly(new double[] {1, 2, 3, 4, 5, 6}, within(1e-8));
  }

  @Test
  void ofBadlyScaledMatrices() {
    for (int n : new int[] {2, 3, 7, 25}) {
      for (double scale : new double[] {1e-300, 1e-8, 1e8, 1e300}) {
        check(n, Matrices.scale(scale, Matrices.random(random, n, n)));
      }
      double[] graded = Matrices.random(random, n, n);
      for (int p = 0; p < n * n; p++) {
        int distance = p % n - p / n;
        graded[p] *= Math.pow(10, distance * 16.0 / n);
      }
      check(n, graded);
      for (int p = 0; p < n * n; p++) {
        graded[p] *= Math.pow(10, random.nextInt(17) - 8);
      }
      check(n, graded);
    }
  }

  @Test
  void refusesNaNAndInfinityAtOnce() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1 / 0.0}) {
      double[] a = Matrices.random(random, 6, 6);
      a[8] = bad;
      assertThatThrownBy(() -> RealSchur.of(6, a))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("schur: a has the entry " + bad + " at (2, 1)");
    }
  }

  @Test
  void saysWhatFailedWhenItDoesNotConverge() {
    double[] a = Matrices.random(random, 4, 4);
    assertThatThrownBy(() -> RealSchur.of(4, a, 0))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "schur: the QR iteration on a 4×4 matrix did not isolate eigenvalue 3 in 0 sweeps");
  }

  @Test
  void givesCopies() {
    RealSchur schur = RealSchur.of(3, Matrices.random(random, 3, 3));
    double[] t = schur.t();
    schur.t()[0] = Double.NaN;
    schur.q()[0] = Double.NaN;
    assertThat(schur.t()).containsExactly(t);
    assertThat(schur.q()).doesNotContain(Double.NaN);
  }
}
