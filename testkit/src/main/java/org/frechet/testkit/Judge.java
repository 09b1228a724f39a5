package org.frechet.testkit;

import java.util.function.Function;
import org.frechet.testkit.Differences.Estimate;

/** Differences of something at a point, and how far another answer may be from them. */
final class Judge {

  /** How many times its estimated error a difference may be off. */
  private static final double SAFETY = 30;

  /** What is zero beside the values of the function. */
  private static final double VANISHING = 1e-8;

  private final Trial trial;
  private final Layout x;
  private final String source;
  private final Function<Layout, Estimate> differences;
  private final double relative;
  private final Estimate due;

  /**
   * Takes differences at {@code x}.
   *
   * @param source how messages name them
   * @param relative the part of the derivative that an answer may always be off
   */
  Judge(
      Trial trial,
      Layout x,
      String source,
      double relative,
      Function<Layout, Estimate> differences) {
    this.trial = trial;
    this.x = x;
    this.source = source;
    this.relative = relative;
    this.differences = differences;
    this.due = differences.apply(x);
  }

  /** The same, as a judge of inner products with {@code seed}. */
  Judge contracted(double[][] seed) {
    return new Judge(trial, x, source, relative, at -> contracted(differences.apply(at), seed));
  }

  private static Estimate contracted(Estimate each, double[][] seed) {
    double error = 0;
    double scale = 0;
    for (int k = 0; k < seed.length; k++) {
      for (double entry : seed[k]) {
        error += Math.abs(entry) * each.error()[k];
        scale = Math.max(scale, Math.abs(entry) * each.scale()[k]);
      }
    }
    double inner = Numbers.inner(seed, each.value());
    return new Estimate(new double[][] {{inner}}, new double[] {error}, new double[] {scale});
  }

  /**
   * The leaf whose differences are less accurate than {@code accuracy}; −1 if there is none.
   *
   * @param sizes for each leaf, what accuracy is relative to besides the derivative
   */
  int leafWorseThan(double accuracy, double[] sizes) {
    for (int k = 0; k < due.error().length; k++) {
      double scale = Math.max(sizes[k], VANISHING * due.scale()[k]);
      if (!(due.error()[k] <= accuracy * Math.max(Numbers.largest(due.value()[k]), scale))) {
        return k;
      }
    }
    return -1;
  }

  double error(int leaf) {
    return due.error()[leaf];
  }

  /** Reports unless {@code given} agrees with the differences. */
  void compare(String what, double[][] given) {
    double[] tolerance = new double[due.error().length];
    boolean agrees = given.length == tolerance.length;
    for (int k = 0; k < tolerance.length; k++) {
      tolerance[k] = SAFETY * due.error()[k] + relative * Numbers.largest(due.value()[k]);
      agrees &= Numbers.distance(given[k], due.value()[k]) <= tolerance[k];
    }
    if (!agrees) {
      trial.widen(tolerance, at -> differences.apply(at).value(), x);
      trial.findings.compare(what, given, source, due.value(), tolerance);
    }
  }
}
