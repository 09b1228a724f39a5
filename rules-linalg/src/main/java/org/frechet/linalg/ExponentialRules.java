package org.frechet.linalg;

import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;

/** The matrix exponential, to every order, as any analytic function. */
public final class ExponentialRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public ExponentialRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // Y = exp A :  Ẏ = L(A; Ȧ),  Ā = L(Aᵀ; Ȳ)    [Al-Mohy and Higham 2009]
    MatrixFunctionRules.declare(rules, Exponentials.FUNCTION);
  }
}
