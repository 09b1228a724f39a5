package org.frechet.testkit;

import org.frechet.testkit.Differences.Estimate;

/** Pushforwards and pullbacks against differences of the plain evaluation. */
final class DifferenceCheck {

  /** How many times its estimated error a difference may be off. */
  private static final double SAFETY = 30;

  private static final double RELATIVE = 1e-10;
  private static final double JUDGEABLE = 1e-4;

  /** What is zero beside the values of the function. */
  private static final double VANISHING = 1e-8;

  private final Trial trial;
  private final Layout x;
  private final String where;
  private final boolean mayBeUnjudgeable;

  /**
   * Checks at {@code x}.
   *
   * @param where how messages name the point
   * @param mayBeUnjudgeable whether to say nothing where differences have no accuracy
   */
  DifferenceCheck(Trial trial, Layout x, String where, boolean mayBeUnjudgeable) {
    this.trial = trial;
    this.x = x;
    this.where = where;
    this.mayBeUnjudgeable = mayBeUnjudgeable;
  }

  void run() {
    for (int k = 0; k < x.leaves().size(); k++) {
      along(trial.directions.inLeaf(k), trial.nameOfLeaf(k) + where);
    }
    if (x.leaves().size() > 1) {
      along(trial.directions.everywhere(), "all arguments" + where);
    }
  }

  private void along(double[][] d, String name) {
    Estimate due = Differences.first(t -> Numbers.of(trial.subject.evaluate(x.moved(d, t))));
    Linearization derivative = trial.derivative(x);
    double[][] value = Numbers.of(trial.subject.reduce(trial.subject.plain(x.arguments())));
    trial.findings.check(
        "pushforward, " + name, () -> pushforward(derivative, d, due, value, name));
    trial.findings.check("pullback, " + name, () -> pullback(derivative, d, due, value, name));
  }

  private void pushforward(
      Linearization derivative, double[][] d, Estimate due, double[][] value, String name) {
    double[][] pushed = Numbers.of(derivative.pushforward(x.tangents(d)));
    if (isJudgeable(due, pushed, value, name)) {
      trial.findings.compare(
          "pushforward, " + name,
          pushed,
          "finite differences",
          due.value(),
          tolerance(due, RELATIVE));
    }
  }

  static double[] tolerance(Estimate due, double relative) {
    double[] tolerance = new double[due.error().length];
    for (int k = 0; k < tolerance.length; k++) {
      tolerance[k] = SAFETY * due.error()[k] + relative * Numbers.largest(due.value()[k]);
    }
    return tolerance;
  }

  private boolean isJudgeable(Estimate due, double[][] given, double[][] value, String name) {
    for (int k = 0; k < value.length; k++) {
      double size = Math.max(Numbers.largest(due.value()[k]), Numbers.largest(value[k]));
      double scale = Math.max(Numbers.largest(given[k]), VANISHING * due.scale()[k]);
      double least = JUDGEABLE * Math.max(size, scale);
      if (due.error()[k] > least) {
        if (!mayBeUnjudgeable) {
          trial.findings.report(
              "differences, %s: their error is about %.1e of %.1e: no judge of this point; where the function is not differentiable, say so with whereNotDifferentiable()",
              name, due.error()[k], size);
        }
        return false;
      }
    }
    return true;
  }

  private void pullback(
      Linearization derivative, double[][] d, Estimate due, double[][] value, String name) {
    double[][] seed = Numbers.of(trial.cotangentFor(derivative.value()));
    Object[] pulled =
        derivative.pullback(Numbers.structure(derivative.value(), seed), trial.everyArgument());
    double given = Numbers.inner(x.entries(pulled), d);
    double expected = Numbers.inner(seed, due.value());
    if (isJudgeable(due, due.value(), value, name)) {
      trial.findings.compare(
          "pullback ⟨x̄, ẋ⟩, " + name, given, "finite differences", expected, tolerance(seed, due));
    }
  }

  private static double tolerance(double[][] seed, Estimate due) {
    double[] each = tolerance(due, RELATIVE);
    double sum = 0;
    for (int k = 0; k < each.length; k++) {
      for (double entry : seed[k]) {
        sum += Math.abs(entry) * each[k];
      }
    }
    return sum;
  }
}
