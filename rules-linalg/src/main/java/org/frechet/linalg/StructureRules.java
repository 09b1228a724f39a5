package org.frechet.linalg;

import org.frechet.linalg.Structures.Band;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;

/** Products and structure. */
public final class StructureRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public StructureRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // c = a × b :  ā = b × c̄,  b̄ = c̄ × a, as ⟨c̄, a × b⟩ is the same under cyclic exchange
    rules
        .on(Structures.CROSS)
        .bilinear(
            (gc, b) -> Structures.CROSS.apply(b, gc), (gc, a) -> Structures.CROSS.apply(gc, a));
    rules
        .on(Band.class)
        .frule((band, y, a, da) -> band.apply(da))
        .rrule((band, y, a, gy) -> band.apply(gy));
    rules
        .on(Structures.SYMMETRIC_LIKE)
        .first((y, x, s, dx) -> dx, (y, x, s, gy) -> gy)
        .second()
        .zero();
  }
}
