package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.FORWARD;
import static org.frechet.benchmarks.Inputs.REVERSE;
import static org.frechet.linalg.LinearAlgebra.exp;

import java.util.concurrent.TimeUnit;
import org.frechet.backend.AdType;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The n²×n² Hessian of {@code sum(exp(A))}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HessianBenchmark {

  private static final AdType MIXED = SecondOrder.of(FORWARD, REVERSE);

  @Param("10")
  public int n;

  private double[] a;

  @Setup
  public void fill() {
    Background.run();
    a = Inputs.normal(n, 1);
  }

  private static Scalar f(Matrix x) {
    return exp(x).sum();
  }

  @Benchmark
  public Object gradient() {
    return DI.gradient(HessianBenchmark::f, REVERSE, Inputs.fresh(n, a));
  }

  @Benchmark
  @Against(ours = "gradient")
  @Goal(of = "H", what = "Hessian of sum(exp(A))", against = "gradient", atMost = 150)
  public Object forwardOverReverse() {
    return DI.hessian(HessianBenchmark::f, MIXED, Inputs.fresh(n, a));
  }

  @Benchmark
  @Against(ours = "gradient")
  public Object reverseOverReverse() {
    return DI.hessian(HessianBenchmark::f, REVERSE, Inputs.fresh(n, a));
  }
}
