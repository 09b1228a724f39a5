package org.frechet.rule;

import static org.frechet.value.Elementwise.reciprocalOrZero;
import static org.frechet.value.Elementwise.scale;

import org.frechet.value.Products;
import org.frechet.value.Reductions;
import org.frechet.value.Shaping;

/** Sums and norms. */
final class ReductionRules implements RuleSet {

  @Override
  public void declare(RuleBinder rules) {
    rules.on(Reductions.SUM).linear((y, x, gy) -> Shaping.fill(x.shape(), gy));
    rules
        .on(Reductions.CUMULATIVE_SUM)
        .linear((y, x, gy) -> Reductions.REVERSE_CUMULATIVE_SUM.apply(gy));
    rules
        .on(Reductions.REVERSE_CUMULATIVE_SUM)
        .linear((y, x, gy) -> Reductions.CUMULATIVE_SUM.apply(gy));
    // y = √⟨x, x⟩ :  ẏ = ⟨x, ẋ⟩ / y, and 0 at 0
    rules
        .on(Reductions.NORM)
        .frule((y, x, dx) -> Products.dot(scale(x, reciprocalOrZero(y)), dx))
        .rrule((y, x, gy) -> scale(scale(x, reciprocalOrZero(y)), gy));
  }
}
