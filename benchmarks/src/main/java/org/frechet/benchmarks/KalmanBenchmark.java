package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.DIFFERENCES;
import static org.frechet.benchmarks.Inputs.REVERSE;
import static org.frechet.linalg.LinearAlgebra.cholesky;
import static org.frechet.linalg.LinearAlgebra.dlyap;
import static org.frechet.linalg.LinearAlgebra.kalmanLogLikelihood;
import static org.frechet.linalg.LinearAlgebra.solveLower;
import static org.frechet.linalg.LinearAlgebra.tril;

import java.util.concurrent.TimeUnit;
import org.frechet.linalg.StateSpaceModel;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The likelihood of a linear Gaussian model, 100 observations of 3 numbers, state of 6, in all
 * entries of F and H and of the Cholesky factors of Q and R; the filter starts in the stationary
 * state.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KalmanBenchmark {

  private static final int STATE = 6;
  private static final int SEEN = 3;
  private static final int TIMES = 100;
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** What the likelihood is differentiated by. */
  public record Model(Matrix f, Matrix h, Matrix q, Matrix r) {}

  private double[] f;
  private double[] h;
  private double[] q;
  private double[] r;
  private double[] series;

  /** All ways of computing it must agree. */
  @Setup
  public void fill() {
    Background.run();
    f = Plain.scaled(0.6, Inputs.normal(STATE, 31));
    h = Plain.leading(SEEN * STATE, Inputs.normal(STATE, 32));
    q = Plain.lower(STATE, Inputs.shifted(STATE, 33, 1));
    r = Plain.lower(SEEN, Inputs.shifted(SEEN, 34, 1));
    series = Plain.scaled(10, Plain.leading(SEEN * TIMES, Inputs.normal(TIMES, 35)));
    double composed = logLikelihood(model()).toDouble();
    double fused = fused(model()).toDouble();
    double byHand = handValue();
    if (!(Math.abs(composed - fused) < 1e-9 * Math.abs(fused)
        && Math.abs(byHand - fused) < 1e-9 * Math.abs(fused))) {
      throw new IllegalStateException(composed + ", " + fused + " and " + byHand + " differ");
    }
  }

  private Model model() {
    return new Model(
        Inputs.fresh(STATE, f),
        Matrix.wrap(SEEN, STATE, h),
        Inputs.fresh(STATE, q),
        Inputs.fresh(SEEN, r));
  }

  private static Matrix squared(Matrix factor) {
    Matrix l = tril(factor);
    return l.multiply(l.transpose());
  }

  private Scalar logLikelihood(Model model) {
    Matrix q = squared(model.q());
    Matrix r = squared(model.r());
    Matrix ft = model.f().transpose();
    Matrix ht = model.h().transpose();
    Vector x = Vector.zeros(STATE);
    Matrix p = dlyap(model.f(), q);
    Scalar sum = Scalar.of(TIMES * SEEN * LOG_TWO_PI);
    for (int t = 0; t < TIMES; t++) {
      Matrix cross = model.h().multiply(p);
      Matrix l = cholesky(cross.multiply(ht).add(r));
      Vector z = solveLower(l, seen(t).subtract(model.h().multiply(x)));
      Matrix w = solveLower(l, cross);
      sum = sum.add(z.dot(z)).add(l.diagonal().log().sum().multiply(2));
      x = model.f().multiply(x.add(w.transpose().multiply(z)));
      p = model.f().multiply(p.subtract(w.transpose().multiply(w))).multiply(ft).add(q);
    }
    return sum.multiply(-0.5);
  }

  private Vector seen(int t) {
    double[] y = new double[SEEN];
    System.arraycopy(series, t * SEEN, y, 0, SEEN);
    return Vector.wrap(y);
  }

  private Scalar fused(Model model) {
    Matrix q = squared(model.q());
    Matrix p = dlyap(model.f(), q);
    StateSpaceModel all =
        new StateSpaceModel(model.f(), model.h(), q, squared(model.r()), Vector.zeros(STATE), p);
    return kalmanLogLikelihood(all, Matrix.wrap(SEEN, TIMES, series));
  }

  @Benchmark
  @Against(hand = "handValue")
  public Object value() {
    return logLikelihood(model());
  }

  @Benchmark
  @Against(ours = "value", hand = "handValue")
  @Goal(
      of = "K",
      what = "gradient of a Kalman likelihood, T = 100, state 6, observation 3",
      against = "value",
      atMost = 5)
  @Goal(
      of = "K",
      what = "gradient of a Kalman likelihood, T = 100, state 6, observation 3",
      against = "handValue",
      atMost = 12)
  public Object reverse() {
    return DI.gradient(this::logLikelihood, REVERSE, model());
  }

  @Benchmark
  @Against(ours = "value", hand = "handValue")
  public Object fusedValue() {
    return fused(model());
  }

  @Benchmark
  @Against(ours = "fusedValue", hand = "handValue")
  public Object fusedReverse() {
    return DI.gradient(this::fused, REVERSE, model());
  }

  @Benchmark
  @Against(ours = "reverse")
  public Object differences() {
    return DI.gradient(this::logLikelihood, DIFFERENCES, model());
  }

  @Benchmark
  public double handValue() {
    return new KalmanByHand(STATE, SEEN, f, h, q, r).logLikelihood(series);
  }

  /** By all entries, those above the diagonals of the factors too, which count for nothing. */
  @Benchmark
  @Against(ours = "reverse", hand = "handValue")
  public Object handDifferences() {
    double[] at = Plain.joined(f, h, q, r);
    return Plain.differences(
        x -> {
          double[][] parts = Plain.parted(x, f.length, h.length, q.length, r.length);
          return new KalmanByHand(STATE, SEEN, parts[0], parts[1], parts[2], parts[3])
              .logLikelihood(series);
        },
        at);
  }
}
