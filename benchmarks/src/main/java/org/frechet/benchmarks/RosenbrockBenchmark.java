package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.DIFFERENCES;
import static org.frechet.benchmarks.Inputs.REVERSE;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.hipparchus.analysis.differentiation.Gradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@code Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²}: the worst case, all scalars, and whole vectors. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RosenbrockBenchmark {

  @Param({"100", "10000"})
  public int n;

  private double[] at;

  @Setup
  public void fill() {
    Background.run();
    at = new Random(13).doubles(n).toArray();
  }

  private static Scalar byScalars(Vector x) {
    Scalar sum = Scalar.of(0);
    Scalar xi = x.get(0);
    for (int i = 1; i < x.size(); i++) {
      Scalar next = x.get(i);
      Scalar valley = next.subtract(xi.multiply(xi));
      Scalar slope = xi.negate().add(1);
      sum = sum.add(valley.multiply(valley).multiply(100)).add(slope.multiply(slope));
      xi = next;
    }
    return sum;
  }

  private static Scalar byVectors(Vector x) {
    Vector head = x.slice(0, x.size() - 1);
    Vector valley = x.slice(1, x.size()).subtract(head.multiply(head));
    Vector slope = head.subtract(1);
    return valley.dot(valley).multiply(100).add(slope.dot(slope));
  }

  @Benchmark
  @Against(hand = "handValue")
  public Object scalarValue() {
    return byScalars(Vector.wrap(at));
  }

  @Benchmark
  @Against(ours = "scalarValue", hand = "handGradient")
  @Goal(
      of = "R",
      what = "gradient of Rosenbrock's function, scalar by scalar",
      against = "handGradient",
      atMost = 40,
      sizes = "10000")
  @Goal(
      of = "R",
      what = "the same: memory",
      by = Comparison.BYTES,
      operations = 10 * 9999, // for each term a read, a sign, four products and four sums
      atMost = 200,
      sizes = "10000")
  public Object scalarGradient() {
    return DI.gradient(RosenbrockBenchmark::byScalars, REVERSE, at);
  }

  @Benchmark
  @Against(hand = "handValue")
  public Object vectorValue() {
    return byVectors(Vector.wrap(at));
  }

  @Benchmark
  @Against(ours = "vectorValue", hand = "handGradient")
  @Goal(
      of = "R",
      what = "gradient of Rosenbrock's function, by vectors",
      against = "vectorValue",
      atMost = 6,
      sizes = "10000")
  public Object vectorGradient() {
    return DI.gradient(RosenbrockBenchmark::byVectors, REVERSE, at);
  }

  @Benchmark
  @OnlyAt("100")
  @Against(ours = "scalarGradient")
  public Object hipparchus() {
    return Hipparchus.gradient(RosenbrockBenchmark::inHipparchus, at);
  }

  @Benchmark
  @OnlyAt("100")
  @Against(ours = "scalarGradient")
  public Object differences() {
    return DI.gradient(RosenbrockBenchmark::byScalars, DIFFERENCES, at);
  }

  @Benchmark
  @OnlyAt("100")
  @Against(ours = "scalarGradient", hand = "handGradient")
  public Object handDifferences() {
    return Plain.differences(RosenbrockBenchmark::byHand, at);
  }

  private static Gradient inHipparchus(Gradient[] x) {
    Gradient sum = x[0].getField().getZero();
    for (int i = 0; i < x.length - 1; i++) {
      Gradient valley = x[i + 1].subtract(x[i].multiply(x[i]));
      Gradient slope = x[i].negate().add(1);
      sum = sum.add(valley.multiply(valley).multiply(100)).add(slope.multiply(slope));
    }
    return sum;
  }

  @Benchmark
  public double handValue() {
    return byHand(at);
  }

  private static double byHand(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double valley = x[i + 1] - x[i] * x[i];
      sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
    }
    return sum;
  }

  @Benchmark
  public Object handGradient() {
    double[] gradient = new double[n];
    for (int i = 0; i < n - 1; i++) {
      double valley = at[i + 1] - at[i] * at[i];
      gradient[i] -= 400 * valley * at[i] + 2 * (1 - at[i]);
      gradient[i + 1] += 200 * valley;
    }
    return gradient;
  }
}
