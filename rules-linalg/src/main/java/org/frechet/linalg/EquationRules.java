package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.dlyap;
import static org.frechet.linalg.LinearAlgebra.lyap;
import static org.frechet.linalg.LinearAlgebra.sylvester;

import java.util.function.Supplier;
import org.frechet.rule.BinaryRules.Cotangents;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.rule.TernaryRules.Triple;
import org.frechet.value.Matrix;

/** Linear matrix equations; the adjoints are those of Kao and Hennequin 2020, arXiv 2011.11430. */
public final class EquationRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public EquationRules() {}

  @Override
  public void declare(RuleBinder rules) {
    rules
        .on(Equations.SYLVESTER)
        .jointFrule(EquationRules::pushSylvester)
        .jointRrule(EquationRules::pullSylvester);

    // A X + X Aᵀ + Q = 0 :  Ẋ solves it for Ȧ X + X Ȧᵀ + Q̇;
    // Aᵀ S + S A + X̄ = 0,  Ā = S Xᵀ + Sᵀ X,  Q̄ = S
    rules
        .on(Equations.LYAP)
        .jointFrule(
            (x, a, q, da, dq) -> lyap(a, da.multiply(x).add(x.multiply(da.transpose())).add(dq)))
        .jointRrule(
            (x, a, q, gx) -> {
              Matrix s = lyap(a.transpose(), gx);
              return new Cotangents<>(
                  () -> s.multiply(x.transpose()).add(s.transpose().multiply(x)), () -> s);
            });

    // A X Aᵀ − X + Q = 0 :  Ẋ solves it for Ȧ X Aᵀ + A X Ȧᵀ + Q̇;
    // Aᵀ S A − S + X̄ = 0,  Ā = S A Xᵀ + Sᵀ A X,  Q̄ = S
    rules
        .on(Equations.DLYAP)
        .jointFrule(EquationRules::pushDiscrete)
        .jointRrule(
            (x, a, q, gx) -> {
              Matrix s = dlyap(a.transpose(), gx);
              return new Cotangents<>(() -> discreteCotangent(a, x, s), () -> s);
            });
  }

  private static Matrix pushDiscrete(Matrix x, Matrix a, Matrix q, Matrix da, Matrix dq) {
    Matrix left = da.multiply(x).multiply(a.transpose());
    Matrix right = a.multiply(x).multiply(da.transpose());
    return dlyap(a, left.add(right).add(dq));
  }

  private static Matrix discreteCotangent(Matrix a, Matrix x, Matrix s) {
    Matrix left = s.multiply(a).multiply(x.transpose());
    return left.add(s.transpose().multiply(a).multiply(x));
  }

  /** {@code A Ẋ + Ẋ B = Ċ − Ȧ X − X Ḃ}. */
  private static Matrix pushSylvester(
      Matrix x, Triple<Matrix, Matrix, Matrix> at, Triple<Matrix, Matrix, Matrix> d) {
    Matrix right = d.third().subtract(d.first().multiply(x)).subtract(x.multiply(d.second()));
    return sylvester(at.first(), at.second(), right);
  }

  /** {@code Aᵀ S + S Bᵀ = X̄; Ā = −S Xᵀ, B̄ = −Xᵀ S, C̄ = S}. */
  private static Triple<Supplier<Matrix>, Supplier<Matrix>, Supplier<Matrix>> pullSylvester(
      Matrix x, Triple<Matrix, Matrix, Matrix> at, Matrix gx) {
    Matrix s = sylvester(at.first().transpose(), at.second().transpose(), gx);
    return new Triple<>(
        () -> s.multiply(x.transpose()).negate(),
        () -> x.transpose().multiply(s).negate(),
        () -> s);
  }
}
