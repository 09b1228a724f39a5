package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.REVERSE;
import static org.frechet.linalg.LinearAlgebra.solve;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.frechet.linalg.kernel.LuFactors;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A linear system: {@code sum(A⁻¹ b)}, differentiated with respect to both. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SolveBenchmark {

  @Param({"10", "40", "100", "200"})
  public int n;

  private double[] a;
  private double[] b;

  /** A linear system. */
  public record Pair(Matrix a, Vector b) {}

  @Setup
  public void fill() {
    Background.run();
    a = Inputs.shifted(n, 5, 2);
    b = Arrays.copyOf(Inputs.normal(n, 6), n);
  }

  private Pair pair() {
    return new Pair(Inputs.fresh(n, a), Vector.wrap(b));
  }

  @Benchmark
  public Object value() {
    return solve(Inputs.fresh(n, a), Vector.wrap(b)).sum();
  }

  @Benchmark
  @Against(ours = "value", hand = "handGradient")
  @Goal(
      of = "S",
      what = "gradient of sum(solve(A, b))",
      against = "value",
      atMost = 1.5,
      sizes = {"100", "200"})
  public Object gradient() {
    Pair gradient = DI.gradient(x -> solve(x.a(), x.b()).sum(), REVERSE, pair());
    return new double[][] {gradient.a().array(), gradient.b().array()};
  }

  /** {@code b̄ = A⁻ᵀ 1, Ā = −b̄ xᵀ}. */
  @Benchmark
  public Object handGradient() {
    LuFactors lu = LuFactors.of(n, a);
    double[] x = b.clone();
    lu.solve(1, x);
    double[] gb = new double[n];
    Arrays.fill(gb, 1);
    lu.solveTransposed(1, gb);
    double[] ga = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        ga[i + j * n] = -gb[i] * x[j];
      }
    }
    return new double[][] {ga, gb};
  }
}
