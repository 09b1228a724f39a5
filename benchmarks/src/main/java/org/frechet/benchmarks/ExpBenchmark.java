package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.DIFFERENCES;
import static org.frechet.benchmarks.Inputs.FORWARD;
import static org.frechet.benchmarks.Inputs.REVERSE;
import static org.frechet.linalg.LinearAlgebra.exp;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.frechet.kernel.Kernels;
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

  private static final Kernels KERNELS = Kernels.best();

  @Param({"3", "10", "40", "100", "200"})
  public int n;

  private double[] a;
  private double[] ones;
  private int products;
  private double[] factor;

  @Setup
  public void fill() {
    Background.run();
    a = Inputs.normal(n, 1);
    ones = new double[n * n];
    Arrays.fill(ones, 1);
    Exponential exponential = Exponential.of(n, a);
    products = Math.min(6, exponential.degree() / 2 + 1) + exponential.squarings();
    factor = Inputs.normal(2 * n, 3);
  }

  @Benchmark
  @Against(hand = "handValue")
  @Goal(of = "E", what = "sum(exp(A))", against = "itsProducts", atMost = 1.3)
  public Object value() {
    return exp(Inputs.fresh(n, a)).sum();
  }

  @Benchmark
  @Against(ours = "value", hand = "handGradient")
  @Goal(of = "E", what = "gradient of sum(exp(A))", against = "value", atMost = 3)
  @Goal(
      of = "E",
      what = "gradient of sum(exp(A))",
      against = "handGradient",
      atMost = 1.15,
      sizes = {"3", "10", "40", "100"})
  public Object gradient() {
    return DI.gradient(x -> exp(x).sum(), REVERSE, Inputs.fresh(n, a)).array();
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

  /**
   * The flops of the value, all in products: those of n×n matrices that it makes, and one that
   * costs as much as its LU and n solves, 8/3 n³ flops.
   */
  @Benchmark
  public Object itsProducts() {
    double[] c = new double[n * n];
    for (int i = 0; i < products; i++) {
      KERNELS.multiply(false, false, n, n, n, 1, a, 0, n, ones, 0, n, c, 0, n);
    }
    int inner = 4 * n / 3;
    KERNELS.multiply(false, false, n, n, inner, 1, factor, 0, n, factor, 0, inner, c, 0, n);
    return c;
  }

  @Benchmark
  @OnlyAt({"3", "10"})
  @Against(ours = "gradient")
  public Object differences() {
    return DI.gradient(x -> exp(x).sum(), DIFFERENCES, Inputs.fresh(n, a));
  }

  @Benchmark
  @OnlyAt({"3", "10"})
  @Against(ours = "gradient", hand = "handGradient")
  public Object handDifferences() {
    return Plain.differences(x -> Plain.sum(Exponential.of(n, x).value()), a);
  }
}
