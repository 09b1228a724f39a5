package org.frechet.linalg;

import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Vector;

/** Sums of exponentials. */
public final class StatisticsRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public StatisticsRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // y = log Σ exp x :  ẏ = ⟨softmax x, ẋ⟩
    rules
        .on(Exponentiated.LOG_SUM_EXP)
        .frule((y, x, dx) -> Exponentiated.SOFTMAX.apply(x).dot(dx))
        .rrule((y, x, gy) -> Exponentiated.SOFTMAX.apply(x).multiply(gy));

    // y = softmax x :  ẏ = y ⊙ (ẋ − ⟨y, ẋ⟩), which is self-adjoint
    rules
        .on(Exponentiated.SOFTMAX)
        .frule((y, x, dx) -> weighted(y, dx))
        .rrule((y, x, gy) -> weighted(y, gy));
  }

  private static Vector weighted(Vector y, Vector d) {
    return y.hadamard(d.subtract(y.dot(d)));
  }
}
