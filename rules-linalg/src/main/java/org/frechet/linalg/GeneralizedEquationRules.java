package org.frechet.linalg;

import static org.frechet.linalg.GeneralizedEquations.GSYLVESTER;

import java.util.function.Supplier;
import org.frechet.linalg.GeneralizedEquations.Pair;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.rule.TernaryRules.Triple;
import org.frechet.value.Matrix;

/** The generalized Sylvester equation, at the level of the equation. */
public final class GeneralizedEquationRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public GeneralizedEquationRules() {}

  @Override
  public void declare(RuleBinder rules) {
    rules
        .on(GSYLVESTER)
        .jointFrule(GeneralizedEquationRules::push)
        .jointRrule(GeneralizedEquationRules::pull);
  }

  /** {@code A Ẋ B + C Ẋ D = Ė − Ȧ X B − A X Ḃ − Ċ X D − C X Ḋ}. */
  private static Matrix push(
      Matrix x, Triple<Pair, Pair, Matrix> at, Triple<Pair, Pair, Matrix> d) {
    Pair left = at.first();
    Pair right = at.second();
    Matrix e =
        d.third()
            .subtract(d.first().first().multiply(x).multiply(right.first()))
            .subtract(left.first().multiply(x).multiply(d.second().first()))
            .subtract(d.first().second().multiply(x).multiply(right.second()))
            .subtract(left.second().multiply(x).multiply(d.second().second()));
    return GSYLVESTER.apply(left, right, e);
  }

  /**
   * {@code Aᵀ S Bᵀ + Cᵀ S Dᵀ = X̄; Ā = −S Bᵀ Xᵀ, B̄ = −Xᵀ Aᵀ S, C̄ = −S Dᵀ Xᵀ, D̄ = −Xᵀ Cᵀ S, Ē =
   * S}.
   */
  private static Triple<Supplier<Pair>, Supplier<Pair>, Supplier<Matrix>> pull(
      Matrix x, Triple<Pair, Pair, Matrix> at, Matrix gx) {
    Matrix s = GSYLVESTER.apply(at.first().transposed(), at.second().transposed(), gx);
    return new Triple<>(() -> ofLeft(x, at.second(), s), () -> ofRight(x, at.first(), s), () -> s);
  }

  private static Pair ofLeft(Matrix x, Pair right, Matrix s) {
    Matrix xb = x.multiply(right.first());
    Matrix xd = x.multiply(right.second());
    return new Pair(s.multiply(xb.transpose()).negate(), s.multiply(xd.transpose()).negate());
  }

  private static Pair ofRight(Matrix x, Pair left, Matrix s) {
    Matrix ax = left.first().multiply(x);
    Matrix cx = left.second().multiply(x);
    return new Pair(ax.transpose().multiply(s).negate(), cx.transpose().multiply(s).negate());
  }
}
