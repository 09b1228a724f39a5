package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.FORWARD;
import static org.frechet.benchmarks.Inputs.REVERSE;
import static org.frechet.linalg.LinearAlgebra.exp;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.frechet.linalg.kernel.Exponential;
import org.frechet.value.Matrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The matrix exponential: {@code sum(exp(A))}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExpBenchmark {

  @Param({"3", "10", "40", "100", "200"})
  public int n;

  private double[] a;
  private double[] ones;

  @Setup
  public void fill() {
    Background.run();
    a = Inputs.normal(n, 1);
    ones = new double[n * n];
    Arrays.fill(ones, 1);
  }

  @Benchmark
  @Against(hand = "handValue")
  public Object value() {
    return exp(Inputs.fresh(n, a)).sum();
  }

  @Benchmark
  @Against(ours = "value", hand = "handGradient")
  public Object gradient() {
    return DI.gradient(x -> exp(x).sum(), REVERSE, Inputs.fresh(n, a));
  }

  @Benchmark
  @Against(ours = "value")
  public Object pushforward() {
    return DI.pushforward(x -> exp(x), FORWARD, Inputs.fresh(n, a), Matrix.wrap(n, n, ones));
  }

  @Benchmark
  public double handValue() {
    return Arrays.stream(Exponential.of(n, a).value()).sum();
  }

  /** {@code Ā = L(Aᵀ; 1 1ᵀ) = L(A; 1 1ᵀ)ᵀ}. */
  @Benchmark
  @Against(ours = "handValue")
  public Object handGradient() {
    return Plain.transpose(n, Exponential.of(n, a).frechet(ones));
  }
}
