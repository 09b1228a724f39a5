package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.det;
import static org.frechet.linalg.LinearAlgebra.identityLike;
import static org.frechet.linalg.LinearAlgebra.inv;
import static org.frechet.linalg.LinearAlgebra.trace;

import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Shaping;

/** Determinants and the trace. */
public final class DeterminantRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public DeterminantRules() {}

  @Override
  public void declare(RuleBinder rules) {
    rules.on(Determinants.TRACE).linear((y, a, gy) -> identityLike(a).multiply(gy));

    // y = log |det A| :  ẏ = ⟨A⁻ᵀ, Ȧ⟩;  the sign is constant    [Giles 2008, 2.2.4]
    rules
        .on(Determinants.LOGABSDET)
        .frule(
            (y, a, da) -> new LogAbsDet(inverseTransposed(a).dot(da), Shaping.zeroLike(y.sign())))
        .rrule((y, a, gy) -> inv(a).multiply(gy.logAbs()).transpose());

    adjugate(rules);
  }

  private static void adjugate(RuleBinder rules) {
    // y = det A :  ẏ = ⟨adj(A)ᵀ, Ȧ⟩, which is finite at singular matrices too
    rules
        .on(Determinants.DET)
        .frule((y, a, da) -> Determinants.ADJUGATE.apply(a).transpose().dot(da))
        .rrule((y, a, gy) -> Determinants.ADJUGATE.apply(a).transpose().multiply(gy));
    rules
        .on(Determinants.ADJUGATE)
        .frule((y, a, da) -> Determinants.ADJUGATE_SLOPE.apply(a, da))
        .rrule((y, a, gy) -> adjointSlope(a, gy));
    rules
        .on(Determinants.ADJUGATE_SLOPE)
        .first()
        .frule((s, a, e, da) -> curvature(a, e, da))
        .second(
            (s, a, e, de) -> Determinants.ADJUGATE_SLOPE.apply(a, de),
            (s, a, e, gs) -> adjointSlope(a, gs));

    // tr(D² adj(A)[E, F] H) is symmetric in E, F and H; A is constant here
    rules
        .on(Determinants.ADJUGATE_CURVATURE)
        .second((s, a, e, f, de) -> curve(a, de, f), (s, a, e, f, g) -> adjointCurve(a, f, g))
        .third((s, a, e, f, df) -> curve(a, e, df), (s, a, e, f, g) -> adjointCurve(a, e, g));
  }

  private static Matrix curve(Matrix a, Matrix e, Matrix f) {
    return Determinants.ADJUGATE_CURVATURE.apply(a, e, f);
  }

  private static Matrix adjointCurve(Matrix a, Matrix other, Matrix g) {
    return curve(a, other, g.transpose()).transpose();
  }

  private static Matrix inverseTransposed(Matrix a) {
    return inv(a).transpose();
  }

  /** tr(D adj(A)[E] F) is symmetric in E and F, so the slope is self-adjoint up to transposes. */
  private static Matrix adjointSlope(Matrix a, Matrix g) {
    return Determinants.ADJUGATE_SLOPE.apply(a, g.transpose()).transpose();
  }

  /**
   * {@code D² adj(A)[E, F]}: by singular values at any rank; for its own derivatives in A, where A
   * is invertible, with {@code Y = A⁻¹} it is {@code det(A) ((tr(YE) tr(YF) − tr(YEYF)) Y − tr(YF)
   * YEY − tr(YE) YFY + YEYFY + YFYEY)}.
   */
  private static Matrix curvature(Matrix a, Matrix e, Matrix f) {
    if (!a.isTraced()) {
      return curve(a, e, f);
    }
    Matrix y = inv(a);
    Matrix ye = y.multiply(e);
    Matrix yf = y.multiply(f);
    Scalar te = trace(ye);
    Scalar tf = trace(yf);
    Matrix mixed = ye.multiply(yf).add(yf.multiply(ye));
    Scalar weight = te.multiply(tf).subtract(trace(ye.multiply(yf)));
    Matrix sum = mixed.subtract(ye.multiply(tf)).subtract(yf.multiply(te));
    return sum.multiply(y).add(y.multiply(weight)).multiply(det(a));
  }
}
