package org.frechet.linalg;

import org.frechet.linalg.Kronecker.Collected;
import org.frechet.linalg.Kronecker.Rearranged;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;

/** The two orders of entries between which the Kronecker product moves: inverse and adjoint. */
public final class KroneckerRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public KroneckerRules() {}

  @Override
  public void declare(RuleBinder rules) {
    rules
        .on(Rearranged.class)
        .frule((order, y, x, dx) -> order.apply(dx))
        .rrule((order, y, x, gy) -> new Collected(order).apply(gy));
    rules
        .on(Collected.class)
        .frule((order, y, x, dx) -> order.apply(dx))
        .rrule((order, y, x, gy) -> order.inverse().apply(gy));
  }
}
