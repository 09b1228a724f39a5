package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.norm;
import static org.frechet.linalg.LinearAlgebra.solve;
import static org.frechet.linalg.LinearAlgebra.sylvester;
import static org.frechet.linalg.LinearAlgebra.symmetricPart;

import java.util.List;
import org.frechet.linalg.Norms.NthSingularValue;
import org.frechet.linalg.Norms.NthTriplet;
import org.frechet.linalg.Norms.RequireSimple;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Vector;

/** Norms that come from singular values. */
public final class NormRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public NormRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // σ̇ = uᵀ Ȧ v,  Ā = σ̄ u vᵀ: no gap is divided by    [Stewart and Sun 1990, IV.4]
    rules
        .on(NthSingularValue.class)
        .frule((nth, y, a, da) -> vectors(nth, a).left().dot(da.multiply(vectors(nth, a).right())))
        .rrule((nth, y, a, gy) -> outer(vectors(nth, a)).multiply(gy));
    rules
        .on(NthTriplet.class)
        .frule((nth, y, a, da) -> push(nth, y, a, da))
        .rrule((nth, y, a, g) -> pull(nth, y, a, g));
    rules.on(RequireSimple.class).frule((simple, y, a, da) -> da).rrule((simple, y, a, gy) -> gy);

    // y = Σ σᵢ :  ẏ = ⟨W, Ȧ⟩ with the polar factor W, A = W H
    rules
        .on(Norms.NUCLEAR)
        .frule((y, a, da) -> Norms.POLAR_FACTOR.apply(a).dot(da))
        .rrule((y, a, gy) -> Norms.POLAR_FACTOR.apply(a).multiply(gy));
    rules
        .on(Norms.POLAR_FACTOR)
        .frule((w, a, da) -> polarSlope(w, a, da))
        .rrule((w, a, gw) -> polarSlope(w, a, gw));
  }

  private static SingularTriplet vectors(NthSingularValue nth, Matrix a) {
    return new NthTriplet(nth.index()).apply(a);
  }

  private static Matrix outer(SingularTriplet y) {
    return y.left().outer(y.right());
  }

  /**
   * With {@code J = [0 A; Aᵀ 0]} and {@code z = (u; v)}, which is an eigenvector of J: {@code (σI −
   * J) ż = J̇ z − σ̇ z} and {@code zᵀ ż = 0}.
   */
  private static SingularTriplet push(NthTriplet nth, SingularTriplet y, Matrix a, Matrix da) {
    if (y.value().isZero()) {
      return Structure.zeroLike(y);
    }
    Vector left = da.multiply(y.right());
    Vector right = da.transpose().multiply(y.left());
    Scalar slope = y.left().dot(left);
    return parts(
        slope,
        borderedSolve(
            nth,
            y,
            a,
            left.subtract(y.left().multiply(slope)),
            right.subtract(y.right().multiply(slope))),
        a);
  }

  /** {@code (σI − J) (s; t) = (ū; v̄)} across z: {@code Ā = σ̄ u vᵀ + s vᵀ + u tᵀ}. */
  private static Matrix pull(NthTriplet nth, SingularTriplet y, Matrix a, SingularTriplet g) {
    Matrix ofValue = outer(y).multiply(g.value());
    boolean valueOnly = g.left().isStructuralZero() && g.right().isStructuralZero();
    if (valueOnly || y.value().isZero()) {
      return ofValue;
    }
    SingularTriplet s = parts(g.value(), borderedSolve(nth, y, a, g.left(), g.right()), a);
    return ofValue.add(s.left().outer(y.right())).add(y.left().outer(s.right()));
  }

  private static SingularTriplet parts(Scalar value, Vector z, Matrix a) {
    int m = a.rows();
    return new SingularTriplet(value, z.slice(0, m), z.slice(m, m + a.columns()));
  }

  /** {@code [σI − J, κz; κzᵀ, 0]⁻¹ (left; right; 0)}, with a κ of the size of A. */
  private static Vector borderedSolve(
      NthTriplet nth, SingularTriplet y, Matrix a, Vector left, Vector right) {
    Matrix simple = new RequireSimple(nth.index()).apply(a);
    Scalar size = norm(a).detach();
    Matrix u = y.left().multiply(size).toColumn();
    Matrix v = y.right().multiply(size).toColumn();
    Matrix system =
        Matrix.ofBlocks(
            new Matrix[][] {
              {Matrix.identity(a.rows()).multiply(y.value()), simple.negate(), u},
              {simple.transpose().negate(), Matrix.identity(a.columns()).multiply(y.value()), v},
              {u.transpose(), v.transpose(), Matrix.zeros(1, 1)}
            });
    return solve(system, Vector.concatenate(List.of(left, right, Vector.zeros(1))));
  }

  /**
   * {@code Ẇ = W Ω + (I − W Wᵀ) Ȧ H⁻¹} with {@code H Ω + Ω H = Wᵀ Ȧ − Ȧᵀ W}; self-adjoint, as the
   * second derivative of a function is.
   */
  private static Matrix polarSlope(Matrix w, Matrix a, Matrix e) {
    if (a.rows() < a.columns()) {
      return polarSlope(w.transpose(), a.transpose(), e.transpose()).transpose();
    }
    Matrix h = symmetricPart(w.transpose().multiply(a));
    Matrix k = w.transpose().multiply(e);
    Matrix solved = sylvester(h, h, k.subtract(k.transpose()));
    // Ω is skew; what rounding adds on H's smallest singular values is symmetric.
    Matrix within = w.multiply(solved.subtract(solved.transpose()).multiply(0.5));
    if (a.rows() == a.columns()) {
      return within;
    }
    return within.add(solve(h, e.subtract(w.multiply(k)).transpose()).transpose());
  }
}
