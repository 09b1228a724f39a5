package org.frechet.linalg;

import static org.frechet.linalg.FactorizationFunctions.eigen;
import static org.frechet.linalg.GeneralEigenRules.inBasis;
import static org.frechet.linalg.GeneralEigenRules.outOfBasis;
import static org.frechet.linalg.SpectralSlopes.BACK_FROM_COMPLEX_EIGENVALUES;
import static org.frechet.linalg.SpectralSlopes.OF_COMPLEX_EIGENVALUES;

import org.frechet.rule.BinaryRules.Cotangents;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;

/**
 * Eigenvalues of general matrices without their vectors, as {@link SpectralSlopeRules} has those of
 * symmetric ones: with {@code K = V⁻¹ E V} and {@code F[i, j] = 1 / (λ[j] − λ[i])}, {@code Re(V⁻ᴴ
 * diag(g) Vᴴ)} turns along E to {@code Re(V⁻ᴴ H Vᴴ)}, {@code H[i, j] = conj(F[i, j] K[j, i]) (g[j]
 * − g[i])}, which is its own adjoint.
 */
public final class ComplexSlopeRules implements RuleSet {

  private static final Gauge.Check CHECKED = SpectralSlopes.REQUIRE_NO_COUPLING::apply;

  /** For {@link java.util.ServiceLoader}. */
  public ComplexSlopeRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // λ̇ = diag(V⁻¹ Ȧ V),  Ā = Re(V⁻ᴴ diag(λ̄) Vᴴ): no gap is divided by    [Giles 2008, 3.1]
    rules
        .on(GeneralEigen.EIGENVALUES)
        .frule((values, a, da) -> OF_COMPLEX_EIGENVALUES.apply(a, da))
        .rrule((values, a, g) -> BACK_FROM_COMPLEX_EIGENVALUES.apply(a, g));
    rules
        .on(OF_COMPLEX_EIGENVALUES)
        .first((y, a, e, da) -> bend(a, e, da), (y, a, e, gy) -> turn(a, gy, e, CHECKED))
        .second(
            (y, a, e, de) -> OF_COMPLEX_EIGENVALUES.apply(a, de),
            (y, a, e, gy) -> BACK_FROM_COMPLEX_EIGENVALUES.apply(a, gy));
    rules
        .on(BACK_FROM_COMPLEX_EIGENVALUES)
        .jointFrule(
            (y, a, g, da, dg) ->
                turn(a, g, da, ifVaried(dg)).add(BACK_FROM_COMPLEX_EIGENVALUES.apply(a, dg)))
        .jointRrule(
            (y, a, g, gy) ->
                new Cotangents<>(
                    () -> turn(a, g, gy, CHECKED), () -> OF_COMPLEX_EIGENVALUES.apply(a, gy)));
  }

  private static Gauge.Check ifVaried(ComplexVector dg) {
    boolean constant = dg.re().isStructuralZero() && dg.im().isStructuralZero();
    return constant ? Gauge.Check.NONE : CHECKED;
  }

  /** {@code F ∘ K} off the diagonal: how V turns, but for the length of its columns. */
  private static ComplexMatrix motion(Eigen eigen, ComplexMatrix k, Gauge.Check check) {
    ComplexMatrix f = GeneralEigen.RECIPROCAL_GAPS.apply(eigen.values());
    ComplexMatrix off = GeneralEigenRules.offDiagonal(k);
    return f.hadamard(GeneralEigenRules.checked(check, off, f, k));
  }

  private static ComplexMatrix transpose(ComplexMatrix a) {
    return a.conjugateTranspose().conjugate();
  }

  private static Matrix turn(Matrix a, ComplexVector g, Matrix e, Gauge.Check check) {
    Eigen eigen = eigen(a);
    ComplexMatrix turned = motion(eigen, inBasis(eigen, e), check).conjugateTranspose();
    ComplexMatrix apart = GeneralEigenRules.differences(g);
    return outOfBasis(eigen, turned.hadamard(apart).negate());
  }

  /** {@code y[i] = Σⱼ (V⁻¹ E V)[i, j] M[j, i] − M[i, j] (V⁻¹ E V)[j, i]}. */
  private static ComplexVector bend(Matrix a, Matrix e, Matrix da) {
    Eigen eigen = eigen(a);
    ComplexMatrix k = inBasis(eigen, e);
    ComplexMatrix m = motion(eigen, inBasis(eigen, da), CHECKED);
    ComplexMatrix there = k.hadamard(transpose(m));
    ComplexMatrix back = transpose(there.subtract(m.hadamard(transpose(k))));
    return new ComplexVector(GeneralEigenRules.sums(back.re()), GeneralEigenRules.sums(back.im()));
  }
}
