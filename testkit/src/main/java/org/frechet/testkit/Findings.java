package org.frechet.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found wrong, all of it: checks go on after a failure. Not safe between threads. */
final class Findings {

  private final List<String> found = new ArrayList<>();
  private int checks;

  /** A check that may report, or throw, which is reported too. */
  @FunctionalInterface
  interface Check {
    void run();
  }

  void check(String name, Check check) {
    checks++;
    try {
      check.run();
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      report("%s: threw %s", name, e);
    }
  }

  void report(String format, Object... arguments) {
    String message = String.format(Locale.ROOT, format, arguments);
    if (!found.contains(message)) {
      found.add(message);
    }
  }

  /** Reports unless {@code given} is as close to {@code due} as {@code tolerance}, in each leaf. */
  boolean compare(
      String what, double[][] given, String source, double[][] due, double[] tolerance) {
    for (int k = 0; k < due.length; k++) {
      if (given[k].length != due[k].length) {
        report("%s: has %d entries, %d are due", what, given[k].length, due[k].length);
        return false;
      }
      double distance = Numbers.distance(given[k], due[k]);
      if (!(distance <= tolerance[k])) {
        report(
            "%s: differs from %s by %.2e (tolerance %.1e)%s: gave %s, due is %s%s",
            what,
            source,
            distance,
            tolerance[k],
            due.length > 1 ? " in leaf " + k : "",
            Numbers.text(given[k]),
            Numbers.text(due[k]),
            Diagnosis.of(given[k], due[k]));
        return false;
      }
    }
    return true;
  }

  /** Reports unless two numbers are as close as {@code tolerance}. */
  void compare(String what, double given, String source, double due, double tolerance) {
    compare(
        what, new double[][] {{given}}, source, new double[][] {{due}}, new double[] {tolerance});
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  int size() {
    return found.size();
  }

  int checks() {
    return checks;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < found.size(); i++) {
      text.append(String.format("%n  %d. %s", i + 1, found.get(i)));
    }
    return text.toString();
  }
}
