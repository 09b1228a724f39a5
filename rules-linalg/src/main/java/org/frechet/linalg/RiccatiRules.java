package org.frechet.linalg;

import java.util.function.Supplier;
import org.frechet.linalg.RiccatiEquations.Weights;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.rule.TernaryRules.Triple;
import org.frechet.value.Matrix;

/**
 * Algebraic Riccati equations: the derivative of X is one linear matrix equation in the closed loop
 * {@code C = A − B K}, whose Schur form is that of the value. W is the curvature, {@code W K} the
 * right-hand side of the gain. Kao and Hennequin 2020, arXiv 2011.11430, section 4.
 */
public final class RiccatiRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public RiccatiRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // Cᵀ Ẋ + Ẋ C + sym(2 (Ȧ − Ḃ K)ᵀ X) + Q̇ + Kᵀ Ṙ K = 0
    rules
        .on(RiccatiEquations.CARE)
        .jointFrule((y, at, d) -> RiccatiSlopes.CARE_PUSHFORWARD.apply(y, at, d))
        .jointRrule((y, at, g) -> each(RiccatiSlopes.CARE_PULLBACK.apply(y, at, g)));

    // Cᵀ Ẋ C − Ẋ + sym(2 (Ȧ − Ḃ K)ᵀ X C) + Q̇ + Kᵀ Ṙ K = 0
    rules
        .on(RiccatiEquations.DARE)
        .jointFrule((y, at, d) -> RiccatiSlopes.DARE_PUSHFORWARD.apply(y, at, d))
        .jointRrule((y, at, g) -> each(RiccatiSlopes.DARE_PULLBACK.apply(y, at, g)));
  }

  private static Triple<Supplier<Matrix>, Supplier<Matrix>, Supplier<Weights>> each(
      Triple<Matrix, Matrix, Weights> all) {
    return new Triple<>(all::first, all::second, all::third);
  }
}
