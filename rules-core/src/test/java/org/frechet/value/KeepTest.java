package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeepTest {

  private static final Object KEY = new Object();
  private static final Object OTHER = new Object();

  private final Matrix a = Matrix.identity(2);

  @Test
  void computesOnceForEachKey() {
    AtomicInteger computed = new AtomicInteger();
    assertThat(a.<String>kept(KEY)).isEmpty();
    assertThat(a.keep(KEY, () -> "first" + computed.incrementAndGet())).isEqualTo("first1");
    assertThat(a.keep(KEY, () -> "again" + computed.incrementAndGet())).isEqualTo("first1");
    assertThat(a.keep(OTHER, () -> "other")).isEqualTo("other");
    assertThat(a.<String>kept(KEY)).contains("first1");
    assertThat(a.<String>kept(new Object())).isEmpty();
    assertThat(computed).hasValue(1);
  }

  @Test
  void keysAreComparedByIdentity() {
    String one = new String("key");
    String two = new String("key");
    a.keep(one, () -> 1);
    assertThat(a.keep(two, () -> 2)).isEqualTo(2);
  }

  @Test
  void aSupplierThatThrowsIsTriedAgain() {
    assertThatThrownBy(
            () ->
                a.keep(
                    KEY,
                    () -> {
                      throw new ArithmeticException("singular");
                    }))
        .isInstanceOf(ArithmeticException.class);
    assertThat(a.<String>kept(KEY)).isEmpty();
    assertThat(a.keep(KEY, () -> "now")).isEqualTo("now");
  }

  @Test
  void aSupplierThatGivesNullIsReported() {
    assertThatThrownBy(() -> a.keep(KEY, () -> null)).hasMessage("keep: the supplier gave null");
    assertThatThrownBy(() -> a.keep(null, () -> 1)).hasMessage("key");
  }

  @Test
  void equalValuesKeepTheirOwn() {
    a.keep(KEY, () -> "mine");
    assertThat(Matrix.identity(2).<String>kept(KEY)).isEmpty();
  }

  @Test
  void suppliersMayKeepInTheirTurn() {
    assertThat(a.keep(KEY, () -> a.keep(OTHER, () -> "inner") + " outer")).isEqualTo("inner outer");
    assertThat(a.<String>kept(OTHER)).contains("inner");
  }

  @Test
  void eightThreadsComputeOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      for (int repeat = 0; repeat < 50; repeat++) {
        race(pool);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void race(ExecutorService pool) throws Exception {
    Vector x = Vector.of(1, 2);
    List<Object> keys = List.of(new Object(), new Object(), new Object());
    AtomicInteger computed = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(8);
    List<Future<Object>> found = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Object key = keys.get(i % 3);
      found.add(
          pool.submit(
              () -> {
                start.countDown();
                start.await();
                return x.keep(key, () -> "content" + computed.incrementAndGet());
              }));
    }
    for (int i = 3; i < 8; i++) {
      assertThat(found.get(i).get()).isSameAs(found.get(i % 3).get());
    }
    assertThat(computed).hasValue(3);
  }

  @Test
  void whatIsKeptWithTheTransposeIsFoundWithoutMakingOne() {
    Matrix m = Matrix.of(new double[][] {{1, 2}, {3, 4}});
    assertThat(m.keptWithTranspose(KEY)).isEmpty();
    m.transpose().keep(KEY, () -> "of the transpose");
    assertThat(m.keptWithTranspose(KEY)).contains("of the transpose");
    assertThat(m.keptWithTranspose(OTHER)).isEmpty();
    assertThat(m.transpose().keptWithTranspose(KEY)).isEmpty();
    assertThat(m.kept(KEY)).isEmpty();
  }
}
