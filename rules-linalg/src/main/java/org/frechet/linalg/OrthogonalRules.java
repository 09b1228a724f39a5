package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.solveLower;
import static org.frechet.linalg.LinearAlgebra.solveUpper;
import static org.frechet.linalg.LinearAlgebra.tril;
import static org.frechet.linalg.LinearAlgebra.triu;

import org.frechet.rule.BinaryRules.Cotangents;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;

/** QR, and least squares by it. */
public final class OrthogonalRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public OrthogonalRules() {}

  @Override
  public void declare(RuleBinder rules) {
    rules
        .on(OrthogonalFactorizations.QR)
        .frule((qr, a, da) -> pushforward(qr, da))
        .rrule((qr, a, g) -> pullback(qr, g));
    rules
        .on(OrthogonalFactorizations.REQUIRE_INDEPENDENT_COLUMNS)
        .frule((y, r, dr) -> dr)
        .rrule((y, r, gy) -> gy);
    leastSquares(rules);
  }

  private static void leastSquares(RuleBinder rules) {
    // X = A⁺ B, A⁺ A = I, R = B − A X :  Ẋ = A⁺ (Ḃ − Ȧ X) + (Aᵀ A)⁻¹ Ȧᵀ R;
    // S = (Aᵀ A)⁻¹ X̄,  Ā = R Sᵀ − B̄ Xᵀ,  B̄ = A S    [Golub and Pereyra 1973, 4.12]
    rules
        .on(OrthogonalFactorizations.LEAST_SQUARES)
        .jointFrule(
            (x, a, b, da, db) ->
                least(a, db.subtract(da.multiply(x)))
                    .add(normal(a, da.transpose().multiply(residual(x, a, b)))))
        .jointRrule(
            (x, a, b, gx) -> {
              Matrix gb = minimum(a.transpose(), gx);
              return new Cotangents<>(
                  () ->
                      residual(x, a, b)
                          .multiply(normal(a, gx).transpose())
                          .subtract(gb.multiply(x.transpose())),
                  () -> gb);
            });

    // X = A⁺ B, A A⁺ = I, Y = (A Aᵀ)⁻¹ B :  Ẋ = A⁺ (Ḃ − Ȧ X) + (I − A⁺ A) Ȧᵀ Y;
    // S = A⁺ᵀ X̄,  Ā = Y (X̄ − Aᵀ S)ᵀ − S Xᵀ,  B̄ = S
    rules
        .on(OrthogonalFactorizations.MINIMUM_NORM)
        .jointFrule(
            (x, a, b, da, db) -> {
              Matrix free = da.transpose().multiply(normal(a.transpose(), b));
              return free.add(minimum(a, db.subtract(da.multiply(x)).subtract(a.multiply(free))));
            })
        .jointRrule(
            (x, a, b, gx) -> {
              Matrix s = least(a.transpose(), gx);
              Matrix free = residual(s, a.transpose(), gx);
              return new Cotangents<>(
                  () ->
                      normal(a.transpose(), b)
                          .multiply(free.transpose())
                          .subtract(s.multiply(x.transpose())),
                  () -> s);
            });

    // Aᵀ A X = C :  Ẋ = (Aᵀ A)⁻¹ (Ċ − Ȧᵀ A X) − A⁺ Ȧ X;
    // S = (Aᵀ A)⁻¹ X̄,  Ā = −(A X) Sᵀ − (A S) Xᵀ,  C̄ = S, with A X = (A⁺)ᵀ C
    rules
        .on(OrthogonalFactorizations.NORMAL_EQUATIONS)
        .jointFrule(
            (x, a, c, da, dc) ->
                normal(a, dc.subtract(da.transpose().multiply(minimum(a.transpose(), c))))
                    .subtract(least(a, da.multiply(x))))
        .jointRrule(
            (x, a, c, gx) -> {
              Matrix s = normal(a, gx);
              return new Cotangents<>(
                  () ->
                      minimum(a.transpose(), c)
                          .multiply(s.transpose())
                          .add(minimum(a.transpose(), gx).multiply(x.transpose()))
                          .negate(),
                  () -> s);
            });
  }

  private static Matrix least(Matrix a, Matrix b) {
    return OrthogonalFactorizations.LEAST_SQUARES.apply(a, b);
  }

  private static Matrix minimum(Matrix a, Matrix b) {
    return OrthogonalFactorizations.MINIMUM_NORM.apply(a, b);
  }

  private static Matrix normal(Matrix a, Matrix c) {
    return OrthogonalFactorizations.NORMAL_EQUATIONS.apply(a, c);
  }

  private static Matrix residual(Matrix x, Matrix a, Matrix b) {
    return b.subtract(a.multiply(x));
  }

  /**
   * With {@code X = Ȧ R⁻¹}, {@code C = Qᵀ X} and the upper triangular {@code K = triu(C) +
   * stril(C)ᵀ}: {@code Q̇ = X − Q K}, {@code Ṙ = K R}. Walter and Lehmann 2010.
   */
  private static Qr pushforward(Qr qr, Matrix da) {
    Matrix r = OrthogonalFactorizations.REQUIRE_INDEPENDENT_COLUMNS.apply(qr.r());
    Matrix x = solveLower(r.transpose(), da.transpose()).transpose();
    Matrix c = qr.q().transpose().multiply(x);
    Matrix k = triu(c).add(strictlyLower(c).transpose());
    return new Qr(x.subtract(qr.q().multiply(k)), k.multiply(r));
  }

  /** {@code W = R R̄ᵀ − Q̄ᵀ Q, Ā = (Q̄ + Q (tril(W) + stril(W)ᵀ)) R⁻ᵀ}. */
  private static Matrix pullback(Qr qr, Qr g) {
    Matrix r = OrthogonalFactorizations.REQUIRE_INDEPENDENT_COLUMNS.apply(qr.r());
    Matrix w = r.multiply(triu(g.r()).transpose()).subtract(g.q().transpose().multiply(qr.q()));
    Matrix core = tril(w).add(strictlyLower(w).transpose());
    Matrix right = g.q().add(qr.q().multiply(core));
    return solveUpper(r, right.transpose()).transpose();
  }

  private static Matrix strictlyLower(Matrix a) {
    return tril(a).subtract(Matrix.diagonal(a.diagonal()));
  }
}
