package org.frechet.testkit;

/** Pushforwards and pullbacks against differences of the plain evaluation. */
final class DifferenceCheck {

  private static final double RELATIVE = 1e-10;
  private static final double JUDGEABLE = 1e-4;

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
    Judge judge =
        new Judge(
            trial,
            x,
            "finite differences",
            RELATIVE,
            at -> Differences.first(t -> Numbers.of(trial.subject.evaluate(at.moved(d, t)))));
    trial.findings.check("pushforward, " + name, () -> pushforward(judge, d, name));
    trial.findings.check("pullback, " + name, () -> pullback(judge, d, name));
  }

  private void pushforward(Judge judge, double[][] d, String name) {
    double[][] pushed = Numbers.of(trial.derivative(x).pushforward(x.tangents(d)));
    if (isJudgeable(judge, pushed, name)) {
      judge.compare("pushforward, " + name, pushed);
    }
  }

  private boolean isJudgeable(Judge judge, double[][] given, String name) {
    double[] sizes = Numbers.sizes(Numbers.of(trial.subject.evaluate(x.arguments())));
    for (int k = 0; k < sizes.length; k++) {
      sizes[k] = Math.max(sizes[k], Numbers.largest(given[k]));
    }
    int worst = judge.leafWorseThan(JUDGEABLE, sizes);
    if (worst >= 0 && !mayBeUnjudgeable) {
      trial.findings.report(
          "differences, %s: their error is about %.1e of %.1e: no judge of this point; where the function is not differentiable, say so with whereNotDifferentiable()",
          name, judge.error(worst), sizes[worst]);
    }
    return worst < 0;
  }

  private void pullback(Judge judge, double[][] d, String name) {
    Linearization derivative = trial.derivative(x);
    Object cotangent = trial.cotangentFor(derivative.value());
    double[][] seed = Numbers.of(cotangent);
    double[][] pulled = x.entries(derivative.pullback(cotangent, trial.everyArgument()));
    double[] sizes = Numbers.sizes(Numbers.of(derivative.value()));
    if (judge.leafWorseThan(JUDGEABLE, sizes) < 0) {
      double[][] given = {{Numbers.inner(pulled, d)}};
      judge.contracted(seed).compare("pullback ⟨x̄, ẋ⟩, " + name, given);
    }
  }
}
