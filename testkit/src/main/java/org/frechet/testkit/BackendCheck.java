package org.frechet.testkit;

import java.util.Arrays;
import org.frechet.backend.AdType;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleConflictException;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;

/** What backends make of the rule: the plain value, and the rule's own derivative. */
final class BackendCheck {

  /** How much less accurate than a rule the derivative of a body in many operations may be. */
  private static final double BODY = 1e3;

  private final Trial trial;

  BackendCheck(Trial trial) {
    this.trial = trial;
  }

  void run() {
    for (AdType token : trial.modes.tokens()) {
      trial.findings.check("value by " + token, () -> value(token));
      for (int i = 0; i < trial.x.arity(); i++) {
        int argument = i;
        String name = token + ", argument " + trial.subject.argument(i);
        trial.findings.check("pushforward by " + name, () -> pushforward(token, argument, name));
        trial.findings.check("pullback by " + name, () -> pullback(token, argument, name));
      }
    }
    if (trial.hasRule() && trial.subject.primitive().isComposed()) {
      trial.findings.check("derivative of the body", this::body);
    }
  }

  private BackendLinearization by(AdType token, Layout at) {
    return new BackendLinearization(trial.modes.differentiation(), token, token, trial.subject, at);
  }

  private void value(AdType token) {
    double[][] due = Numbers.of(trial.subject.evaluate(trial.x.arguments()));
    trial.agree(
        "value by " + token,
        Numbers.of(by(token, trial.x).value()),
        "the plain evaluation",
        due,
        Numbers.sizes(due),
        at -> Numbers.of(by(token, at).value()));
  }

  private void pushforward(AdType token, int argument, String name) {
    Object[] tangents = trial.x.tangents(trial.directions.everywhere());
    for (int i = 0; i < tangents.length; i++) {
      tangents[i] = i == argument ? tangents[i] : null;
    }
    double[][] due = Numbers.of(trial.derivative(trial.x).pushforward(tangents));
    trial.agree(
        "pushforward by " + name,
        Numbers.of(by(token, trial.x).pushforward(tangents)),
        "the rule itself",
        due,
        Numbers.sizes(due),
        at -> Numbers.of(by(token, at).pushforward(tangents)));
  }

  private void pullback(AdType token, int argument, String name) {
    Linearization derivative = trial.derivative(trial.x);
    Object cotangent = trial.cotangentFor(derivative.value());
    boolean[] wanted = new boolean[trial.x.arity()];
    wanted[argument] = true;
    double[][] due = trial.x.entries(derivative.pullback(cotangent, wanted));
    trial.agree(
        "pullback by " + name,
        trial.x.entries(by(token, trial.x).pullback(cotangent, wanted)),
        "the rule itself",
        due,
        Numbers.sizes(due),
        at -> at.entries(by(token, at).pullback(cotangent, wanted)));
  }

  /** A rule of a composed primitive replaces the derivative of its body, and must equal it. */
  private void body() {
    Modes bodies;
    try {
      RuleRegistry without = trial.rules.with(new Declining());
      bodies = trial.modes.with(without);
    } catch (RuleConflictException overridden) {
      return;
    }
    Object[] tangents = trial.x.tangents(trial.directions.everywhere());
    double[][] due = Numbers.of(trial.derivative(trial.x).pushforward(tangents));
    for (AdType token : bodies.tokens()) {
      BackendLinearization body =
          new BackendLinearization(bodies.differentiation(), token, token, trial.subject, trial.x);
      trial.agree(
          "pushforward of the rule",
          due,
          "that of the body by " + token,
          Numbers.of(body.pushforward(tangents)),
          Arrays.stream(Numbers.sizes(due)).map(size -> BODY * size).toArray(),
          at -> Numbers.of(trial.derivative(at).pushforward(tangents)));
    }
  }

  private final class Declining implements RuleSet {
    @Override
    public void declare(RuleBinder rules) {
      rules.decline(trial.subject.primitive());
    }
  }
}
