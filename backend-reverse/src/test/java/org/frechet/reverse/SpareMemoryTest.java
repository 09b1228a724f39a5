package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.frechet.Differentiation;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.ReverseBackend.Pullback;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** Memory that a recording gave back carries nothing over to the next. */
class SpareMemoryTest {

  private static final AutoReverse REVERSE = new AutoReverse();
  private static final RuleRegistry RULES = RuleRegistry.of();

  private static Differentiation fresh() {
    return Differentiation.of(RULES, new Reverse());
  }

  /** Many numbers, with vectors among them and entries read from both. */
  private static Function<Vector, Scalar> chain(int steps, boolean vectors) {
    return x -> {
      Scalar sum = x.get(0);
      Vector state = x;
      for (int i = 0; i < steps; i++) {
        Scalar a = state.get(i % x.size());
        sum = sum.multiply(0.99).add(a.multiply(a)).subtract(a.divide(2));
        if (vectors && i % 50 == 0) {
          state = state.multiply(0.9).add(x.sin());
        }
      }
      return sum;
    };
  }

  private static double[] at(int seed) {
    return new java.util.Random(seed).doubles(7, 0.5, 1.5).toArray();
  }

  @Test
  void recordingsOfAllKindsAfterOneAnother() {
    Differentiation reused = fresh();
    for (int i = 0; i < 40; i++) {
      Function<Vector, Scalar> f = chain(new int[] {3, 400, 9000, 1500, 60}[i % 5], i % 3 != 0);
      assertThat(reused.gradient(f, REVERSE, at(i))).isEqualTo(fresh().gradient(f, REVERSE, at(i)));
      double[][] jacobian = reused.jacobian(x -> x.multiply(f.apply(x)), REVERSE, at(i));
      assertThat(jacobian)
          .isDeepEqualTo(fresh().jacobian(x -> x.multiply(f.apply(x)), REVERSE, at(i)));
    }
  }

  @Test
  void recordingsWithinOneAnother() {
    Function<Vector, Scalar> f = chain(2000, true);
    Differentiation reused = fresh();
    double[] direction = {1, 2, 3, 4, 5, 6, 7};
    double[] known = fresh().hvp(f, REVERSE, at(1), direction);
    for (int i = 0; i < 5; i++) {
      assertThat(reused.hvp(f, REVERSE, at(1), direction)).isEqualTo(known);
      reused.gradient(chain(4000, i % 2 == 0), REVERSE, at(i));
    }
  }

  @Test
  void manyThreads() {
    Differentiation shared = fresh();
    Function<Vector, Scalar> f = chain(3000, true);
    double[][] known =
        IntStream.range(0, 8)
            .mapToObj(i -> fresh().gradient(f, REVERSE, at(i)))
            .toArray(double[][]::new);
    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> assertThat(shared.gradient(f, REVERSE, at(i % 8))).isEqualTo(known[i % 8]));
  }

  @Test
  void longRecordingsMakeNoNewChunks() {
    SpareMemory spare = new SpareMemory();
    Tape first = new Tape(spare);
    for (int i = 0; i < 5000; i++) {
      first.note(i, 1, i, 1);
    }
    Chunk chunk = first.chunk(4000);
    first.note(4000, new Object());
    first.release();
    Tape second = new Tape(spare);
    assertThat(second.chunk(4000)).isSameAs(chunk);
    assertThat(second.at(4000)).isNull();
    assertThat(new Tape(spare).chunk(4000)).isNotSameAs(chunk);
    double[] numbers = spare.takeNumbers(3000);
    numbers[7] = 1;
    spare.give(numbers);
    assertThat(spare.takeNumbers(2000)).isSameAs(numbers).containsOnly(0);
  }

  @Test
  void recordingsOfSeveralThreadsAreNotGivenBack() throws InterruptedException {
    SpareMemory spare = new SpareMemory();
    Tape tape = new Tape(spare);
    for (int i = 0; i < 5000; i++) {
      tape.note(i, 1, i, 1);
    }
    Thread other = new Thread(() -> tape.note(0, 1, 0, 1));
    other.start();
    other.join();
    Chunk chunk = tape.chunk(4000);
    tape.release();
    assertThat(new Tape(spare).chunk(4000)).isNotSameAs(chunk);
  }

  @Test
  void afterTheLastTimeThereIsNoOther() {
    List<Value> x = List.of(Scalar.of(3));
    Pullback pullback =
        new Reverse()
            .pullback(
                REVERSE,
                RULES,
                leaves -> List.of(((Scalar) leaves.get(0)).multiply((Scalar) leaves.get(0))),
                x);
    List<List<Value>> seeds = List.of(List.of(Scalar.of(1)));
    assertThat(pullback.apply(seeds)).isEqualTo(pullback.applyLast(seeds));
    assertThatThrownBy(() -> pullback.apply(seeds))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("pullback: it was applied for the last time, and its recording is gone");
  }
}
