package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.identityLike;
import static org.frechet.linalg.LinearAlgebra.inv;

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
        .rrule((y, a, gy) -> inverseTransposed(a).multiply(gy.logAbs()));

    // y = det A :  ẏ = ⟨adj(A)ᵀ, Ȧ⟩, which is finite at singular matrices too
    rules
        .on(Determinants.DET)
        .frule((y, a, da) -> adjugate(y, a).transpose().dot(da))
        .rrule((y, a, gy) -> adjugate(y, a).transpose().multiply(gy));
    rules
        .on(Determinants.ADJUGATE)
        .frule((y, a, da) -> Determinants.ADJUGATE_SLOPE.apply(a, da))
        .rrule((y, a, gy) -> adjointSlope(a, gy));
    rules
        .on(Determinants.ADJUGATE_SLOPE)
        .second(
            (y, a, e, de) -> Determinants.ADJUGATE_SLOPE.apply(a, de),
            (y, a, e, gy) -> adjointSlope(a, gy));
  }

  private static Matrix inverseTransposed(Matrix a) {
    return inv(a).transpose();
  }

  /** {@code adj(A) = det(A) A⁻¹} where that exists, else by singular values. */
  private static Matrix adjugate(Scalar det, Matrix a) {
    return det.isZero() ? Determinants.ADJUGATE.apply(a) : inv(a).multiply(det);
  }

  /** tr(D adj(A)[E] F) is symmetric in E and F, so the slope is self-adjoint up to transposes. */
  private static Matrix adjointSlope(Matrix a, Matrix g) {
    return Determinants.ADJUGATE_SLOPE.apply(a, g.transpose()).transpose();
  }
}
