package org.frechet.linalg;

import static org.frechet.linalg.FactorizationFunctions.solveSpd;
import static org.frechet.linalg.LinearAlgebra.symmetricPart;

import org.frechet.rule.BinaryRules.Cotangents;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;

/** Equations with a symmetric coefficient, and the polar decomposition, which leads to one. */
public final class SymmetricEquationRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public SymmetricEquationRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // A X = B as a function of the symmetric part of A :  S = A⁻¹ X̄,  Ā = −sym(S Xᵀ),  B̄ = S
    rules
        .on(SymmetricEquations.SOLVE_SPD)
        .jointFrule((x, a, b, da, db) -> solveSpd(a, db.subtract(symmetricPart(da).multiply(x))))
        .jointRrule(
            (x, a, b, gx) -> {
              Matrix s = solveSpd(a, gx);
              return new Cotangents<>(
                  () -> symmetricPart(s.multiply(x.transpose())).negate(), () -> s);
            });

    // P X + X P = skew C, P by its symmetric part :  Ẋ solves it for Ċ − Ṗ X − X Ṗ;
    // S solves it for X̄,  P̄ = S X + X S,  C̄ = S
    rules
        .on(SymmetricEquations.SKEW_LYAP)
        .jointFrule(
            (x, p, c, dp, dc) -> {
              Matrix half = symmetricPart(dp).multiply(x);
              return skewLyap(p, dc.subtract(half).add(half.transpose()));
            })
        .jointRrule(
            (x, p, c, gx) -> {
              Matrix s = skewLyap(p, gx);
              return new Cotangents<>(() -> symmetricPart(s.multiply(x)).multiply(2.0), () -> s);
            });

    // A = U P, Uᵀ U = I, P = Pᵀ :  Uᵀ U̇ = Ω with P Ω + Ω P = Uᵀ Ȧ − Ȧᵀ U, in which no gap occurs
    rules
        .on(SymmetricEquations.POLAR)
        .frule((polar, a, da) -> pushforward(polar, da))
        .rrule((polar, a, g) -> pullback(polar, g));
  }

  private static Matrix skewLyap(Matrix p, Matrix c) {
    return SymmetricEquations.SKEW_LYAP.apply(p, c);
  }

  /** {@code U̇ = U Ω + (I − U Uᵀ) Ȧ P⁻¹, Ṗ = sym(Uᵀ Ȧ − Ω P)}. */
  private static Polar pushforward(Polar polar, Matrix da) {
    Matrix u = polar.u();
    Matrix inner = u.transpose().multiply(da);
    Matrix omega = skewLyap(polar.p(), inner.multiply(2.0));
    Matrix turned = u.multiply(omega);
    return new Polar(
        u.rows() == u.columns() ? turned : turned.add(outside(polar, da)),
        symmetricPart(inner.subtract(omega.multiply(polar.p()))));
  }

  /** {@code P S + S P = skew(Uᵀ Ū − P̄ P), Ā = U (2 S + P̄) + (I − U Uᵀ) Ū P⁻¹}, P̄ symmetric. */
  private static Matrix pullback(Polar polar, Polar g) {
    Matrix u = polar.u();
    Matrix gp = symmetricPart(g.p());
    Matrix c = u.transpose().multiply(g.u()).subtract(gp.multiply(polar.p()));
    Matrix inside = u.multiply(skewLyap(polar.p(), c).multiply(2.0).add(gp));
    return u.rows() == u.columns() || g.u().isStructuralZero()
        ? inside
        : inside.add(outside(polar, g.u()));
  }

  /** {@code (I − U Uᵀ) X P⁻¹}. */
  private static Matrix outside(Polar polar, Matrix x) {
    Matrix u = polar.u();
    Matrix projected = x.subtract(u.multiply(u.transpose().multiply(x)));
    return solveSpd(polar.p(), projected.transpose()).transpose();
  }
}
