package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Entries that are computed when they are first read, and once. */
class SuppliedStorageTest {

  private final AtomicInteger asked = new AtomicInteger();

  private Matrix waiting() {
    return Matrix.whenRead(
        2,
        3,
        () -> {
          asked.incrementAndGet();
          return new double[] {1, 2, 3, 4, 5, 6};
        });
  }

  @Test
  void nobodyIsAskedBeforeSomethingIsRead() {
    Matrix a = waiting();
    assertThat(a.shape()).isEqualTo(Shape.matrix(2, 3));
    assertThat(a.isStructuralZero()).isFalse();
    assertThat(a.isDense()).isFalse();
    assertThat(asked).hasValue(0);

    assertThat(a.get(1, 2).toDouble()).isEqualTo(6);
    assertThat(a.transpose().array()).containsExactly(1, 3, 5, 2, 4, 6);
    assertThat(a.array()).isSameAs(a.array());
    assertThat(a).isEqualTo(Matrix.of(2, 3, 1, 2, 3, 4, 5, 6));
    assertThat(asked).hasValue(1);
  }

  @Test
  void whatIsHandedOutIsComputed() {
    waiting().requireDefined();
    assertThat(asked).hasValue(1);
  }

  @Test
  void isAskedOnceByManyThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Matrix a = waiting();
    List<Future<double[]>> read = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      read.add(threads.submit(a::array));
    }
    for (Future<double[]> one : read) {
      assertThat(one.get()).isSameAs(a.array());
    }
    assertThat(asked).hasValue(1);
    threads.shutdown();
  }

  @Test
  void theWrongNumberOfEntriesIsReported() {
    Matrix a = Matrix.whenRead(2, 3, () -> new double[5]);
    assertThatThrownBy(a::array)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("whenRead: a 2×3 matrix has 6 entries, the supplier gave 5");
  }

  @Test
  void aSupplierThatFailsIsAskedAgain() {
    Matrix a =
        Matrix.whenRead(
            1, 1, () -> asked.incrementAndGet() == 1 ? null : new double[] {asked.get()});
    assertThatThrownBy(a::array)
        .isInstanceOf(NullPointerException.class)
        .hasMessage("whenRead: the supplier gave null");
    assertThat(a.array()).containsExactly(2);
  }
}
