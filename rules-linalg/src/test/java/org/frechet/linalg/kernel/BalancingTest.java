package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BalancingTest {

  private static final double[] BAD = Matrices.rows(2, 1, 0x1p40, 0x1p-40, -1);

  @Test
  void evensOutTheEntriesByPowersOfTwo() {
    Balancing balancing = Balancing.of(2, BAD);
    assertThat(balancing.balanced()).containsExactly(Matrices.rows(2, 1, 1, 1, -1));
  }

  @Test
  void isASimilarityWithoutRounding() {
    Balancing balancing = Balancing.of(2, BAD);
    double[] x = Matrices.random(new Random(1), 2, 2);
    assertThat(balancing.into(BAD)).containsExactly(balancing.balanced());
    assertThat(balancing.outOf(balancing.into(x))).containsExactly(x);
  }

  /** What no cycle goes through can be of any size. */
  @Test
  void bringsDownWhatIsBesideTheDiagonalOfTriangles() {
    double[] triangle = Matrices.rows(3, 1, 1e6, 1e12, 0, -1, 1e6, 0, 0, 2);
    Balancing balancing = Balancing.of(3, triangle);
    assertThat(ColumnMajor.oneNorm(3, balancing.balanced())).isLessThan(16);
    assertThat(balancing.into(triangle)).containsExactly(balancing.balanced());
    double[] nilpotent = Matrices.rows(2, 0, 1e6, 0, 0);
    assertThat(Balancing.of(2, nilpotent).balanced()).containsExactly(nilpotent);
    double[] extreme = Matrices.rows(2, 1e-300, 1e300, 0, 1e-300);
    assertThat(Balancing.of(2, extreme).isIdentity()).isTrue();
  }

  @Test
  void leavesAloneWhatNeedsNone() {
    double[] a = Matrices.random(new Random(2), 4, 4);
    assertThat(Balancing.of(4, a).balanced()).containsExactly(a);
    double[] tiny = Matrices.rows(2, 1, 1, 1e-20, 1);
    assertThat(Balancing.of(2, tiny).balanced()).containsExactly(tiny);
  }

  /** The diagonal stays as it is, and so does the norm where it is of that size. */
  @Test
  void leavesAloneWhatTheDiagonalHoldsUp() {
    double[] held = Matrices.rows(2, 1e12, 0x1p40, 0x1p-40, -1);
    assertThat(Balancing.of(2, held).isIdentity()).isTrue();
    assertThat(Balancing.of(2, held).balanced()).isSameAs(held);
    double[] free = Matrices.rows(2, 1e10, 0x1p40, 0x1p-40, -1);
    assertThat(Balancing.of(2, free).isIdentity()).isFalse();
  }

  @Test
  void knowsTheNormOfWhatItBalanced() {
    Balancing balancing = Balancing.of(2, BAD);
    assertThat(balancing.norm()).isEqualTo(2);
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      for (int p = 0; p < 4; p++) {
        double[] a = BAD.clone();
        a[p] = bad;
        assertThat(Balancing.of(2, a).norm()).isNotFinite();
      }
    }
  }
}
