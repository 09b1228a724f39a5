package org.frechet.linalg;

import java.util.List;
import org.frechet.linalg.SingularMotion.Reciprocals;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Shaping;
import org.frechet.value.Vector;

/**
 * Singular values and vectors. With {@code P = Uᵀ Ȧ V} and the skew matrices {@code Uᵀ U̇} and
 * {@code Vᵀ V̇}, the sum of the two is {@code (P + Pᵀ)[i, j] / (s[j] − s[i])} and their difference
 * {@code (P − Pᵀ)[i, j] / (s[j] + s[i])}: so a gap divides a symmetric part only, and no square of
 * a singular value is formed. Townsend, Differentiating the singular value decomposition, 2016;
 * Giles 2008, 3.2. SingularMotion.Reciprocals of gaps and sums are those of {@code (s, −s, 0)}, the
 * eigenvalues of {@code [0 A; Aᵀ 0]}.
 */
public final class SingularValueRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public SingularValueRules() {}

  @Override
  public void declare(RuleBinder rules) {
    rules
        .on(SingularValues.SVD)
        .frule((svd, a, da) -> pushforward(svd, da))
        .rrule((svd, a, g) -> pullback(svd, g));
    Gauge.declare(rules.on(SingularValues.REQUIRE_GAUGE_INVARIANCE));
    Gauge.declare(rules.on(SingularValues.REQUIRE_NO_COUPLING));
    Gauge.declare(rules.on(SingularValues.UNMIXED_VALUES));
  }

  /** {@code U̇ = U (Uᵀ U̇) + (I − U Uᵀ) Ȧ V S⁻¹, ṡ = diag P}, V̇ as U̇ with the transposes. */
  private static Svd pushforward(Svd svd, Matrix da) {
    SingularMotion motion =
        SingularMotion.along(svd, da, SingularValues.REQUIRE_NO_COUPLING::apply);
    return new Svd(motion.ofU(svd), motion.values(), motion.ofV(svd));
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
    Matrix skew = FactorizationRules.skewPart(m);
    return f.hadamard(SingularValues.REQUIRE_GAUGE_INVARIANCE.apply(skew, f, cotangents));
  }

  private static Matrix outsidePullback(Matrix u, Matrix gu, Reciprocals f) {
    if (u.rows() == u.columns()) {
      return Shaping.zeroLike(gu);
    }
    Matrix rows = f.rowsLike(gu);
    Matrix outside = SingularMotion.complement(u, gu);
    return rows.hadamard(SingularValues.REQUIRE_GAUGE_INVARIANCE.apply(outside, rows, gu));
  }

  /** {@code U P Vᵀ}. */
  static Matrix withCore(Svd svd, Matrix p) {
    return svd.u().multiply(p).multiply(svd.v().transpose());
  }
}
