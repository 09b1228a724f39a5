package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.FORWARD;
import static org.frechet.benchmarks.Inputs.REVERSE;
import static org.frechet.linalg.LinearAlgebra.inv;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.frechet.value.Matrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The inverse: {@code sum(inv(A))}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InvBenchmark {

  @Param({"3", "10", "40", "100", "200"})
  public int n;

  private double[] a;
  private double[] ones;

  @Setup
  public void fill() {
    Background.run();
    a = Inputs.shifted(n, 2, 2);
    ones = new double[n * n];
    Arrays.fill(ones, 1);
  }

  @Benchmark
  @Against(hand = "handValue")
  public Object value() {
    return inv(Inputs.fresh(n, a)).sum();
  }

  @Benchmark
  @Against(ours = "value", hand = "handGradient")
  public Object gradient() {
    return DI.gradient(x -> inv(x).sum(), REVERSE, Inputs.fresh(n, a)).array();
  }

  @Benchmark
  @Against(ours = "value")
  public Object pushforward() {
    return DI.pushforward(x -> inv(x), FORWARD, Inputs.fresh(n, a), Matrix.wrap(n, n, ones));
  }

  @Benchmark
  public double handValue() {
    return Plain.sum(Plain.inverse(n, a));
  }

  /** {@code Ā = −Yᵀ 1 1ᵀ Yᵀ}, taking the ones for any other matrix. */
  @Benchmark
  @Against(ours = "handValue")
  public Object handGradient() {
    double[] y = Plain.inverse(n, a);
    return Plain.product(false, true, n, 1, Plain.product(true, false, n, -1, y, ones), y);
  }
}
