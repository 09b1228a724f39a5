package org.frechet.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.frechet.rule.Application;
import org.frechet.rule.Direction;
import org.frechet.rule.Rule;

/** Nothing is given, and nothing is computed, for arguments that nobody asked about. */
final class DemandCheck {

  private final Trial trial;
  private final boolean sharesWork;

  /**
   * A check.
   *
   * @param sharesWork whether the arguments share work in a joint form, so that some is in vain
   */
  DemandCheck(Trial trial, boolean sharesWork) {
    this.trial = trial;
    this.sharesWork = sharesWork;
  }

  void run() {
    for (int i = 0; trial.x.arity() > 1 && i < trial.x.arity(); i++) {
      int argument = i;
      trial.findings.check("demand", () -> answers(argument));
      // a derived pullback replays the frule, of which parts may be in vain
      if (!sharesWork && trial.isWritten(Direction.RRULE, i)) {
        trial.findings.check("demand", () -> work(argument));
      }
    }
  }

  private boolean[] only(int argument) {
    boolean[] wanted = new boolean[trial.x.arity()];
    wanted[argument] = true;
    return wanted;
  }

  private void answers(int argument) {
    RuleLinearization rule = trial.byRule(trial.x);
    Object cotangent = trial.admissibleCotangent(rule.value());
    Object[] all = rule.pullback(cotangent, trial.everyArgument());
    Object[] one = rule.pullback(cotangent, only(argument));
    for (int i = 0; i < one.length; i++) {
      if (i != argument && one[i] != null) {
        trial.findings.report(
            "demand: gave a cotangent of argument %d, when only that of argument %d was wanted",
            trial.subject.argument(i), trial.subject.argument(argument));
      }
    }
    double[][] due = entries(all, argument);
    String name = "demand: the pullback to argument %d alone";
    trial.agree(
        name.formatted(trial.subject.argument(argument)),
        entries(one, argument),
        "its part of the whole pullback",
        due,
        Numbers.sizes(due),
        at -> due);
  }

  /** The entries of one cotangent, with zeros for the others. */
  private double[][] entries(Object[] cotangents, int argument) {
    Object[] one = new Object[cotangents.length];
    one[argument] = cotangents[argument];
    return trial.x.entries(one);
  }

  /** Runs the pullback under observation. */
  private void work(int argument) {
    Rule rule = trial.rules.rule(trial.subject.primitive());
    Recorder recorder = new Recorder();
    Layout watched = new Layout((List<?>) recorder.watched(trial.x.arguments()));
    Object result = trial.subject.plain(trial.x.arguments());
    Application at =
        new Application(
            trial.subject.primitive(),
            trial.subject.all(watched.arguments()),
            recorder.watched(result));
    Object cotangent = recorder.watched(trial.admissibleCotangent(result));
    Object[] pulled =
        new RuleLinearization(trial.subject, rule, at).pullback(cotangent, only(argument));
    List<Object> answers = new ArrayList<>(Arrays.asList(pulled));
    answers.removeIf(Objects::isNull);
    List<String> unused = recorder.unused(answers);
    if (!unused.isEmpty()) {
      trial.findings.report(
          "demand: the pullback to argument %d alone computes what it does not use: %s; give each argument a lambda of its own, or say sharingWork() where a joint one is meant",
          trial.subject.argument(argument), String.join(", ", unused));
    }
  }
}
