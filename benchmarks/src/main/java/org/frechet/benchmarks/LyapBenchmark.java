package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.REVERSE;
import static org.frechet.linalg.LinearAlgebra.lyap;

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

/** The Lyapunov equation: {@code sum(lyap(A, Q))}, differentiated with respect to both. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LyapBenchmark {

  @Param({"10", "40", "100"})
  public int n;

  private double[] a;
  private double[] q;

  /** A stable A and any Q. */
  public record Pair(Matrix a, Matrix q) {}

  @Setup
  public void fill() {
    Background.run();
    a = Inputs.shifted(n, 3, -2);
    q = Inputs.normal(n, 4);
  }

  private Pair pair() {
    return new Pair(Inputs.fresh(n, a), Inputs.fresh(n, q));
  }

  @Benchmark
  public Object value() {
    return lyap(Inputs.fresh(n, a), Inputs.fresh(n, q)).sum();
  }

  @Benchmark
  @Against(ours = "value")
  @Goal(of = "L", what = "gradient of sum(lyap(A, Q))", against = "value", atMost = 1.5)
  public Object gradient() {
    Pair gradient = DI.gradient(x -> lyap(x.a(), x.q()).sum(), REVERSE, pair());
    return new double[][] {gradient.a().array(), gradient.q().array()};
  }
}
