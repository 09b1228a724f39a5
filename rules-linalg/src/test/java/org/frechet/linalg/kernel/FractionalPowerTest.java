package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionalPowerTest {

  private final Random random = new Random(13);

  private double[] right(int n) {
    double[] a = Matrices.random(random, n, n);
    for (int i = 0; i < n; i++) {
      a[i * (n + 1)] += Math.sqrt(n) + 0.5;
    }
    return a;
  }

  private static FractionalPower power(int n, double[] a, double p) {
    return FractionalPower.of(BalancedSchur.of(n, a)).of(p);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1 / 3.0, 0.9999, 1e-10, 1.25, 2.5, 7.125})
  void aPowerTimesItsInverseIsTheIdentity(double p) {
    for (int n : new int[] {0, 1, 2, 3, 7, 20}) {
      double[] a = right(n);
      double[] forth = power(n, a, p).frechet();
      double[] back = power(n, a, -p).frechet();
      double[] product = Matrices.multiply(n, n, n, forth, back);
      for (int i = 0; i < product.length; i++) {
        product[i] -= i % (n + 1) == 0 ? 1 : 0;
      }
      assertThat(ColumnMajor.maxNorm(product)).isLessThan(1e-11);
    }
  }

  /** {@code (A^(1/3))³ = A}, and a fourth root of it in the derivatives of both sides. */
  @Test
  void threeThirdsAreTheWhole() {
    int n = 6;
    double[] a = right(n);
    double[] third = power(n, a, 1 / 3.0).frechet();
    double[] cube = Matrices.multiply(n, n, n, third, Matrices.multiply(n, n, n, third, third));
    assertThat(Matrices.error(cube, a)).isLessThan(1e-14);
  }

  /** The derivatives are blocks of the power of {@code [[A, E], [0, A]]}. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, -0.7, 2.5, -3.2})
  void derivativesAreBlocks(double p) {
    for (int n : new int[] {1, 4, 9}) {
      double[] a = right(n);
      double[] e = Matrices.random(random, n, n);
      double[] f = Matrices.random(random, n, n);
      FractionalPower block = power(2 * n, Matrices.blockTriangular(n, a, e), p);
      FractionalPower power = power(n, a, p);
      assertThat(Matrices.error(power.frechet(e), Matrices.upperRight(n, block.frechet())))
          .isLessThan(1e-12);
      double[] second = block.frechet(Matrices.blockTriangular(n, f, new double[n * n]));
      assertThat(Matrices.error(power.frechet(e, f), Matrices.upperRight(n, second)))
          .isLessThan(1e-11);
    }
  }

  @Test
  void eachIsMadeOnce() {
    FractionalPower.Family family = FractionalPower.of(BalancedSchur.of(3, right(3)));
    assertThat(family.of(0.3)).isSameAs(family.of(0.3)).isNotSameAs(family.of(0.4));
  }

  @Test
  void servesThreadsAtOnce() {
    FractionalPower power = power(12, right(12), 1.3);
    double[] e = Matrices.random(random, 12, 12);
    double[] expected = power.frechet(e, e);
    IntStream.range(0, 20)
        .parallel()
        .forEach(i -> assertThat(power.frechet(e, e)).containsExactly(expected));
  }
}
