package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.FORWARD;
import static org.frechet.benchmarks.Inputs.REVERSE;
import static org.frechet.linalg.LinearAlgebra.inv;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The n²×n² Jacobian of the inverse. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JacobianBenchmark {

  @Param({"10", "40"})
  public int n;

  private double[] a;

  @Setup
  public void fill() {
    Background.run();
    a = Inputs.shifted(n, 2, 2);
  }

  @Benchmark
  public Object value() {
    return inv(Inputs.fresh(n, a));
  }

  @Benchmark
  @Against(ours = "value", hand = "handJacobian")
  @Goal(
      of = "J",
      what = "Jacobian of inv, forward",
      against = "handJacobian",
      atMost = 1.3,
      sizes = "40")
  public Object forward() {
    return DI.jacobian(x -> inv(x), FORWARD, Inputs.fresh(n, a));
  }

  @Benchmark
  @Against(ours = "value", hand = "handJacobian")
  @Goal(
      of = "J",
      what = "Jacobian of inv, reverse",
      against = "handJacobian",
      atMost = 1.3,
      sizes = "40")
  public Object reverse() {
    return DI.jacobian(x -> inv(x), REVERSE, Inputs.fresh(n, a));
  }

  /** {@code −Yᵀ ⊗ Y}: column (k, l) holds {@code −Y[:, k] Y[l, :]}. */
  @Benchmark
  @Against(ours = "value")
  public Object handJacobian() {
    double[] y = Plain.inverse(n, a);
    double[] jacobian = new double[n * n * n * n];
    int next = 0;
    for (int column = 0; column < n * n; column++) {
      int k = column % n;
      int l = column / n;
      for (int j = 0; j < n; j++) {
        double factor = -y[l + j * n];
        for (int i = 0; i < n; i++) {
          jacobian[next++] = y[i + k * n] * factor;
        }
      }
    }
    return jacobian;
  }
}
