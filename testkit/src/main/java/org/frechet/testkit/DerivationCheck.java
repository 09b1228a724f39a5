package org.frechet.testkit;

import org.frechet.rule.Application;
import org.frechet.rule.Direction;
import org.frechet.rule.MissingRuleException;
import org.frechet.rule.Rule;
import org.frechet.rule.RuleConflictException;
import org.frechet.rule.RuleRegistry;

/**
 * One direction is enough: what the registry derives from either written direction alone equals the
 * other one. A direction that leads back to itself cannot be derived, which is no fault.
 */
final class DerivationCheck {

  private final Trial trial;
  private final Rule rule;

  DerivationCheck(Trial trial) {
    this.trial = trial;
    this.rule = trial.rules.rule(trial.subject.primitive());
  }

  void run() {
    if (!rule.isZero()) {
      trial.findings.check("pullback derived from the frule", this::pullback);
      trial.findings.check("pushforward derived from the rrule", this::pushforward);
    }
  }

  /** Whether this direction is written for every argument that varies. */
  private boolean isWritten(Direction direction) {
    for (int i = 0; i < trial.x.arity(); i++) {
      if (!trial.isWritten(direction, i)) {
        return false;
      }
    }
    return true;
  }

  private RuleLinearization derived(Direction from, Layout at) {
    RuleRegistry one = trial.rules.with(new OneDirection(trial.subject.primitive(), rule, from));
    return RuleLinearization.of(trial.subject, one.rule(trial.subject.primitive()), at);
  }

  private void pullback() {
    if (!isWritten(Direction.FRULE) || !isWritten(Direction.RRULE)) {
      return;
    }
    Application at = trial.byRule(trial.x).at();
    Object cotangent = trial.admissibleCotangent(at.result());
    double[][] due = pull(trial.byRule(trial.x), cotangent);
    double[][] given;
    try {
      given = pull(derived(Direction.FRULE, trial.x), cotangent);
    } catch (MissingRuleException | RuleConflictException underivable) {
      return;
    }
    trial.agree(
        "pullback derived from the frule",
        trial.projected(given),
        "the written rrule",
        due,
        Numbers.sizes(due),
        moved -> trial.projected(pull(derived(Direction.FRULE, moved), cotangent)));
  }

  private double[][] pull(RuleLinearization at, Object cotangent) {
    return trial.x.entries(at.pullback(cotangent, trial.everyArgument()));
  }

  private void pushforward() {
    if (!isWritten(Direction.FRULE) || !isWritten(Direction.RRULE)) {
      return;
    }
    Object[] tangents = trial.x.tangents(trial.directions.everywhere());
    double[][] due = Numbers.of(trial.byRule(trial.x).pushforward(tangents));
    double[][] given;
    try {
      given = Numbers.of(derived(Direction.RRULE, trial.x).pushforward(tangents));
    } catch (MissingRuleException | RuleConflictException underivable) {
      return;
    }
    trial.agree(
        "pushforward derived from the rrule",
        given,
        "the written frule",
        due,
        Numbers.sizes(due),
        at -> Numbers.of(derived(Direction.RRULE, at).pushforward(tangents)));
  }
}
