package org.frechet.testkit;

import java.util.Objects;
import org.frechet.backend.AdType;
import org.frechet.value.Structure;

/** Where the primal throws, the derivative throws the same. */
final class ThrowCheck {

  private final Trial trial;

  ThrowCheck(Trial trial) {
    this.trial = trial;
  }

  void run() {
    RuntimeException due = thrownBy(() -> trial.subject.plain(trial.x.arguments()));
    if (due == null) {
      trial.findings.report("the plain evaluation throws nothing here");
      return;
    }
    if (trial.modes.tokens().isEmpty()) {
      trial.findings.report("no backend is on the path, so nothing is differentiated");
    }
    for (AdType token : trial.modes.tokens()) {
      BackendLinearization by =
          new BackendLinearization(
              trial.modes.differentiation(), token, token, trial.subject, trial.x);
      compare("pushforward by " + token, due, thrownBy(() -> pushforward(by)));
      compare("pullback by " + token, due, thrownBy(() -> pullback(by)));
    }
  }

  private void pushforward(Linearization by) {
    by.pushforward(trial.x.tangents(trial.directions.everywhere()));
  }

  private void pullback(Linearization by) {
    by.pullback(Structure.zeroLike(trial.x.arguments().get(0)), trial.everyArgument());
  }

  private static RuntimeException thrownBy(Findings.Check action) {
    try {
      action.run();
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  private void compare(String what, RuntimeException due, RuntimeException given) {
    boolean same =
        given != null
            && given.getClass() == due.getClass()
            && Objects.equals(given.getMessage(), due.getMessage());
    if (!same) {
      trial.findings.report("%s: threw %s, the plain evaluation throws %s", what, given, due);
    }
  }
}
