package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.FORWARD;
import static org.frechet.benchmarks.Inputs.REVERSE;

import java.util.concurrent.TimeUnit;
import org.frechet.value.Scalar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One of a thousand scalar operations in a row: products, sums and sines. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(4 * ScalarChainBenchmark.ROUNDS)
public class ScalarChainBenchmark {

  static final int ROUNDS = 250;

  private double at = 0.3;

  @Setup
  public void fill() {
    Background.run();
  }

  private static Scalar chain(Scalar x) {
    Scalar y = x;
    for (int i = 0; i < ROUNDS; i++) {
      y = y.multiply(x).add(1.1).sin().multiply(0.9);
    }
    return y;
  }

  @Benchmark
  @Against(hand = "handValue")
  public Object value() {
    return chain(Scalar.of(at));
  }

  @Benchmark
  @Against(ours = "value", hand = "handDerivative")
  public Object forward() {
    return DI.derivative(ScalarChainBenchmark::chain, FORWARD, Scalar.of(at));
  }

  @Benchmark
  @Against(ours = "value", hand = "handDerivative")
  public Object reverse() {
    return DI.gradient(ScalarChainBenchmark::chain, REVERSE, Scalar.of(at));
  }

  @Benchmark
  public double handValue() {
    double y = at;
    for (int i = 0; i < ROUNDS; i++) {
      y = Math.sin(y * at + 1.1) * 0.9;
    }
    return y;
  }

  @Benchmark
  @Against(ours = "handValue")
  public double handDerivative() {
    double y = at;
    double dy = 1;
    for (int i = 0; i < ROUNDS; i++) {
      double angle = y * at + 1.1;
      dy = Math.cos(angle) * (dy * at + y) * 0.9;
      y = Math.sin(angle) * 0.9;
    }
    return dy;
  }
}
