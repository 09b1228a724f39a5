package org.frechet.testkit;

/** All checks of a rule at one point, in the order in which failures are best read. */
final class RuleTrial {

  /** How far the nearby point is, relative to the entries. */
  private static final double NEARBY = 1.0 / 64;

  private final Trial trial;
  private final boolean sharesWork;
  private final boolean secondOrder;

  RuleTrial(Trial trial, boolean sharesWork, boolean secondOrder) {
    this.trial = trial;
    this.sharesWork = sharesWork;
    this.secondOrder = secondOrder;
  }

  void run() {
    Watch watch = new Watch().on("an argument", trial.x.arguments());
    trial.findings.check("plain evaluation", this::evaluation);
    watch.report(trial.findings, "the plain evaluation");
    if (!trial.hasRule() && !trial.subject.primitive().isComposed()) {
      trial.findings.check("rule", () -> trial.rules.rule(trial.subject.primitive()));
    }
    if (trial.findings.isEmpty()) {
      if (trial.hasRule()) {
        trial.findings.check("pushforward and pullback", () -> immutable(watch));
      }
      derivatives();
      watch.report(trial.findings, "a check");
    }
  }

  private void derivatives() {
    if (trial.differentiable) {
      trial.findings.check("differences", () -> differences(trial.x, "", false));
      trial.findings.check("differences nearby", this::nearby);
    }
    if (trial.hasRule()) {
      new AlgebraCheck(trial).run();
      new DemandCheck(trial, sharesWork).run();
      new DerivationCheck(trial).run();
      new PerturbationCheck(trial).run();
      new NumericCheck(trial).run();
    }
    new BackendCheck(trial).run();
    if (secondOrder) {
      trial.findings.check("second order", () -> new SecondOrderCheck(trial).run());
    }
  }

  /** The same twice: an evaluation without memory. */
  private void evaluation() {
    double[][] once = Numbers.of(trial.subject.evaluate(trial.x.arguments()));
    double[][] again = Numbers.of(trial.subject.evaluate(trial.x.arguments()));
    double[] exactly = new double[once.length];
    trial.findings.compare("plain evaluation, repeated", again, "the first", once, exactly);
  }

  private void immutable(Watch arguments) {
    RuleLinearization rule = trial.byRule(trial.x);
    Object[] tangents = trial.x.tangents(trial.directions.everywhere());
    Object cotangent = trial.admissibleCotangent(rule.value());
    Watch given =
        new Watch()
            .on("the result", rule.value())
            .on("a tangent", tangents)
            .on("the cotangent", cotangent);
    try {
      rule.pushforward(tangents);
    } finally {
      arguments.report(trial.findings, "pushforward");
      given.report(trial.findings, "pushforward");
    }
    try {
      rule.pullback(cotangent, trial.everyArgument());
    } finally {
      arguments.report(trial.findings, "pullback");
      given.report(trial.findings, "pullback");
    }
  }

  private void differences(Layout at, String where, boolean mayBeUnjudgeable) {
    new DifferenceCheck(trial, at, where, mayBeUnjudgeable).run();
  }

  /** At a second point a buffer that was filled at the first one does not agree any more. */
  private void nearby() {
    for (double t : new double[] {NEARBY, -NEARBY, NEARBY / 1024}) {
      Layout at = new Layout(trial.x.moved(trial.directions.everywhere(), t));
      if (isInDomain(at)) {
        differences(at, ", at a nearby point", true);
        return;
      }
    }
  }

  private boolean isInDomain(Layout at) {
    try {
      return Numbers.areFinite(Numbers.of(trial.subject.evaluate(at.arguments())));
    } catch (RuntimeException outside) {
      return false;
    }
  }
}
