package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.DIFFERENCES;
import static org.frechet.benchmarks.Inputs.FORWARD;
import static org.frechet.benchmarks.Inputs.REVERSE;
import static org.frechet.linalg.LinearAlgebra.inv;

import java.util.concurrent.TimeUnit;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
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

/** One number through a matrix: {@code x ↦ (C (A + x B)⁻¹)[n, n]}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TransferBenchmark {

  private static final Scalar AT = Scalar.of(0.3);

  @Param({"10", "40"})
  public int n;

  private double[] a;
  private double[] b;
  private double[] c;

  @Setup
  public void fill() {
    Background.run();
    a = Inputs.shifted(n, 8, 3);
    b = Inputs.normal(n, 9);
    c = Inputs.normal(n, 10);
  }

  private Scalar transfer(Scalar x) {
    Matrix inverse = inv(Inputs.fresh(n, a).add(Inputs.fresh(n, b).multiply(x)));
    return Inputs.fresh(n, c).multiply(inverse).get(n - 1, n - 1);
  }

  @Benchmark
  public Object value() {
    return transfer(AT);
  }

  @Benchmark
  @Against(ours = "value", hand = "handDerivative")
  @Goal(
      of = "F",
      what = "(C inv(A + xB))[n, n], forward",
      against = "value",
      atMost = 2.7,
      sizes = "40")
  public Object forward() {
    return DI.derivative(this::transfer, FORWARD, AT);
  }

  @Benchmark
  @Against(ours = "value", hand = "handDerivative")
  @Goal(
      of = "F",
      what = "(C inv(A + xB))[n, n], reverse",
      against = "handDerivative",
      atMost = 1.2,
      sizes = "40")
  @Goal(
      of = "F",
      what = "(C inv(A + xB))[n, n], reverse",
      against = "value",
      atMost = 1.6,
      sizes = "40")
  public Object reverse() {
    return DI.derivative(this::transfer, REVERSE, AT);
  }

  @Benchmark
  @Against(ours = "forward")
  public Object differences() {
    return DI.derivative(this::transfer, DIFFERENCES, AT);
  }

  /** A number and its derivative, through all of the LU. */
  @Benchmark
  @Against(ours = "forward")
  public double hipparchus() {
    Gradient x = Gradient.variable(1, 0, AT.toDouble());
    FieldMatrix<Gradient> moved =
        Hipparchus.matrix(n, (i, j) -> x.multiply(b[i + j * n]).add(a[i + j * n]));
    FieldMatrix<Gradient> inverse = new FieldLUDecomposition<>(moved).getSolver().getInverse();
    Gradient sum = x.getField().getZero();
    for (int k = 0; k < n; k++) {
      sum = sum.add(inverse.getEntry(k, n - 1).multiply(c[n - 1 + k * n]));
    }
    return sum.getPartialDerivative(0);
  }

  @Benchmark
  @Against(ours = "forward", hand = "handDerivative")
  public double handDifferences() {
    return Plain.differences(x -> handValue(x[0]), new double[] {AT.toDouble()})[0];
  }

  private double handValue(double x) {
    double[] y = Plain.inverse(n, moved(x));
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += c[n - 1 + k * n] * y[k + (n - 1) * n];
    }
    return sum;
  }

  private double[] moved(double x) {
    double[] moved = new double[n * n];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = a[i] + x * b[i];
    }
    return moved;
  }

  /** {@code −(C Y B Y)[n, n]}: a row of C Y, times B, times a column of Y. */
  @Benchmark
  @Against(ours = "value")
  public double handDerivative() {
    double[] y = Plain.inverse(n, moved(AT.toDouble()));
    double sum = 0;
    double[] row = new double[n];
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < n; k++) {
        row[j] += c[n - 1 + k * n] * y[k + j * n];
      }
    }
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < n; k++) {
        sum -= row[k] * b[k + j * n] * y[j + (n - 1) * n];
      }
    }
    return sum;
  }
}
