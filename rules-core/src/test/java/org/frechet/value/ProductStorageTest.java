package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A product that waits is, to whoever reads it, the product. */
class ProductStorageTest {

  private static final int M = 17;
  private static final int K = 20;
  private static final int N = 23;

  private final Random random = new Random(5);

  private Storage dense(int m, int n) {
    return Storage.of(m, n, random.doubles((long) m * n).map(x -> x - 0.5).toArray());
  }

  private List<Storage> products() {
    return List.of(
        StorageProduct.multiply(dense(M, K), dense(K, N)),
        StorageProduct.multiply(dense(K, M).transpose(), dense(K, N)),
        StorageProduct.multiply(dense(M, K), dense(N, K).transpose()),
        StorageProduct.multiply(dense(K, M).transpose(), dense(N, K).transpose()));
  }

  @Test
  void anEntryReadAloneIsTheInnerProductAndStaysAsItWasRead() {
    for (Storage c : products()) {
      double[] alone = new double[N];
      for (int r = 0; r < N; r++) {
        alone[r] = c.get(r % M, r);
      }
      double[] whole = c.dense();
      for (int r = 0; r < N; r++) {
        assertThat(whole[r % M + r * M]).isEqualTo(alone[r]);
        assertThat(c.get(r % M, r)).isEqualTo(alone[r]);
      }
    }
  }

  @Test
  void entriesBeyondTheFirstFewAreThoseOfTheWhole() {
    for (Storage c : products()) {
      double[] read = new double[M * N];
      for (int index = 0; index < read.length; index++) {
        read[index] = c.get(index % M, index / M);
      }
      double[] whole = c.dense();
      assertThat(whole).containsExactly(read);
      assertThat(c.dense()).isSameAs(whole);
    }
  }

  @Test
  void agreesWithTheSumsWrittenOut() {
    Storage a = dense(M, K);
    Storage b = dense(K, N);
    Storage c = StorageProduct.multiply(a, b);
    for (int i = 0; i < M; i++) {
      for (int j = 0; j < N; j++) {
        double sum = 0;
        for (int k = 0; k < K; k++) {
          sum += a.get(i, k) * b.get(k, j);
        }
        assertThat(c.get(i, j)).isCloseTo(sum, within(1e-14));
        assertThat(c.transpose().get(j, i)).isEqualTo(c.get(i, j));
      }
    }
  }

  @Test
  void chainsOfAnyLengthAreReadWithoutRecursion() {
    Matrix turn = Matrix.wrap(M, M, Matrix.identity(M).negate().array().clone());
    Matrix power = turn;
    for (int i = 1; i < 20000; i++) {
      power = power.multiply(turn);
    }
    assertThat(power.get(3, 3).toDouble()).isEqualTo(1);
    assertThat(power.get(3, 4).toDouble()).isZero();
  }

  @Test
  void shapesAreJudgedAtOnce() {
    Matrix a = Matrix.zeros(M, K).add(1);
    assertThatThrownBy(() -> a.multiply(a))
        .hasMessage("multiply: a is 17×20, b is 17×20: the inner sizes differ");
    Storage tall = dense(50_000, 2);
    Storage wide = dense(2, 50_000);
    assertThatThrownBy(() -> StorageProduct.multiply(tall, wide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a 50000×50000 value has more entries than an array can hold");
  }

  @Test
  void readersFromManyThreadsSeeTheSameNumbers() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 200; round++) {
        Storage c = products().get(round % 4);
        List<Future<double[]>> readers = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
          int first = t;
          readers.add(pool.submit(() -> reading(c, first)));
        }
        for (Future<double[]> reader : readers) {
          assertThat(reader.get()).containsExactly(c.dense());
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** All entries, a few of them as they were when they were read alone. */
  private static double[] reading(Storage c, int first) {
    double[] alone = new double[5 + first];
    for (int i = 0; i < alone.length; i++) {
      alone[i] = c.get(i, first);
    }
    double[] whole = c.dense().clone();
    System.arraycopy(alone, 0, whole, first * M, alone.length);
    return whole;
  }
}
