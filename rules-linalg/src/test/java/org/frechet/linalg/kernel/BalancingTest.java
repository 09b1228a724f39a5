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

  @Test
  void leavesAloneWhatNeedsNone() {
    double[] a = Matrices.random(new Random(2), 4, 4);
    assertThat(Balancing.of(4, a).balanced()).containsExactly(a);
    double[] tiny = Matrices.rows(2, 1, 1, 1e-20, 1);
    assertThat(Balancing.of(2, tiny).balanced()).containsExactly(tiny);
  }
}
