package org.frechet.examples.readme;

import static org.frechet.linalg.LinearAlgebra.identityLike;
import static org.frechet.linalg.LinearAlgebra.solve;

import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

public final class CayleyRules implements RuleSet {
  /** {@code C = (I − A)⁻¹ (I + A)}, n×n → n×n. */
  public static final Primitive.Unary<Matrix, Matrix> CAYLEY =
      Primitive.unary("acme.cayley", CayleyRules::evaluate);

  public static Matrix cayley(Matrix a) {
    return CAYLEY.apply(a);
  }

  private static Matrix evaluate(Matrix a) {
    return solve(identityLike(a).subtract(a), identityLike(a).add(a));
  }

  @Override
  public void declare(RuleBinder rules) {
    // Ċ = (I − A)⁻¹ Ȧ (C + I)
    rules
        .on(CAYLEY)
        .frule(
            (c, a, da) -> solve(identityLike(a).subtract(a), da.multiply(c.add(identityLike(a)))));
  } // no rrule: derived
}
