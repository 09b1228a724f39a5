package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A small product is the same numbers, whether it is read or only added up. */
class SmallProductStorageTest {

  private static final int[][] SHAPES = {
    {1, 2, 1}, {2, 3, 4}, {3, 3, 6}, {6, 6, 6}, {5, 7, 4}, {16, 16, 16}
  };

  private static Storage dense(int m, int n, int seed) {
    double[] entries = new Random(seed).doubles((long) m * n).map(x -> x - 0.5).toArray();
    return Storage.of(m, n, entries);
  }

  /** m×k times k×n, with each factor given as it is and as a transpose, and each flag. */
  static Stream<Arguments> products() {
    List<Arguments> all = new ArrayList<>();
    for (int[] s : SHAPES) {
      for (int form = 0; form < 16; form++) {
        boolean ta = (form & 1) != 0;
        boolean tb = (form & 2) != 0;
        Storage a = ta ? dense(s[1], s[0], 1) : dense(s[0], s[1], 1);
        Storage b = tb ? dense(s[2], s[1], 2) : dense(s[1], s[2], 2);
        Storage givenA = (form & 4) != 0 ? transposedInPlace(a) : a;
        Storage givenB = (form & 8) != 0 ? transposedInPlace(b) : b;
        String name = "%d×%d×%d, %d".formatted(s[0], s[1], s[2], form);
        all.add(Arguments.of(name, givenA, ta, givenB, tb));
      }
    }
    return all.stream();
  }

  /** The same entries as the transpose of the transpose, which is read in place. */
  private static Storage transposedInPlace(Storage a) {
    Storage other = Storage.of(a.columns, a.rows, a.transpose().spellOut()).transpose();
    assertThat(other).isInstanceOf(Storage.Transposed.class);
    return other;
  }

  private static double[] written(Storage a, boolean ta, Storage b, boolean tb) {
    Storage x = ta ? a.transpose() : a;
    Storage y = tb ? b.transpose() : b;
    double[] sums = new double[x.rows * y.columns];
    for (int j = 0; j < y.columns; j++) {
      for (int i = 0; i < x.rows; i++) {
        for (int k = 0; k < x.columns; k++) {
          sums[i + j * x.rows] += x.get(i, k) * y.get(k, j);
        }
      }
    }
    return sums;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("products")
  void isTheProductHoweverItIsRead(String name, Storage a, boolean ta, Storage b, boolean tb) {
    double[] expected = written(a, ta, b, tb);
    Storage c = SmallProductStorage.of(a, ta, b, tb);
    assertThat(c).isInstanceOf(SmallProductStorage.class);
    assertThat(c.transpose().transpose().dense()).containsExactly(expected, within(1e-14));
    assertThat(c.spellOut()).containsExactly(expected, within(1e-14));
    assertThat(c.get(c.rows - 1, 0)).isCloseTo(expected[c.rows - 1], within(1e-14));
    assertThat(c.dense()).isSameAs(c.dense()).containsExactly(expected, within(1e-14));
    assertThat(c.transpose().get(0, c.rows - 1)).isEqualTo(c.get(c.rows - 1, 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("products")
  void isAddedToASumAnyNumberOfTimes(String name, Storage a, boolean ta, Storage b, boolean tb) {
    double[] once = written(a, ta, b, tb);
    double[] factorA = a.spellOut();
    double[] factorB = b.spellOut();
    Storage c = SmallProductStorage.of(a, ta, b, tb);
    double[] total = new double[once.length];
    java.util.Arrays.fill(total, 1);
    for (int times = 1; times <= 3; times++) {
      c.addTo(total);
      for (int i = 0; i < total.length; i++) {
        assertThat(total[i]).isCloseTo(1 + times * once[i], within(1e-13));
      }
    }
    assertThat(c.dense()).containsExactly(once, within(1e-14));
    assertThat(a.spellOut()).containsExactly(factorA);
    assertThat(b.spellOut()).containsExactly(factorB);
  }

  @Test
  void isMultipliedOnceMoreAtMostHoweverManySumsItIsAddedTo() {
    StructuredStorage c =
        (StructuredStorage) SmallProductStorage.of(dense(3, 4, 1), false, dense(4, 5, 2), false);
    c.addTo(new double[15]);
    assertThat(c.isSpelledOut()).isFalse();
    c.addTo(new double[15]);
    assertThat(c.isSpelledOut()).isTrue();
    Storage first = SmallProductStorage.of(dense(3, 4, 1), false, dense(4, 5, 2), false);
    double[] mine = first.spellOut();
    mine[0] = 17;
    assertThat(first.spellOut()).isNotSameAs(first.dense()).containsExactly(first.dense());
    assertThat(first.get(0, 0)).isNotEqualTo(17);
  }

  @Test
  void leavesToOthersWhatIsStructuredOrLargeOrEmptyOrSmallerThanItsFactors() {
    Storage a = dense(3, 3, 1);
    Storage hot = new OneHotStorage(3, 3, 1, 2, 2);
    assertThat(SmallProductStorage.of(hot, false, a, false)).isNull();
    assertThat(SmallProductStorage.of(a, false, hot, true)).isNull();
    assertThat(SmallProductStorage.of(dense(17, 17, 1), false, dense(17, 17, 2), true)).isNull();
    assertThat(SmallProductStorage.of(dense(0, 3, 1), false, a, false)).isNull();
    assertThat(SmallProductStorage.of(dense(3, 0, 1), false, dense(0, 3, 2), false)).isNull();
    assertThat(SmallProductStorage.of(dense(0, 3, 1), false, dense(3, 0, 2), false)).isNull();
    assertThat(SmallProductStorage.of(dense(9, 1, 1), false, dense(9, 1, 2), true)).isNull();
    assertThat(SmallProductStorage.of(dense(2, 5, 1), false, dense(5, 2, 2), false)).isNull();
    assertThat(StorageProduct.timesTransposed(dense(9, 1, 1), dense(9, 1, 2)))
        .isInstanceOf(RankOneStorage.class);
  }

  @Test
  void readersFromManyThreadsSeeTheSameNumbers() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 200; round++) {
        Storage c = SmallProductStorage.of(dense(6, 6, round), true, dense(6, 6, round + 1), false);
        List<Future<double[]>> readers = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
          boolean adds = t % 2 == 0;
          readers.add(pool.submit(() -> adds ? added(c) : c.dense()));
        }
        for (Future<double[]> reader : readers) {
          assertThat(reader.get()).containsExactly(c.dense());
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static double[] added(Storage c) {
    double[] total = new double[c.rows * c.columns];
    c.addTo(total);
    return total;
  }
}
