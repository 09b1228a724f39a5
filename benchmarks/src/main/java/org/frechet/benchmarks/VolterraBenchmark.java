package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.DIFFERENCES;
import static org.frechet.benchmarks.Inputs.FORWARD;
import static org.frechet.benchmarks.Inputs.REVERSE;

import java.util.concurrent.TimeUnit;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.hipparchus.analysis.differentiation.Gradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Lotka and Volterra's {@code x′ = x (a − b y), y′ = y (d x − c)} by n steps of Euler, scalar by
 * scalar: how {@code x + y} at time 10 depends on a, b, c and d. Ten operations a step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VolterraBenchmark {

  private static final double TIME = 10;
  private static final double[] AT = {1.5, 1, 3, 1};

  @Param("100000")
  public int n;

  /** All ways of computing it must agree. */
  @Setup
  public void check() {
    Background.run();
    double[] known = Plain.differences(this::byHand, AT);
    double[] byHand = handGradient();
    double[] ours = DI.gradient(this::population, FORWARD, AT);
    double[] theirs = Hipparchus.gradient(this::inHipparchus, AT);
    for (int i = 0; i < AT.length; i++) {
      double most = 1e-6 * (1 + Math.abs(known[i]));
      if (!(Math.abs(ours[i] - known[i]) <= most
          && Math.abs(byHand[i] - known[i]) <= most
          && Math.abs(theirs[i] - known[i]) <= most)) {
        throw new IllegalStateException(
            ours[i] + ", " + byHand[i] + " and " + theirs[i] + " should be " + known[i]);
      }
    }
  }

  private Scalar population(Vector p) {
    Scalar x = Scalar.of(1);
    Scalar y = Scalar.of(1);
    Scalar a = p.get(0);
    Scalar b = p.get(1);
    Scalar c = p.get(2);
    Scalar d = p.get(3);
    double h = TIME / n;
    for (int i = 0; i < n; i++) {
      Scalar dx = x.multiply(a.subtract(b.multiply(y)));
      Scalar dy = y.multiply(d.multiply(x).subtract(c));
      x = x.add(dx.multiply(h));
      y = y.add(dy.multiply(h));
    }
    return x.add(y);
  }

  @Benchmark
  @Against(hand = "handValue")
  public Object value() {
    return population(Vector.wrap(AT));
  }

  @Benchmark
  @Against(ours = "value", hand = "handValue")
  @Goal(
      of = "V",
      what = "Lotka and Volterra, scalar by scalar, four parameters: forward",
      against = "handValue",
      atMost = 25)
  public Object forward() {
    return DI.gradient(this::population, FORWARD, AT);
  }

  @Benchmark
  @Fork(jvmArgsAppend = "-Xmx1g")
  @Against(ours = "value", hand = "handValue")
  @Goal(
      of = "V",
      what = "Lotka and Volterra, scalar by scalar, four parameters: memory for reverse",
      by = Comparison.GIBIBYTES,
      atMost = 1)
  public Object reverse() {
    return DI.gradient(this::population, REVERSE, AT);
  }

  @Benchmark
  @Against(ours = "forward", hand = "handValue")
  public Object hipparchus() {
    return Hipparchus.gradient(this::inHipparchus, AT);
  }

  private Gradient inHipparchus(Gradient[] p) {
    Gradient x = p[0].getField().getOne();
    Gradient y = x;
    double h = TIME / n;
    for (int i = 0; i < n; i++) {
      Gradient dx = x.multiply(p[0].subtract(p[1].multiply(y)));
      Gradient dy = y.multiply(p[3].multiply(x).subtract(p[2]));
      x = x.add(dx.multiply(h));
      y = y.add(dy.multiply(h));
    }
    return x.add(y);
  }

  @Benchmark
  @Against(ours = "forward", hand = "handValue")
  public Object differences() {
    return DI.gradient(this::population, DIFFERENCES, AT);
  }

  @Benchmark
  @Against(ours = "forward", hand = "handValue")
  public Object handDifferences() {
    return Plain.differences(this::byHand, AT);
  }

  @Benchmark
  public double handValue() {
    return byHand(AT);
  }

  private double byHand(double[] p) {
    double x = 1;
    double y = 1;
    double h = TIME / n;
    for (int i = 0; i < n; i++) {
      double dx = x * (p[0] - p[1] * y);
      double dy = y * (p[3] * x - p[2]);
      x += dx * h;
      y += dy * h;
    }
    return x + y;
  }

  /** The sensitivities, beside the state. */
  @Benchmark
  @Against(ours = "handValue")
  public double[] handGradient() {
    double x = 1;
    double y = 1;
    double[] sx = new double[4];
    double[] sy = new double[4];
    double h = TIME / n;
    for (int i = 0; i < n; i++) {
      double growth = AT[0] - AT[1] * y;
      double gain = AT[3] * x - AT[2];
      double[] ofX = {x, -x * y, 0, 0};
      double[] ofY = {0, 0, -y, x * y};
      for (int k = 0; k < 4; k++) {
        double dsx = growth * sx[k] - AT[1] * x * sy[k] + ofX[k];
        double dsy = gain * sy[k] + AT[3] * y * sx[k] + ofY[k];
        sx[k] += h * dsx;
        sy[k] += h * dsy;
      }
      x += h * x * growth;
      y += h * y * gain;
    }
    return new double[] {sx[0] + sy[0], sx[1] + sy[1], sx[2] + sy[2], sx[3] + sy[3]};
  }
}
