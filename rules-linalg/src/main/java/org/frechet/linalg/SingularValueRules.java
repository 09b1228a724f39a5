package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.symmetricPart;

import java.util.List;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.rule.TernaryRules;
import org.frechet.value.Matrix;
import org.frechet.value.Shaping;
import org.frechet.value.Vector;

/**
 * Singular values and vectors. With {@code P = Uᵀ Ȧ V} and the skew matrices {@code Uᵀ U̇} and
 * {@code Vᵀ V̇}, the sum of the two is {@code (P + Pᵀ)[i, j] / (s[j] − s[i])} and their difference
 * {@code (P − Pᵀ)[i, j] / (s[j] + s[i])}: so a gap divides a symmetric part only, and no square of
 * a singular value is formed. Townsend, Differentiating the singular value decomposition, 2016;
 * Giles 2008, 3.2. Reciprocals of gaps and sums are those of {@code (s, −s, 0)}, the eigenvalues of
 * {@code [0 A; Aᵀ 0]}.
 */
public final class SingularValueRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public SingularValueRules() {}

  /** 1 / (s[j] − s[i]), 1 / (s[j] + s[i]) and 1 / s[i], each zero where it is within rounding. */
  private record Reciprocals(Matrix gaps, Matrix sums, Matrix values) {

    static Reciprocals of(Vector s) {
      int k = s.size();
      Vector ends = Vector.concatenate(List.of(s, s.negate(), Vector.zeros(1)));
      Matrix f = Factorizations.RECIPROCAL_GAPS.apply(ends);
      return new Reciprocals(f.block(0, 0, k, k), f.block(k, 0, k, k), f.block(2 * k, 0, 1, k));
    }

    /** The rows of 1 / s[i], as many as {@code a} has: to divide its columns. */
    Matrix rowsLike(Matrix a) {
      return Matrix.zeros(a.rows(), 1).add(1.0).multiply(values);
    }
  }

  @Override
  public void declare(RuleBinder rules) {
    // ṡ = diag(Uᵀ Ȧ V),  Ā = U diag(s̄) Vᵀ: no gap is divided by
    rules
        .on(SingularValues.SINGULAR_VALUES)
        .frule(
            (s, a, da) -> {
              Svd svd = FactorizationFunctions.svd(a);
              return svd.u().transpose().multiply(da).multiply(svd.v()).diagonal();
            })
        .rrule((s, a, gs) -> withCore(FactorizationFunctions.svd(a), Matrix.diagonal(gs)));

    rules
        .on(SingularValues.SVD)
        .frule((svd, a, da) -> pushforward(svd, da))
        .rrule((svd, a, g) -> pullback(svd, g));
    TernaryRules<Matrix, Matrix, Matrix, Matrix> gauge =
        rules.on(SingularValues.REQUIRE_GAUGE_INVARIANCE);
    gauge.first((y, k, f, m, dk) -> dk, (y, k, f, m, gy) -> gy);
    gauge.second().zero();
    gauge.third().zero();
    TernaryRules<Vector, Matrix, Svd, Vector> unmixed = rules.on(SingularValues.UNMIXED_VALUES);
    unmixed.first((y, gs, m, svd, d) -> d, (y, gs, m, svd, gy) -> gy);
    unmixed.second().zero();
    unmixed.third().zero();
  }

  /** {@code U̇ = U (Uᵀ U̇) + (I − U Uᵀ) Ȧ V S⁻¹, ṡ = diag P}, V̇ as U̇ with the transposes. */
  private static Svd pushforward(Svd svd, Matrix da) {
    Reciprocals f = Reciprocals.of(svd.s());
    Matrix p = svd.u().transpose().multiply(da).multiply(svd.v());
    Matrix sum = f.gaps().hadamard(symmetricPart(p));
    Matrix difference = f.sums().hadamard(p.subtract(p.transpose())).multiply(0.5);
    return new Svd(
        svd.u().multiply(sum.add(difference)).add(outside(svd.u(), da.multiply(svd.v()), f)),
        p.diagonal(),
        svd.v()
            .multiply(sum.subtract(difference))
            .add(outside(svd.v(), da.transpose().multiply(svd.u()), f)));
  }

  /** {@code (I − U Uᵀ) X S⁻¹}; nothing for a square U. */
  private static Matrix outside(Matrix u, Matrix x, Reciprocals f) {
    return u.rows() == u.columns() ? Shaping.zeroLike(x) : complement(u, x.hadamard(f.rowsLike(x)));
  }

  private static Matrix complement(Matrix u, Matrix x) {
    return x.subtract(u.multiply(u.transpose().multiply(x)));
  }

  /**
   * {@code Ā = U (skew(Uᵀ Ū + Vᵀ V̄) / (s[j] − s[i]) + skew(Uᵀ Ū − Vᵀ V̄) / (s[j] + s[i]) + diag
   * s̄) Vᵀ + (I − U Uᵀ) Ū S⁻¹ Vᵀ + U S⁻¹ V̄ᵀ (I − V Vᵀ)}.
   */
  private static Matrix pullback(Svd svd, Svd g) {
    if (g.u().isStructuralZero() && g.v().isStructuralZero()) {
      return withCore(svd, Matrix.diagonal(g.s()));
    }
    Reciprocals f = Reciprocals.of(svd.s());
    Matrix left = svd.u().transpose().multiply(g.u());
    Matrix right = svd.v().transpose().multiply(g.v());
    Matrix cotangents = Matrix.above(List.of(g.u(), g.v()));
    Matrix sum = divided(left.add(right), f.gaps(), cotangents);
    Matrix difference = divided(left.subtract(right), f.sums(), cotangents);
    Vector values = SingularValues.UNMIXED_VALUES.apply(g.s(), left.add(right), svd);
    return withCore(svd, sum.add(difference).add(Matrix.diagonal(values)))
        .add(outsidePullback(svd.u(), g.u(), f).multiply(svd.v().transpose()))
        .add(svd.u().multiply(outsidePullback(svd.v(), g.v(), f).transpose()));
  }

  /** {@code F ∘ skew(M)}, where the skew part must vanish with F. */
  private static Matrix divided(Matrix m, Matrix f, Matrix cotangents) {
    Matrix skew = m.subtract(m.transpose()).multiply(0.5);
    return f.hadamard(SingularValues.REQUIRE_GAUGE_INVARIANCE.apply(skew, f, cotangents));
  }

  private static Matrix outsidePullback(Matrix u, Matrix gu, Reciprocals f) {
    if (u.rows() == u.columns()) {
      return Shaping.zeroLike(gu);
    }
    Matrix rows = f.rowsLike(gu);
    Matrix outside = complement(u, gu);
    return rows.hadamard(SingularValues.REQUIRE_GAUGE_INVARIANCE.apply(outside, rows, gu));
  }

  /** {@code U P Vᵀ}. */
  private static Matrix withCore(Svd svd, Matrix p) {
    return svd.u().multiply(p).multiply(svd.v().transpose());
  }
}
