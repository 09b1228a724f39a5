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

/** Hessian-vector products of {@code sum(exp(A))}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SecondOrderBenchmark {

  private static final AdType MIXED = SecondOrder.of(FORWARD, REVERSE);

  @Param({"10", "40"})
  public int n;

  private double[] a;
  private Matrix v;

  @Setup
  public void fill() {
    Background.run();
    a = Inputs.normal(n, 1);
    v = Matrix.wrap(n, n, Inputs.normal(n, 2));
  }

  private static Scalar f(Matrix x) {
    return exp(x).sum();
  }

  @Benchmark
  public Object gradient() {
    return DI.gradient(SecondOrderBenchmark::f, REVERSE, Inputs.fresh(n, a));
  }

  @Benchmark
  @Against(ours = "gradient")
  @Goal(
      of = "H",
      what = "hvp of sum(exp(A)), forward over reverse",
      against = "gradient",
      atMost = 3.5)
  public Object forwardOverReverse() {
    return DI.hvp(SecondOrderBenchmark::f, MIXED, Inputs.fresh(n, a), v);
  }

  @Benchmark
  @Against(ours = "gradient")
  @Goal(
      of = "H",
      what = "hvp of sum(exp(A)), reverse over reverse",
      against = "gradient",
      atMost = 3.5)
  public Object reverseOverReverse() {
    return DI.hvp(SecondOrderBenchmark::f, REVERSE, Inputs.fresh(n, a), v);
  }
}
