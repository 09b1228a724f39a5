package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@link SquareRoot}, {@link Logarithm}, {@link FractionalPower}, {@link MatrixSign} on real Schur
 * forms.
 */
class SchurFunctionsTest {

  private final Random random = new Random(11);

  /** With eigenvalues in the right half-plane, many of them in pairs. */
  private double[] right(int n) {
    double[] a = Matrices.random(random, n, n);
    for (int i = 0; i < n; i++) {
      a[i * (n + 1)] += Math.sqrt(n);
    }
    return a;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 8, 21, 40})
  void rootsAndLogarithmsOfEverySize(int n) {
    double[] a = right(n);
    BalancedSchur schur = BalancedSchur.of(n, a);
    double[] x = SquareRoot.of(schur).frechet();
    assertThat(Matrices.error(Matrices.multiply(n, n, n, x, x), a)).isLessThan(1e-13);
    double[] log = Logarithm.of(schur).frechet();
    assertThat(Matrices.error(Exponential.of(n, log).value(), a)).isLessThan(1e-12);
  }

  /** The blocks of the root are standard again: it is a real Schur form that solvers may use. */
  @Test
  void rootsAreRealSchurForms() {
    RealSchur schur = RealSchur.of(30, right(30));
    double[] t = QuasiTriangularRoot.of(30, schur.t());
    RealSchur root = new RealSchur(30, t, schur.q());
    int pairs = 0;
    for (int i = 0; i < 30; i++) {
      if (root.startsPair(i)) {
        pairs++;
        assertThat(t[i + 30 * i]).isEqualTo(t[i + 1 + 30 * (i + 1)]).isPositive();
        assertThat(t[i + 1 + 30 * i] * t[i + 30 * (i + 1)]).isNegative();
      }
    }
    assertThat(pairs).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 30})
  void signsOfEverySize(int n) {
    double[] a = Matrices.random(random, n, n);
    MatrixSign found = MatrixSign.of(BalancedSchur.of(n, a));
    double[] s = found.sign();
    assertThat(Matrices.error(Matrices.multiply(n, n, n, s, s), ColumnMajor.identity(n)))
        .isLessThan(1e-10);
    double[] product = Matrices.multiply(n, n, n, s, found.n());
    assertThat(Matrices.error(product, a)).isLessThan(1e-11);
    RealSchur right = RealSchur.of(n, found.n());
    for (int i = 0; i < n; i++) {
      assertThat(right.re(i)).isPositive();
    }
  }

  /** A chain of many roots: without the diagonal from the eigenvalues, half the digits are lost. */
  @Test
  void manyRootsKeepTheDiagonal() {
    double[] a = Matrices.rows(2, 1.5, 1e8, 0, 3);
    HyperdualAlgebra algebra = new HyperdualAlgebra(2, 0, new HyperdualAlgebra.Zeroth());
    RootChain chain = RootChain.of(RealSchur.of(2, a), algebra, algebra.real(a));
    assertThat(chain.roots()).isGreaterThan(25);
    Logarithm log = Logarithm.of(BalancedSchur.of(2, a));
    double[] expected = Matrices.rows(2, Math.log(1.5), 1e8 * Math.log(2) / 1.5, 0, Math.log(3));
    for (int p = 0; p < 4; p++) {
      assertThat(Math.abs(log.frechet()[p] - expected[p]))
          .isLessThanOrEqualTo(1e-14 * Math.abs(expected[p]));
    }
  }

  /** {@code log} has the derivatives of the blocks of {@code log([[A, E], [0, A]])}. */
  @Test
  void derivativesOfTheLogarithmAreBlocks() {
    for (int n : new int[] {1, 4, 9}) {
      double[] a = right(n);
      double[] e = Matrices.random(random, n, n);
      double[] f = Matrices.random(random, n, n);
      double[] block = Matrices.blockTriangular(n, a, e);
      double[] whole = Logarithm.of(BalancedSchur.of(2 * n, block)).frechet();
      Logarithm log = Logarithm.of(BalancedSchur.of(n, a));
      assertThat(Matrices.error(log.frechet(e), Matrices.upperRight(n, whole))).isLessThan(1e-12);
      double[] second =
          Logarithm.of(BalancedSchur.of(2 * n, block))
              .frechet(Matrices.blockTriangular(n, f, new double[n * n]));
      assertThat(Matrices.error(log.frechet(e, f), Matrices.upperRight(n, second)))
          .isLessThan(1e-11);
    }
  }

  @Test
  void servesThreadsAtOnce() {
    Logarithm log = Logarithm.of(BalancedSchur.of(12, right(12)));
    double[] e = Matrices.random(random, 12, 12);
    double[] copy = e.clone();
    double[] expected = log.frechet(e, e);
    IntStream.range(0, 20)
        .parallel()
        .forEach(i -> assertThat(log.frechet(e, e)).containsExactly(expected));
    Arrays.fill(log.frechet(), Double.NaN);
    assertThat(log.frechet()).doesNotContain(Double.NaN);
    assertThat(e).containsExactly(copy);
  }
}
