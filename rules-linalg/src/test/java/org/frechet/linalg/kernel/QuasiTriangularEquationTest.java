package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuasiTriangularEquationTest {

  private static final boolean[] BOTH = {false, true};

  private final Random random = new Random(3);

  /** Standardised 2×2 blocks and single entries in random order, with real parts in [low, high]. */
  private double[] quasiTriangular(int n, double low, double high) {
    double[] t = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        t[i + j * n] = random.nextDouble(-1, 1);
      }
      t[j + j * n] = random.nextDouble(low, high);
      if (j > 0 && random.nextBoolean() && (j == 1 || t[j - 1 + (j - 2) * n] == 0)) {
        t[j + j * n] = t[j - 1 + (j - 1) * n];
        t[j + (j - 1) * n] = -Math.copySign(random.nextDouble(0.1, 1), t[j - 1 + j * n]);
      }
    }
    return t;
  }

  private static double[] op(boolean transpose, int n, double[] a) {
    return transpose ? Matrices.transpose(n, n, a) : a;
  }

  @Test
  void sylvesterEqualsTheKroneckerSolution() {
    for (int trial = 0; trial < 200; trial++) {
      int m = 1 + trial % 7;
      int n = 1 + trial / 7 % 5;
      double[] a = quasiTriangular(m, 1, 2);
      double[] b = quasiTriangular(n, 1, 2);
      double[] c = Matrices.random(random, m, n);
      for (boolean ta : BOTH) {
        for (boolean tb : BOTH) {
          double[] expected =
              new Kronecker(m, n)
                  .plus(1, op(ta, m, a), ColumnMajor.identity(n))
                  .plus(1, ColumnMajor.identity(m), op(tb, n, b))
                  .solve(c);
          double[] x = c.clone();
          double separation = QuasiTriangularSylvester.solve(ta, tb, m, n, a, b, x);
          assertThat(separation).isBetween(0.01, 1.0);
          assertThat(Matrices.error(x, expected)).isLessThan(1e-11);
        }
      }
    }
  }

  @Test
  void steinEqualsTheKroneckerSolution() {
    for (int trial = 0; trial < 200; trial++) {
      int m = 1 + trial % 7;
      int n = 1 + trial / 7 % 5;
      double[] a = Matrices.scale(0.3, quasiTriangular(m, -1, 1));
      double[] b = Matrices.scale(0.7, quasiTriangular(n, -1, 1));
      double[] c = Matrices.random(random, m, n);
      for (boolean transposed : BOTH) {
        double[] expected =
            new Kronecker(m, n)
                .plus(-1, op(transposed, m, a), op(!transposed, n, b))
                .plus(1, ColumnMajor.identity(m), ColumnMajor.identity(n))
                .solve(c);
        double[] x = c.clone();
        double separation = QuasiTriangularStein.solve(transposed, m, n, a, b, x);
        assertThat(separation).isBetween(0.01, 1.0);
        assertThat(Matrices.error(x, expected)).isLessThan(1e-12);
      }
    }
  }

  @Test
  void residualIsSmallAtLargerSizes() {
    int m = 61;
    int n = 43;
    double[] a = Matrices.scale(0.1, quasiTriangular(m, 8, 9));
    double[] b = Matrices.scale(0.1, quasiTriangular(n, 8, 9));
    double[] c = Matrices.random(random, m, n);
    for (boolean transpose : BOTH) {
      double[] opA = op(transpose, m, a);
      double[] x = c.clone();
      QuasiTriangularSylvester.solve(transpose, !transpose, m, n, a, b, x);
      double[] ax = Matrices.multiply(m, m, n, opA, x);
      double[] xb = Matrices.multiply(m, n, n, x, op(!transpose, n, b));
      assertThat(Matrices.error(Matrices.add(ax, 1, xb), c)).isLessThan(1e-12);
      double[] y = c.clone();
      QuasiTriangularStein.solve(transpose, m, n, a, b, y);
      double[] ay = Matrices.multiply(m, m, n, opA, y);
      double[] ayb = Matrices.multiply(m, n, n, ay, op(!transpose, n, b));
      double residual = Matrices.norm(Matrices.add(Matrices.add(ayb, -1, y), 1, c));
      assertThat(residual).isLessThan(1e-12 * Matrices.norm(y));
    }
  }

  @Test
  void reportsACommonEigenvalueOfAAndMinusB() {
    double[] a = Matrices.rows(2, 1, 5, 0, 2);
    double[] b = Matrices.rows(2, 3, 4, 0, -2);
    double[] x = {1, 1, 1, 1};
    assertThat(QuasiTriangularSylvester.solve(false, false, 2, 2, a, b, x)).isZero();
    assertThat(x).containsOnly(Double.NaN);
    double[] rotation = Matrices.rows(2, 0, -1, 1, 0);
    double[] y = {1, 1, 1, 1};
    assertThat(QuasiTriangularSylvester.solve(false, true, 2, 2, rotation, rotation, y)).isZero();
    assertThat(QuasiTriangularSylvester.solve(false, false, 1, 1, new double[1], new double[1], y))
        .isZero();
  }

  @Test
  void reportsNearlyCommonEigenvaluesByTheirDistance() {
    for (double gap : new double[] {1e-3, 1e-8, 1e-13}) {
      double[] a = {1};
      double[] b = {-1 - gap};
      double[] x = {1};
      assertThat(QuasiTriangularSylvester.solve(false, false, 1, 1, a, b, x) / (gap / 2))
          .isEqualTo(1, within(2e-3));
      double[] y = {1};
      assertThat(QuasiTriangularStein.solve(false, 1, 1, a, new double[] {1 - gap}, y) / (gap / 3))
          .isEqualTo(1, within(2e-3));
      assertThat(y[0] * gap).isEqualTo(1, within(2e-3));
    }
  }

  @Test
  void reportsEigenvaluesWhoseProductIsOne() {
    double[] a = Matrices.rows(2, 2, 5, 0, 0.25);
    double[] x = {1, 1};
    assertThat(QuasiTriangularStein.solve(false, 2, 1, a, new double[] {0.5}, x)).isZero();
    assertThat(x).containsOnly(Double.NaN);
    double[] rotation = Matrices.rows(2, 0, -1, 1, 0);
    double[] y = {1, 1, 1, 1};
    assertThat(QuasiTriangularStein.solve(true, 2, 2, rotation, rotation, y)).isZero();
  }

  @Test
  void neverHidesAnOverflow() {
    double[] tiny = {1e-300};
    double[] x = {1e10};
    double separation = QuasiTriangularSylvester.solve(false, false, 1, 1, tiny, tiny, x);
    assertThat(separation).isEqualTo(1);
    assertThat(x).containsExactly(Double.POSITIVE_INFINITY);
    double[] y = {1e-10};
    QuasiTriangularSylvester.solve(false, false, 1, 1, tiny, tiny, y);
    assertThat(y[0] / 5e289).isEqualTo(1, within(1e-14));
    double[] huge = {1e200};
    double[] z = {1};
    assertThat(QuasiTriangularStein.solve(false, 1, 1, huge, huge, z)).isZero();
    assertThat(z).containsOnly(Double.NaN);
  }

  @Test
  void emptyEquationsAreSolved() {
    double[] none = {};
    assertThat(QuasiTriangularSylvester.solve(false, false, 0, 2, none, new double[4], none))
        .isEqualTo(1);
    assertThat(QuasiTriangularStein.solve(false, 2, 0, new double[4], none, none)).isEqualTo(1);
  }

  @Test
  void solvesForMatricesThatAreBadlyScaled() {
    double[] a = Matrices.rows(2, 0.9, 1e8, 0, 0.5);
    double[] c = {1, 0, 0, 1};
    double[] x = c.clone();
    assertThat(QuasiTriangularStein.solve(false, 2, 2, a, a, x)).isGreaterThan(1e-10);
    double[] expected =
        new Kronecker(2, 2)
            .plus(-1, a, Matrices.transpose(2, 2, a))
            .plus(1, ColumnMajor.identity(2), ColumnMajor.identity(2))
            .solve(c);
    assertThat(Matrices.error(x, expected)).isLessThan(1e-14);
  }
}
