package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwofoldTest {

  private static final double UNIT = 0x1p-100;

  private static Twofold random(int rows, int columns, int seed) {
    Random random = new Random(seed);
    double[] high = random.doubles((long) rows * columns, -1, 1).toArray();
    double[] low = random.doubles((long) rows * columns, -0x1p-56, 0x1p-56).toArray();
    return new Twofold(rows, columns, high, low);
  }

  private static BigDecimal entry(Twofold a, int i, int j) {
    int p = i + j * a.rows();
    return new BigDecimal(a.high()[p]).add(new BigDecimal(a.low()[p]));
  }

  private static void requireClose(Twofold a, int i, int j, BigDecimal expected) {
    double error = entry(a, i, j).subtract(expected).abs().doubleValue();
    assertThat(error).isLessThan(4 * UNIT);
  }

  @Test
  void sumsAndProductsHaveTwiceTheDigits() {
    Twofold a = random(3, 4, 1);
    Twofold b = random(4, 2, 2);
    Twofold c = random(3, 2, 3);
    Twofold result = a.times(b).minus(c).plus(c.scaled(3));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        BigDecimal sum = entry(c, i, j).multiply(BigDecimal.valueOf(7));
        for (int k = 0; k < 4; k++) {
          sum = sum.add(entry(a, i, k).multiply(entry(b, k, j)));
        }
        requireClose(result, i, j, sum);
      }
    }
  }

  @Test
  void whatCancelsInDoublesIsStillThere() {
    Twofold row = Twofold.of(1, 3, new double[] {1, 1, -1});
    Twofold column = Twofold.of(3, 1, new double[] {1, 0x1p-70, 1});
    assertThat(row.times(column).high()).containsExactly(0x1p-70);
    assertThat(Twofold.of(1, 1, new double[] {0.1}).plus(row.times(column)).low())
        .containsExactly(0x1p-70);
  }

  @Test
  void transposesAndSymmetricParts() {
    Twofold a = random(3, 3, 4);
    Twofold symmetric = a.symmetric();
    Twofold wide = random(2, 3, 5);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        BigDecimal sum = entry(a, i, j).add(entry(a, j, i));
        requireClose(symmetric, i, j, sum.divide(BigDecimal.valueOf(2)));
      }
      assertThat(entry(wide.transposed(), i, 1)).isEqualByComparingTo(entry(wide, 1, i));
    }
    assertThat(wide.transposed().rows()).isEqualTo(3);
  }

  @Test
  void emptyAndNotFinite() {
    assertThat(Twofold.of(0, 3, new double[0]).times(random(3, 2, 1)).high()).isEmpty();
    assertThat(Twofold.of(0, 0, new double[0]).size()).isZero();
    Twofold huge = Twofold.of(1, 1, new double[] {1e200});
    assertThat(huge.times(huge).isFinite()).isFalse();
    assertThat(random(2, 2, 1).isFinite()).isTrue();
  }
}
