package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.solveLower;
import static org.frechet.linalg.LinearAlgebra.solveLowerTransposed;
import static org.frechet.linalg.LinearAlgebra.solveUpper;
import static org.frechet.linalg.LinearAlgebra.symmetricPart;
import static org.frechet.linalg.LinearAlgebra.triu;

import java.util.List;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Shaping;
import org.frechet.value.Vector;

/**
 * LU and LDLᵀ. With {@code E = L⁻¹ P Ȧ}, {@code L̇ = L stril(E U⁻¹)} and {@code U̇ = triu(E −
 * stril(E U⁻¹) U)}: de Hoog, Anderssen and Lukas 2011, Linear Algebra Appl. 435, 2191–2203. The
 * strict triangle does not depend on the last pivot, which is one here: so it may be zero.
 */
public final class TriangularFactorizationRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public TriangularFactorizationRules() {}

  @Override
  public void declare(RuleBinder rules) {
    rules
        .on(TriangularFactorizations.PERMUTE_ROWS)
        .second((y, p, a, da) -> permute(p, da), (y, p, a, gy) -> permuteBack(p, gy))
        .first()
        .zero();
    rules
        .on(TriangularFactorizations.PERMUTE_ROWS_BACK)
        .second((y, p, a, da) -> permuteBack(p, da), (y, p, a, gy) -> permute(p, gy))
        .first()
        .zero();
    rules
        .on(TriangularFactorizations.LU)
        .frule((lu, a, da) -> pushforward(lu, permute(lu.permutation(), da)))
        .rrule((lu, a, g) -> permuteBack(lu.permutation(), pullback(lu, g)));

    // F = L⁻¹ Ȧ L⁻ᵀ with a symmetric Ȧ :  ḋ = diag F,  L̇ = L stril(F D⁻¹);
    // Ā = sym(L⁻ᵀ (diag d̄ + stril(Lᵀ L̄) D⁻¹) L⁻¹)
    rules
        .on(TriangularFactorizations.LDLT)
        .frule(
            (ldlt, a, da) -> {
              Matrix l = ldlt.l();
              Matrix f = solveLower(l, solveLower(l, symmetricPart(da)).transpose()).transpose();
              return new Ldlt(
                  l.multiply(strictlyLower(f.multiply(inverse(ldlt.d())))), f.diagonal());
            })
        .rrule(
            (ldlt, a, g) -> {
              Matrix l = ldlt.l();
              Matrix below = strictlyLower(l.transpose().multiply(g.l()));
              Matrix core = Matrix.diagonal(g.d()).add(below.multiply(inverse(ldlt.d())));
              Matrix left = solveLowerTransposed(l, core);
              return symmetricPart(solveLowerTransposed(l, left.transpose()));
            });
  }

  private static Matrix permute(Vector p, Matrix a) {
    return TriangularFactorizations.PERMUTE_ROWS.apply(p, a);
  }

  private static Matrix permuteBack(Vector p, Matrix a) {
    return TriangularFactorizations.PERMUTE_ROWS_BACK.apply(p, a);
  }

  /** For {@code B = P A} with the permutation held. */
  private static Lu pushforward(Lu lu, Matrix db) {
    Matrix l = lu.l();
    int k = l.columns();
    Matrix e = solveLower(l.block(0, 0, k, k), db.block(0, 0, k, db.columns()));
    Matrix f = strictlyLower(overUpper(e.block(0, 0, k, k), pivoted(lu.u())));
    Matrix du = triu(e.subtract(f.multiply(lu.u())));
    Matrix dl =
        l.rows() == k
            ? l.multiply(f)
            : strictlyLower(overUpper(db.subtract(l.multiply(du)), lu.u()));
    return new Lu(Shaping.zeroLike(lu.permutation()), dl, du);
  }

  /** The adjoint of the pushforward, step by step from its end. */
  private static Matrix pullback(Lu lu, Lu g) {
    Matrix l = lu.l();
    int k = l.columns();
    Matrix gl = strictlyLower(g.l());
    if (l.rows() == k) {
      return pullbackTop(lu, l.transpose().multiply(gl), triu(g.u()));
    }
    Matrix gb = overUpperTransposed(gl, lu.u());
    Matrix gu = triu(g.u().subtract(l.transpose().multiply(gb)));
    Matrix top = pullbackTop(lu, Matrix.zeros(k, k), gu);
    return gb.add(Matrix.above(List.of(top, Matrix.zeros(l.rows() - k, k))));
  }

  /** From the cotangents of {@code stril(E U⁻¹)} and of U to that of the first k rows of P A. */
  private static Matrix pullbackTop(Lu lu, Matrix gf, Matrix gu) {
    Matrix u = lu.u();
    int k = u.rows();
    Matrix below = strictlyLower(gf.subtract(gu.multiply(u.transpose())));
    Matrix first = overUpperTransposed(below, pivoted(u));
    Matrix rest = Matrix.zeros(k, u.columns() - k);
    Matrix ge = gu.add(Matrix.beside(List.of(first, rest)));
    return solveLowerTransposed(lu.l().block(0, 0, k, k), ge);
  }

  /** The square part of U, but for its last column, which is that of the identity. */
  private static Matrix pivoted(Matrix u) {
    int k = u.rows();
    return k == 0
        ? Matrix.zeros(0, 0)
        : Matrix.beside(List.of(u.block(0, 0, k, k - 1), lastUnit(k).toColumn()));
  }

  /** {@code diag(d)⁻¹}, but for its last entry, which is one: nothing depends on it. */
  private static Matrix inverse(Vector d) {
    int n = d.size();
    return n == 0
        ? Matrix.zeros(0, 0)
        : Matrix.diagonal(
            Elementwise.reciprocalOrZero(
                Vector.concatenate(List.of(d.slice(0, n - 1), Vector.of(1.0)))));
  }

  private static Vector lastUnit(int k) {
    return Vector.concatenate(List.of(Vector.zeros(k - 1), Vector.of(1.0)));
  }

  /** {@code X U⁻¹}. */
  private static Matrix overUpper(Matrix x, Matrix u) {
    return solveLower(u.transpose(), x.transpose()).transpose();
  }

  /** {@code X U⁻ᵀ}. */
  private static Matrix overUpperTransposed(Matrix x, Matrix u) {
    return solveUpper(u, x.transpose()).transpose();
  }

  /** Below the diagonal of a matrix of any shape. */
  private static Matrix strictlyLower(Matrix a) {
    return a.subtract(triu(a));
  }
}
