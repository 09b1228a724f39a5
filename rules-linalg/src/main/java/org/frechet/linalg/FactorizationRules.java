package org.frechet.linalg;

import static org.frechet.linalg.Factorizations.CHOLESKY_PULLBACK;
import static org.frechet.linalg.LinearAlgebra.solveLower;
import static org.frechet.linalg.LinearAlgebra.solveLowerTransposed;
import static org.frechet.linalg.LinearAlgebra.symmetricPart;
import static org.frechet.linalg.LinearAlgebra.tril;
import static org.frechet.linalg.LinearAlgebra.triu;

import org.frechet.rule.BinaryRules.Cotangents;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/**
 * Factorizations of symmetric matrices. They read one triangle, and are differentiated as functions
 * of the symmetric part: tangents are made symmetric, cotangents are symmetric.
 */
public final class FactorizationRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public FactorizationRules() {}

  @Override
  public void declare(RuleBinder rules) {
    rules.on(Triangles.TRIL).linear((y, a, gy) -> tril(gy));
    rules.on(Triangles.TRIU).linear((y, a, gy) -> triu(gy));
    // C = −tril(A Bᵀ) :  Ā = −tril(C̄) B,  B̄ = −tril(C̄)ᵀ A
    rules
        .on(Triangles.MINUS_LOWER_PRODUCT)
        .bilinear(
            (gy, b) -> tril(gy).multiply(b.negate()),
            (gy, a) -> tril(gy).transpose().multiply(a.negate()));
    rules
        .on(Triangles.MINUS_LOWER_OUTER)
        .bilinear(
            (gy, b) -> tril(gy).multiply(b.negate()),
            (gy, a) -> tril(gy).transpose().multiply(a.negate()));

    // A = L Lᵀ :  L̇ = L Φ(L⁻¹ Ȧ L⁻ᵀ),  Ā = ½ L⁻ᵀ (P + Pᵀ) L⁻¹ with P = Φ(Lᵀ L̄); Φ takes the
    // lower triangle and halves the diagonal, so that P + Pᵀ is the triangle, mirrored
    // [Murray 2016, arXiv 1602.07527, eqs. 8 and 10]
    rules
        .on(Factorizations.CHOLESKY)
        .frule((l, a, da) -> l.multiply(lowerHalf(between(l, symmetricPart(da)))))
        .rrule((l, a, gl) -> CHOLESKY_PULLBACK.apply(l, gl));

    // A = pullback of G :  V = L⁻¹ sym(Ȳ),  P = Φ(V L⁻ᵀ),  L̄ = tril(G Pᵀ − 2 A Vᵀ),  Ḡ = L P
    rules
        .on(CHOLESKY_PULLBACK)
        .jointFrule((a, l, g, dl, dg) -> choleskyPullbackPushforward(a, l, g, dl, dg))
        .jointRrule(
            (a, l, g, gy) -> {
              Matrix v = solveLower(l, symmetricPart(gy));
              Matrix p = lowerHalf(solveLower(l, v.transpose()));
              return new Cotangents<>(
                  () ->
                      tril(
                          g.multiply(p.transpose())
                              .subtract(a.multiply(v.transpose()).multiply(2))),
                  () -> tril(l).multiply(p));
            });
    eigen(rules);
  }

  private static void eigen(RuleBinder rules) {
    // V̇ = V (F ∘ (Vᵀ Ȧ V)),  Ā = V (diag(λ̄) + sym(F ∘ (Vᵀ V̄))) Vᵀ,  F[i, j] = 1 / (λ[j] − λ[i])
    rules
        .on(Factorizations.SYMMETRIC_EIGEN)
        .frule((eigen, a, da) -> eigenPushforward(eigen, da))
        .rrule((eigen, a, g) -> eigenPullback(eigen, g));

    // Ḟ[i, j] = −F[i, j]² (λ̇[j] − λ̇[i]);  λ̄ = row sums − column sums of F ∘ F ∘ F̄
    rules
        .on(Factorizations.RECIPROCAL_GAPS)
        .frule((f, values, dv) -> f.hadamard(f).hadamard(differences(dv)).negate())
        .rrule(
            (f, values, gf) -> {
              Matrix weighted = f.hadamard(f).hadamard(gf);
              Vector ones = values.multiply(0.0).add(1.0);
              return weighted.multiply(ones).subtract(weighted.transpose().multiply(ones));
            });
    Gauge.declare(rules.on(Factorizations.REQUIRE_GAUGE_INVARIANCE));
    Gauge.declare(rules.on(Factorizations.REQUIRE_NO_COUPLING));
    Gauge.declare(rules.on(Factorizations.UNMIXED_VALUES));
  }

  /** {@code ½ L⁻ᵀ (T + Tᵀ) L⁻¹ − B − Bᵀ} with {@code T = Φ(L̇ᵀ G + Lᵀ Ġ), B = L⁻ᵀ L̇ᵀ A}. */
  private static Matrix choleskyPullbackPushforward(
      Matrix a, Matrix l, Matrix g, Matrix dl, Matrix dg) {
    if (dl.isStructuralZero()) {
      return CHOLESKY_PULLBACK.apply(l, dg);
    }
    Matrix dlt = tril(dl).transpose();
    Matrix moved = CHOLESKY_PULLBACK.apply(l, dg.add(solveLowerTransposed(l, dlt.multiply(g))));
    Matrix b = solveLowerTransposed(l, dlt.multiply(a));
    return moved.subtract(b.add(b.transpose()));
  }

  /** {@code L⁻¹ S L⁻ᵀ} of a symmetric S. */
  private static Matrix between(Matrix l, Matrix s) {
    return solveLower(l, solveLower(l, s).transpose());
  }

  /** Φ: the lower triangle with the diagonal halved. */
  private static Matrix lowerHalf(Matrix a) {
    return tril(a).subtract(Matrix.diagonal(a.diagonal()).multiply(0.5));
  }

  private static SymmetricEigen eigenPushforward(SymmetricEigen eigen, Matrix da) {
    Matrix v = eigen.vectors();
    Matrix core = inBasis(v, da);
    Matrix f = Factorizations.RECIPROCAL_GAPS.apply(eigen.values());
    Matrix coupled = core.subtract(Matrix.diagonal(core.diagonal()));
    Matrix checked = Factorizations.REQUIRE_NO_COUPLING.apply(coupled, f, da);
    return new SymmetricEigen(core.diagonal(), v.multiply(f.hadamard(checked)));
  }

  private static Matrix eigenPullback(SymmetricEigen eigen, SymmetricEigen g) {
    Matrix v = eigen.vectors();
    if (g.vectors().isStructuralZero()) {
      return outOfBasis(v, Matrix.diagonal(g.values()));
    }
    Matrix m = v.transpose().multiply(g.vectors());
    Matrix f = Factorizations.RECIPROCAL_GAPS.apply(eigen.values());
    Matrix skew = Factorizations.REQUIRE_GAUGE_INVARIANCE.apply(skewPart(m), f, m);
    Vector unmixed = Factorizations.UNMIXED_VALUES.apply(g.values(), m, f);
    return symmetricPart(outOfBasis(v, Matrix.diagonal(unmixed).add(f.hadamard(skew))));
  }

  /** {@code (A − Aᵀ) / 2}. */
  static Matrix skewPart(Matrix a) {
    return a.subtract(a.transpose()).multiply(0.5);
  }

  /** {@code Vᵀ sym(A) V}. */
  static Matrix inBasis(Matrix v, Matrix a) {
    return v.transpose().multiply(symmetricPart(a)).multiply(v);
  }

  /** {@code V A Vᵀ}. */
  static Matrix outOfBasis(Matrix v, Matrix a) {
    return v.multiply(a).multiply(v.transpose());
  }

  /** {@code D[i, j] = x[j] − x[i]}. */
  static Matrix differences(Vector x) {
    Vector ones = x.multiply(0.0).add(1.0);
    return ones.outer(x).subtract(x.outer(ones));
  }
}
