package org.frechet.rule;

import static org.frechet.value.Elementary.SELECTED;
import static org.frechet.value.Elementwise.scale;

import org.frechet.value.Arithmetic;
import org.frechet.value.Elementary;
import org.frechet.value.Products;
import org.frechet.value.Reductions;
import org.frechet.value.Scalar;
import org.frechet.value.Shaping;
import org.frechet.value.Value;

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
    // y = √⟨x, x⟩ :  ẏ = ⟨x, ẋ⟩ / y, and 0 at 0, even of an infinite ẋ
    rules
        .on(Reductions.NORM)
        .frule((y, x, dx) -> SELECTED.apply(Products.dot(direction(x, y), dx), y))
        .rrule((y, x, gy) -> scale(direction(x, y), SELECTED.apply(gy, y)));
  }

  /** {@code x / |x|}; a quotient and no reciprocal, which might overflow. */
  private static Value direction(Value x, Scalar norm) {
    return Arithmetic.DIVIDE_BY.apply(x, Elementary.INFINITE_IF_ZERO.apply(norm));
  }
}
