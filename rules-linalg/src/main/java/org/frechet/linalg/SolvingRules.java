package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.solve;
import static org.frechet.linalg.LinearAlgebra.solveLower;
import static org.frechet.linalg.LinearAlgebra.solveLowerTransposed;
import static org.frechet.linalg.LinearAlgebra.tril;
import static org.frechet.linalg.Triangles.MINUS_LOWER_OUTER;
import static org.frechet.linalg.Triangles.MINUS_LOWER_PRODUCT;

import org.frechet.rule.BinaryRules.Cotangents;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/** Linear systems. */
public final class SolvingRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public SolvingRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // Y = A⁻¹ :  Ẏ = −Y Ȧ Y,  Ā = −Yᵀ Ȳ Yᵀ    [Giles 2008, 2.2.3]
    rules
        .on(Solving.INV)
        .frule((y, a, da) -> y.multiply(da.negate()).multiply(y))
        .rrule((y, a, gy) -> y.transpose().multiply(gy.negate()).multiply(y.transpose()));

    // A X = B :  Ẋ = A⁻¹ (Ḃ − Ȧ X);  S = A⁻ᵀ X̄,  Ā = −S Xᵀ,  B̄ = S    [Giles 2008, 2.3.1]
    rules
        .on(Solving.SOLVE)
        .jointFrule((x, a, b, da, db) -> solve(a, db.subtract(da.multiply(x))))
        .jointRrule(
            (x, a, b, gx) -> {
              Matrix s = solve(a.transpose(), gx);
              return new Cotangents<>(() -> timesTransposed(s.negate(), x), () -> s);
            });

    // L X = B, L lower triangular: as solve, and L̄ is lower triangular
    rules
        .on(Solving.SOLVE_LOWER)
        .jointFrule((x, l, b, dl, db) -> solveLower(l, db.subtract(tril(dl).multiply(x))))
        .jointRrule(
            (x, l, b, gx) -> {
              Matrix s = solveLowerTransposed(l, gx);
              return new Cotangents<>(() -> MINUS_LOWER_PRODUCT.apply(s, x), () -> s);
            });

    // Lᵀ X = B :  S = L⁻¹ X̄,  L̄ = −tril(X Sᵀ),  B̄ = S
    rules
        .on(Solving.SOLVE_LOWER_TRANSPOSED)
        .jointFrule(
            (x, l, b, dl, db) ->
                solveLowerTransposed(l, db.subtract(tril(dl).transpose().multiply(x))))
        .jointRrule(
            (x, l, b, gx) -> {
              Matrix s = solveLower(l, gx);
              return new Cotangents<>(() -> MINUS_LOWER_PRODUCT.apply(x, s), () -> s);
            });
    triangularVectors(rules);
  }

  /** The same for one right-hand side. */
  private static void triangularVectors(RuleBinder rules) {
    rules
        .on(Solving.SOLVE_LOWER_VECTOR)
        .jointFrule((x, l, b, dl, db) -> solveLower(l, db.subtract(tril(dl).multiply(x))))
        .jointRrule(
            (x, l, b, gx) -> {
              Vector s = solveLowerTransposed(l, gx);
              return new Cotangents<>(() -> MINUS_LOWER_OUTER.apply(s, x), () -> s);
            });
    rules
        .on(Solving.SOLVE_LOWER_TRANSPOSED_VECTOR)
        .jointFrule(
            (x, l, b, dl, db) ->
                solveLowerTransposed(l, db.subtract(tril(dl).transpose().multiply(x))))
        .jointRrule(
            (x, l, b, gx) -> {
              Vector s = solveLower(l, gx);
              return new Cotangents<>(() -> MINUS_LOWER_OUTER.apply(x, s), () -> s);
            });
  }

  /** {@code S Xᵀ}, which is of rank one where each has one column. */
  private static Matrix timesTransposed(Matrix s, Matrix x) {
    return x.columns() == 1 ? s.column(0).outer(x.column(0)) : s.multiply(x.transpose());
  }
}
