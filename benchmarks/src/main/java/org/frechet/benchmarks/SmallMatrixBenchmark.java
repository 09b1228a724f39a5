package org.frechet.benchmarks;

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

/** Sums and products of small constant matrices, against the bare kernel and a bare loop. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SmallMatrixBenchmark {

  @Param({"2", "3", "10", "40"})
  public int n;

  private double[] x;
  private double[] y;
  private Matrix a;
  private Matrix b;

  @Setup
  public void fill() {
    Background.run();
    x = Inputs.normal(n, 11);
    y = Inputs.normal(n, 12);
    a = Inputs.fresh(n, x);
    b = Inputs.fresh(n, y);
  }

  @Benchmark
  @Against(hand = "handProduct")
  public Object product() {
    return a.multiply(b).array();
  }

  @Benchmark
  public Object handProduct() {
    return Plain.product(false, false, n, 1, x, y);
  }

  @Benchmark
  @Against(hand = "handSum")
  public Object sum() {
    return a.add(b);
  }

  @Benchmark
  public Object handSum() {
    double[] z = new double[x.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = x[i] + y[i];
    }
    return z;
  }

  @Benchmark
  @Against(hand = "handHadamard")
  public Object hadamard() {
    return a.hadamard(b);
  }

  @Benchmark
  public Object handHadamard() {
    double[] z = new double[x.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = x[i] * y[i];
    }
    return z;
  }
}
