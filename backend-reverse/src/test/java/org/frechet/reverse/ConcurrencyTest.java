package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.ReverseBackend.Pullback;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads inside the function, threads around the call, and threads on one pullback. */
class ConcurrencyTest {

  private static final int THREADS = 8;

  private final Differentiation di = Differentiation.standard();
  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void shutDown() {
    pool.shutdownNow();
  }

  static Stream<AdType> exact() {
    return Tokens.exact();
  }

  /** All at once: a latch holds the threads back until the last one is there. */
  private <T> List<T> together(Function<Integer, T> task) throws Exception {
    CountDownLatch start = new CountDownLatch(THREADS);
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      Callable<T> call =
          () -> {
            start.countDown();
            start.await();
            return task.apply(number);
          };
      futures.add(pool.submit(call));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }

  /** Σᵢ i · sin(i x), each term on some thread. */
  private static Scalar parallelSum(Scalar x) {
    List<Scalar> terms =
        IntStream.range(0, 200).parallel().mapToObj(i -> x.multiply(i).sin().multiply(i)).toList();
    return Vector.of(terms).sum();
  }

  @ParameterizedTest
  @MethodSource("exact")
  void theFunctionMayUseThreads(AdType token) {
    double expected = 0;
    for (int i = 0; i < 200; i++) {
      expected += (double) i * i * Math.cos(0.3 * i);
    }
    for (int repeat = 0; repeat < 20; repeat++) {
      assertThat(di.derivative(ConcurrencyTest::parallelSum, token, 0.3))
          .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-8));
    }
  }

  /** y ← sin(y) x, each step on the other thread: what is recorded later has the larger slot. */
  @ParameterizedTest
  @MethodSource("exact")
  void threadsMayTakeTurns(AdType token) {
    Function<Scalar, Scalar> alone = x -> steps(x, Supplier::get);
    Function<Scalar, Scalar> inTurns =
        x -> steps(x, step -> CompletableFuture.supplyAsync(step, pool).join());
    assertThat(di.derivative(inTurns, token, 1.4)).isEqualTo(di.derivative(alone, token, 1.4));
  }

  private static Scalar steps(Scalar x, Function<Supplier<Scalar>, Scalar> elsewhere) {
    Scalar y = x;
    for (int i = 0; i < 100; i++) {
      Scalar before = y.sin();
      Scalar between = elsewhere.apply(() -> before.multiply(x).sin().add(before));
      y = between.multiply(before).add(x);
    }
    return y;
  }

  @ParameterizedTest
  @MethodSource("exact")
  void threadsOfOneDifferentiationDoNotMeet(AdType token) throws Exception {
    var plan = di.prepareGradient(v -> v.sin().dot(v), token, new double[4]);
    List<Boolean> right =
        together(
            i -> {
              for (int k = 0; k < 200; k++) {
                double x = i + k * 0.01;
                double expected = Math.cos(x) * x + Math.sin(x);
                if (plan.gradient(new double[] {x, x, x, x})[3] != expected) {
                  return false;
                }
              }
              return true;
            });
    assertThat(right).doesNotContain(false);
  }

  @Test
  void aPullbackIsReusableFromAnyThread() throws Exception {
    Pullback pullback =
        new Reverse()
            .pullback(
                Tokens.REVERSE,
                RuleRegistry.of(),
                leaves -> List.of(((Vector) leaves.get(0)).sin()),
                List.of(Vector.of(0, 1, 2)));
    List<List<Value>> all =
        together(i -> pullback.apply(List.of(List.of(Vector.of(i, 0, i)))).get(0));
    for (int i = 0; i < THREADS; i++) {
      assertThat(all.get(i)).containsExactly(Vector.of(i, 0, Math.cos(2) * i));
    }
    assertThat(pullback.value()).containsExactly(Vector.of(0, 1, 2).sin());
  }

  @Test
  void aPullbackTakesManySeedsAndNullLeaves() {
    Pullback pullback =
        new Reverse()
            .pullback(
                Tokens.REVERSE,
                RuleRegistry.of(),
                leaves -> {
                  Vector v = (Vector) leaves.get(0);
                  return List.of(v.multiply(v), v.sum());
                },
                List.of(Vector.of(1, 2), Scalar.of(4)));
    List<Value> first = new ArrayList<>(List.of(Vector.of(1, 1)));
    first.add(null);
    List<Value> second = new ArrayList<>();
    second.add(null);
    second.add(Scalar.of(3));
    for (int again = 0; again < 2; again++) {
      assertThat(pullback.apply(List.of(first, second)))
          .containsExactly(
              List.of(Vector.of(2, 4), Scalar.of(0)), List.of(Vector.of(3, 3), Scalar.of(0)));
    }
    assertThat(pullback.apply(List.of())).isEmpty();
  }
}
