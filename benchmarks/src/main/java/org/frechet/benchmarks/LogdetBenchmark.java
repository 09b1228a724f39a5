package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.REVERSE;
import static org.frechet.linalg.LinearAlgebra.logdet;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@code log det A}, whose gradient is the transposed inverse. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LogdetBenchmark {

  @Param({"10", "40", "100", "200"})
  public int n;

  private double[] a;

  @Setup
  public void fill() {
    Background.run();
    a = Inputs.shifted(n, 7, 3);
  }

  @Benchmark
  public Object value() {
    return logdet(Inputs.fresh(n, a));
  }

  @Benchmark
  @Against(ours = "value", hand = "handGradient")
  public Object gradient() {
    return DI.gradient(x -> logdet(x), REVERSE, Inputs.fresh(n, a));
  }

  @Benchmark
  public Object handGradient() {
    return Plain.transpose(n, Plain.inverse(n, a));
  }
}
