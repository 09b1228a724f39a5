package org.frechet.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.Backend;
import org.frechet.backend.ForwardBackend;
import org.frechet.backend.ReverseBackend;
import org.frechet.testkit.Scenario.Inner;

/**
 * How often the user's function is called: once for one tangent pushed forward, once for any number
 * of cotangents pulled back, and never more often for the sake of the value.
 */
final class CallCheck {

  private final AtomicInteger calls = new AtomicInteger();
  private final Scenario scenario;
  private final Backend backend;
  private final Operators operators;
  private final Findings findings;

  /**
   * A check.
   *
   * @param backend what handles the token; null if that is not known
   */
  CallCheck(
      Scenario scenario, Differentiation di, AdType token, Backend backend, Findings findings) {
    this.scenario = scenario;
    this.backend = backend;
    this.findings = findings;
    Function<Object, Object> f = scenario.function().apply(new Inner(di, token));
    this.operators =
        new Operators(
            di,
            token,
            x -> {
              calls.incrementAndGet();
              return f.apply(x);
            });
  }

  void run() {
    Object x = scenario.x();
    Object dx = Numbers.structure(x, Numbers.flat(x));
    int pushforward = count(() -> operators.pushforward(x, dx));
    if (backend instanceof ForwardBackend) {
      expect("pushforward", pushforward, 1);
    }
    Object y = operators.pushforwards(x, List.of(dx)).value();
    int pullback = count(() -> operators.pullbacks(x, List.of(y, y)));
    if (backend instanceof ReverseBackend) {
      expect("pullbacks of two cotangents", pullback, 1);
    }
    int jacobian = count(() -> operators.jacobian(x));
    int withValue = count(() -> operators.valueAndJacobian(x));
    if (withValue > jacobian) {
      findings.report(
          "calls: valueAndJacobian called the function %d times, jacobian %d times: the value is free",
          withValue, jacobian);
    }
  }

  private int count(Runnable operation) {
    calls.set(0);
    operation.run();
    return calls.get();
  }

  private void expect(String operator, int given, int due) {
    if (given != due) {
      findings.report("calls: %s called the function %d times, %d is due", operator, given, due);
    }
  }
}
