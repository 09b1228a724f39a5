package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.DIFFERENCES;
import static org.frechet.benchmarks.Inputs.REVERSE;
import static org.frechet.linalg.LinearAlgebra.logdet;

import java.util.concurrent.TimeUnit;
import org.frechet.linalg.kernel.LuFactors;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
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
  @Goal(
      of = "S",
      what = "gradient of logdet(A)",
      against = "value",
      atMost = 3.3,
      sizes = {"100", "200"})
  public Object gradient() {
    return DI.gradient(x -> logdet(x), REVERSE, Inputs.fresh(n, a)).array();
  }

  @Benchmark
  public Object handGradient() {
    return Plain.transpose(n, Plain.inverse(n, a));
  }

  @Benchmark
  @OnlyAt("10")
  @Against(ours = "gradient")
  public Object hipparchus() {
    return Hipparchus.gradient(
        x -> {
          FieldMatrix<Gradient> matrix = Hipparchus.matrix(n, (i, j) -> x[i + j * n]);
          return new FieldLUDecomposition<>(matrix).getDeterminant().log();
        },
        a);
  }

  @Benchmark
  @OnlyAt({"10", "40"})
  @Against(ours = "gradient")
  public Object differences() {
    return DI.gradient(x -> logdet(x), DIFFERENCES, Inputs.fresh(n, a));
  }

  @Benchmark
  @OnlyAt({"10", "40"})
  @Against(ours = "gradient", hand = "handGradient")
  public Object handDifferences() {
    return Plain.differences(x -> LuFactors.of(n, x).logAbsDeterminant(), a);
  }
}
