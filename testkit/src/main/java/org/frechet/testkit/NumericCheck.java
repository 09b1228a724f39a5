package org.frechet.testkit;

import org.frechet.rule.Application;
import org.frechet.rule.Rule;
import org.frechet.value.NumericPartials;
import org.frechet.value.Primitive;
import org.frechet.value.Shaping;
import org.frechet.value.Value;

/**
 * Partial derivatives in plain numbers, which backends take for scalars, against the rule that they
 * repeat.
 */
final class NumericCheck {

  private final Trial trial;
  private final Rule rule;

  NumericCheck(Trial trial) {
    this.trial = trial;
    this.rule = trial.rules.rule(trial.subject.primitive());
  }

  void run() {
    Primitive primitive = trial.subject.primitive();
    boolean isElementwise =
        primitive instanceof Primitive.Elementwise
            || primitive instanceof Primitive.ElementwiseBinary;
    if (isElementwise && rule.numericPartials() != null) {
      for (int i = 0; i < trial.x.arity(); i++) {
        int argument = trial.subject.argument(i);
        String name = "numeric partial, argument " + argument;
        trial.findings.check(name, () -> partial(name, argument));
      }
    }
  }

  private void partial(String name, int argument) {
    double[][] due = {byRule(trial.x, argument)};
    trial.agree(
        name,
        new double[][] {byNumbers(trial.x, argument)},
        "the rule",
        due,
        Numbers.sizes(due),
        at -> new double[][] {byRule(at, argument)});
  }

  /** All entries of the partial derivative at once: the pushforward of ones. */
  private double[] byRule(Layout at, int argument) {
    Object[] arguments = trial.subject.all(at.arguments());
    Object[] tangents = new Object[arguments.length];
    tangents[argument] = Shaping.fillLike((Value) arguments[argument], 1);
    Object y = trial.subject.plain(at.arguments());
    Application application = new Application(trial.subject.primitive(), arguments, y);
    Object pushed = rule.pushforward(application, tangents);
    return pushed == null ? new double[((Value) y).size()] : Numbers.flat(pushed);
  }

  private double[] byNumbers(Layout at, int argument) {
    NumericPartials partials = rule.numericPartials();
    Object[] arguments = trial.subject.all(at.arguments());
    double[] y = Numbers.flat(trial.subject.plain(at.arguments()));
    double[] a = Numbers.flat(arguments[0]);
    double[] b = arguments.length == 1 ? new double[a.length] : Numbers.flat(arguments[1]);
    double[] given = new double[y.length];
    for (int k = 0; k < given.length; k++) {
      given[k] =
          argument == 0 ? partials.first(y[k], a[k], b[k]) : partials.second(y[k], a[k], b[k]);
    }
    return given;
  }
}
