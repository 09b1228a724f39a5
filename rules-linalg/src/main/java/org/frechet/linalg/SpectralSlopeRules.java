package org.frechet.linalg;

import static org.frechet.linalg.FactorizationFunctions.svd;
import static org.frechet.linalg.FactorizationRules.differences;
import static org.frechet.linalg.FactorizationRules.inBasis;
import static org.frechet.linalg.FactorizationRules.outOfBasis;
import static org.frechet.linalg.LinearAlgebra.symmetricEigen;
import static org.frechet.linalg.SingularValueRules.withCore;
import static org.frechet.linalg.SpectralSlopes.BACK_FROM_EIGENVALUES;
import static org.frechet.linalg.SpectralSlopes.BACK_FROM_SINGULAR_VALUES;
import static org.frechet.linalg.SpectralSlopes.OF_EIGENVALUES;
import static org.frechet.linalg.SpectralSlopes.OF_SINGULAR_VALUES;

import org.frechet.rule.BinaryRules.Cotangents;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/**
 * Eigenvalues of symmetric matrices and singular values, without their vectors: the first
 * derivative divides by no gap. The second is {@code V (G ∘ Vᵀ Ȧ V) Vᵀ}, {@code G[i, j] = (g[j] −
 * g[i]) / (λ[j] − λ[i])}, for {@code V diag(g) Vᵀ}. At a repeated value G is the second derivative
 * of what the values are put into: zero for a g that does not vary, and else not known here, so
 * that what needs it is refused. Lewis and Sendov 2001, Twice differentiable spectral functions.
 */
public final class SpectralSlopeRules implements RuleSet {

  private static final Gauge.Check CHECKED = SpectralSlopes.REQUIRE_NO_COUPLING::apply;

  /** For {@link java.util.ServiceLoader}. */
  public SpectralSlopeRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // λ̇ = diag(Vᵀ Ȧ V),  Ā = V diag(λ̄) Vᵀ    [Giles 2008, 3.1]
    rules
        .on(Factorizations.SYMMETRIC_EIGENVALUES)
        .frule((values, a, da) -> OF_EIGENVALUES.apply(a, da))
        .rrule((values, a, g) -> BACK_FROM_EIGENVALUES.apply(a, g));
    rules
        .on(OF_EIGENVALUES)
        .first((y, a, e, da) -> bend(a, e, da), (y, a, e, gy) -> turn(a, gy, e, CHECKED))
        .second(
            (y, a, e, de) -> OF_EIGENVALUES.apply(a, de),
            (y, a, e, gy) -> BACK_FROM_EIGENVALUES.apply(a, gy));
    rules
        .on(BACK_FROM_EIGENVALUES)
        .jointFrule(
            (y, a, g, da, dg) ->
                turn(a, g, da, ifVaried(dg)).add(BACK_FROM_EIGENVALUES.apply(a, dg)))
        .jointRrule(
            (y, a, g, gy) ->
                new Cotangents<>(() -> turn(a, g, gy, CHECKED), () -> OF_EIGENVALUES.apply(a, gy)));
    singularValues(rules);
    Gauge.declare(rules.on(SpectralSlopes.REQUIRE_NO_COUPLING));
  }

  private static void singularValues(RuleBinder rules) {
    // ṡ = diag(Uᵀ Ȧ V),  Ā = U diag(s̄) Vᵀ    [Giles 2008, 3.2]
    rules
        .on(SingularValues.SINGULAR_VALUES)
        .frule((s, a, da) -> OF_SINGULAR_VALUES.apply(a, da))
        .rrule((s, a, g) -> BACK_FROM_SINGULAR_VALUES.apply(a, g));
    rules
        .on(OF_SINGULAR_VALUES)
        .first(
            (y, a, e, da) -> bendSingular(a, e, da),
            (y, a, e, gy) -> turnSingular(a, gy, e, CHECKED))
        .second(
            (y, a, e, de) -> OF_SINGULAR_VALUES.apply(a, de),
            (y, a, e, gy) -> BACK_FROM_SINGULAR_VALUES.apply(a, gy));
    rules
        .on(BACK_FROM_SINGULAR_VALUES)
        .jointFrule(
            (y, a, g, da, dg) ->
                turnSingular(a, g, da, ifVaried(dg)).add(BACK_FROM_SINGULAR_VALUES.apply(a, dg)))
        .jointRrule(
            (y, a, g, gy) ->
                new Cotangents<>(
                    () -> turnSingular(a, g, gy, CHECKED), () -> OF_SINGULAR_VALUES.apply(a, gy)));
  }

  private static Gauge.Check ifVaried(Vector dg) {
    return dg.isStructuralZero() ? Gauge.Check.NONE : CHECKED;
  }

  /** {@code Vᵀ sym(E) V}. */
  private static Matrix core(SymmetricEigen eigen, Matrix e, Gauge.Check check) {
    Matrix core = inBasis(eigen.vectors(), e);
    Matrix diagonal = Matrix.diagonal(core.diagonal());
    Matrix f = Factorizations.RECIPROCAL_GAPS.apply(eigen.values());
    return check.apply(core.subtract(diagonal), f, e).add(diagonal);
  }

  /** {@code V (G ∘ Vᵀ E V) Vᵀ}, where V diag(g) Vᵀ turns to along E. */
  private static Matrix turn(Matrix a, Vector g, Matrix e, Gauge.Check check) {
    SymmetricEigen eigen = symmetricEigen(a);
    Matrix f = Factorizations.RECIPROCAL_GAPS.apply(eigen.values());
    Matrix turned = f.hadamard(differences(g)).hadamard(core(eigen, e, check));
    return outOfBasis(eigen.vectors(), turned);
  }

  /** {@code y[j] = 2 Σᵢ (F ∘ Vᵀ E V ∘ Vᵀ Ȧ V)[i, j]}. */
  private static Vector bend(Matrix a, Matrix e, Matrix da) {
    SymmetricEigen eigen = symmetricEigen(a);
    Matrix f = Factorizations.RECIPROCAL_GAPS.apply(eigen.values());
    Matrix both = core(eigen, e, Gauge.Check.NONE).hadamard(core(eigen, da, CHECKED));
    Vector ones = eigen.values().multiply(0.0).add(2.0);
    return f.hadamard(both).transpose().multiply(ones);
  }

  /** {@code U̇ diag(g) Vᵀ + U diag(g) V̇ᵀ}, in which no gap divides what g does not change by. */
  private static Matrix turnSingular(Matrix a, Vector g, Matrix e, Gauge.Check check) {
    Svd svd = svd(a);
    SingularMotion motion = SingularMotion.along(svd, e, check);
    Vector ones = g.multiply(0.0).add(1.0);
    Matrix sums = ones.outer(g).add(g.outer(ones));
    Matrix inside = motion.sum().hadamard(differences(g)).add(motion.difference().hadamard(sums));
    Matrix d = Matrix.diagonal(g);
    return withCore(svd, inside)
        .add(motion.left().multiply(d).multiply(svd.v().transpose()))
        .add(svd.u().multiply(d).multiply(motion.right().transpose()));
  }

  /** {@code diag(U̇ᵀ E V + Uᵀ E V̇)}. */
  private static Vector bendSingular(Matrix a, Matrix e, Matrix da) {
    Svd svd = svd(a);
    SingularMotion motion = SingularMotion.along(svd, da, CHECKED);
    Matrix ofU = motion.ofU(svd).transpose().multiply(e).multiply(svd.v());
    Matrix ofV = svd.u().transpose().multiply(e).multiply(motion.ofV(svd));
    return ofU.add(ofV).diagonal();
  }
}
