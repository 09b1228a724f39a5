package org.frechet.testkit;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.frechet.testkit.Differences.Estimate;

/** Judges derivatives of functions on arrays, entry by entry, by differences. */
final class ArrayJudge {

  private static final double SAFETY = 30;
  private static final double RELATIVE = 1e-9;
  private static final double JUDGEABLE = 1e-4;
  private static final double VANISHING = 1e-8;

  private final double[] x;
  private final Findings findings = new Findings();

  ArrayJudge(double[] x) {
    this.x = x.clone();
  }

  Findings findings() {
    return findings;
  }

  /** A copy of the point, for code that might keep or change it. */
  double[] point() {
    return x.clone();
  }

  /** Calls {@code derivative} twice, and reports if it changes the point or its own answer. */
  <R> R call(String what, Function<double[], R> derivative, Function<R, double[]> flat) {
    double[] given = x.clone();
    R answer = derivative.apply(given);
    if (!Arrays.equals(given, x)) {
      findings.report("%s: changed its argument, from %s", what, Numbers.text(x));
    }
    double[] before = flat.apply(answer).clone();
    double[] again = flat.apply(derivative.apply(x.clone()));
    if (!Arrays.equals(before, again) || !Arrays.equals(before, flat.apply(answer))) {
      findings.report(
          "%s: called again it gave %s, after %s", what, Numbers.text(again), Numbers.text(before));
    }
    return answer;
  }

  /** How far entry {@code j} moves: in proportion to itself. */
  private double scale(int j) {
    double largest = Numbers.largest(x);
    return x[j] != 0 ? Math.abs(x[j]) : largest > 0 ? largest : 1;
  }

  private double[][] moved(Function<double[], double[]> f, int i, double s, int j, double t) {
    double[] moved = x.clone();
    moved[i] += s * scale(i);
    moved[j] += t * scale(j);
    double[] y = f.apply(moved);
    double[][] entries = new double[y.length][];
    for (int k = 0; k < y.length; k++) {
      entries[k] = new double[] {y[k]};
    }
    return entries;
  }

  /** Compares column j of a Jacobian with {@code ∂f/∂xⱼ}. */
  void column(String what, Function<double[], double[]> f, int j, double[] given) {
    Estimate due = Differences.first(t -> moved(f, j, t, j, 0));
    compare(i -> what.formatted(i, j), given, due, scale(j));
  }

  /** Compares one entry of a Hessian with {@code ∂²f/∂xᵢ∂xⱼ}. */
  void second(String what, Function<double[], double[]> f, int i, int j, double given) {
    Estimate due = Differences.mixed((s, t) -> moved(f, i, s, j, t));
    compare(k -> what.formatted(i, j), new double[] {given}, due, scale(i) * scale(j));
  }

  private void compare(IntFunction<String> name, double[] given, Estimate due, double scale) {
    if (given.length != due.error().length) {
      findings.report(
          "%s: has %d entries, %d are due", name.apply(0), given.length, due.error().length);
      return;
    }
    for (int k = 0; k < given.length; k++) {
      entry(name.apply(k), given[k] * scale, due, k, scale);
    }
  }

  private void entry(String name, double given, Estimate due, int k, double scale) {
    double expected = due.value()[k][0];
    double error = due.error()[k];
    double size = Math.max(Math.abs(given), Math.abs(expected));
    if (!(error <= JUDGEABLE * Math.max(size, VANISHING * due.scale()[k]))
        && !(error <= VANISHING * due.scale()[k])) {
      findings.report(
          "%s: differences cannot judge it, their error is about %.1e of %.1e",
          name, error / scale, expected / scale);
      return;
    }
    findings.compare(
        name,
        given / scale,
        "differences",
        expected / scale,
        (SAFETY * error + RELATIVE * Math.abs(expected)) / scale);
  }
}
