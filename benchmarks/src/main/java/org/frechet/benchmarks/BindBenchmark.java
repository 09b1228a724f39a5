package org.frechet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.frechet.value.Scalar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One operation on constants: what the way through a primitive costs when nothing is traced. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BindBenchmark {

  private double x = 0.3;
  private double y = 0.7;
  private Scalar a = Scalar.of(x);
  private Scalar b = Scalar.of(y);

  @Setup
  public void fill() {
    Background.run();
  }

  @Benchmark
  public double handAdd() {
    return x + y;
  }

  /** What an operation leaves behind: its result. */
  @Benchmark
  public Object result() {
    return Scalar.of(x);
  }

  @Benchmark
  @Against(hand = "handAdd")
  @Goal(
      of = "bind",
      what = "a sum of two constants",
      against = "handAdd",
      by = Comparison.NANOSECONDS_BEYOND,
      atMost = 10)
  @Goal(
      of = "bind",
      what = "a sum of two constants: memory",
      against = "result",
      by = Comparison.BYTES_BEYOND,
      atMost = 0)
  public Object add() {
    return a.add(b);
  }

  @Benchmark
  public double handMultiply() {
    return x * y;
  }

  @Benchmark
  @Against(hand = "handMultiply")
  public Object multiply() {
    return a.multiply(b);
  }

  @Benchmark
  public double handSin() {
    return Math.sin(x);
  }

  @Benchmark
  @Against(hand = "handSin")
  @Goal(
      of = "bind",
      what = "a sine of a constant",
      against = "handSin",
      by = Comparison.NANOSECONDS_BEYOND,
      atMost = 10)
  @Goal(
      of = "bind",
      what = "a sine of a constant: memory",
      against = "result",
      by = Comparison.BYTES_BEYOND,
      atMost = 0)
  public Object sin() {
    return a.sin();
  }
}
