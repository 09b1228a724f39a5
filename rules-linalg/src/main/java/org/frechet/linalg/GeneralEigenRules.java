package org.frechet.linalg;

import java.util.List;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/**
 * Eigenvalues and eigenvectors of a general matrix: no symmetry is looked for, so that nothing
 * changes when a symmetric matrix becomes almost symmetric. With {@code K = V⁻¹ Ȧ V}: {@code λ̇ =
 * diag K}, {@code V̇ = V M}, {@code (V⁻¹)˙ = −M V⁻¹}, {@code M = F ∘ K + diag(c)}, {@code F[i, j] =
 * 1 / (λ[j] − λ[i])}, where c keeps length and phase of each column. Giles 2008, 3.1; Boeddeker et
 * al. 2017, arXiv 1701.00392. Cotangents of complex numbers are those of their parts.
 */
public final class GeneralEigenRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public GeneralEigenRules() {}

  @Override
  public void declare(RuleBinder rules) {
    rules
        .on(GeneralEigen.EIGEN)
        .frule((eigen, a, da) -> pushforward(eigen, inBasis(eigen, da)))
        .rrule((eigen, a, g) -> outOfBasis(eigen, pullback(eigen, g)));

    // Ḟ[i, j] = −F[i, j]² (λ̇[j] − λ̇[i])
    rules
        .on(GeneralEigen.RECIPROCAL_GAPS)
        .frule((f, values, dv) -> f.hadamard(f).hadamard(differences(dv)).negate())
        .rrule(
            (f, values, gf) -> {
              ComplexMatrix weighted = f.hadamard(f).conjugate().hadamard(gf);
              return new ComplexVector(
                  rowsMinusColumns(weighted.re()), rowsMinusColumns(weighted.im()));
            });
    rules.on(GeneralEigen.LARGEST_ENTRIES).zero();
    Gauge.declare(rules.on(GeneralEigen.REQUIRE_GAUGE_INVARIANCE));
    Gauge.declare(rules.on(GeneralEigen.REQUIRE_NO_COUPLING));
    Gauge.declare(rules.on(GeneralEigen.UNMIXED_VALUES));
  }

  /** {@code V⁻¹ A V}. */
  static ComplexMatrix inBasis(Eigen eigen, Matrix a) {
    return eigen.inverse().multiply(a).multiply(eigen.vectors());
  }

  /** {@code Re(V⁻ᴴ K Vᴴ)}. */
  static Matrix outOfBasis(Eigen eigen, ComplexMatrix k) {
    ComplexMatrix left = eigen.inverse().conjugateTranspose().multiply(k);
    return left.realProduct(eigen.vectors().conjugateTranspose());
  }

  private static Eigen pushforward(Eigen eigen, ComplexMatrix k) {
    ComplexMatrix v = eigen.vectors();
    ComplexMatrix f = GeneralEigen.RECIPROCAL_GAPS.apply(eigen.values());
    ComplexMatrix off =
        f.hadamard(checked(GeneralEigen.REQUIRE_NO_COUPLING::apply, offDiagonal(k), f, k));
    ComplexMatrix turned = v.multiply(off);
    Matrix largest = GeneralEigen.LARGEST_ENTRIES.apply(v);
    // Re c = −Re diag(Vᴴ V̇): length one;  Im c = −Im V̇[p, j] / V[p, j]: V[p, j] stays real
    Vector re = sums(v.re().hadamard(turned.re()).add(v.im().hadamard(turned.im()))).negate();
    Vector im = sums(largest.hadamard(turned.im())).divide(scale(v, largest)).negate();
    ComplexMatrix m = off.add(ComplexMatrix.diagonal(new ComplexVector(re, im)));
    return new Eigen(k.diagonal(), v.multiply(m), m.multiply(eigen.inverse()).negate());
  }

  /** K̄, the adjoint of the pushforward step by step from its end. */
  private static ComplexMatrix pullback(Eigen eigen, Eigen g) {
    if (isZero(g.vectors()) && isZero(g.inverse())) {
      return ComplexMatrix.diagonal(g.values());
    }
    ComplexMatrix left = eigen.vectors().conjugateTranspose().multiply(g.vectors());
    ComplexMatrix right = g.inverse().multiply(eigen.inverse().conjugateTranspose());
    ComplexMatrix sides =
        new ComplexMatrix(
            Matrix.beside(List.of(left.re(), right.re())),
            Matrix.beside(List.of(left.im(), right.im())));
    ComplexMatrix f = GeneralEigen.RECIPROCAL_GAPS.apply(eigen.values());
    ComplexMatrix off = normalized(eigen.vectors(), left.subtract(right));
    ComplexMatrix checked = checked(GeneralEigen.REQUIRE_GAUGE_INVARIANCE::apply, off, f, sides);
    ComplexVector values = GeneralEigen.UNMIXED_VALUES.apply(g.values(), sides, f);
    return f.conjugate().hadamard(checked).add(ComplexMatrix.diagonal(values));
  }

  /** From M̄ to the cotangent of {@code F ∘ K}: c, which keeps length and phase, is made of it. */
  private static ComplexMatrix normalized(ComplexMatrix v, ComplexMatrix m) {
    Matrix largest = GeneralEigen.LARGEST_ENTRIES.apply(v);
    ComplexVector c = m.diagonal();
    Matrix phase = largest.multiply(Matrix.diagonal(c.im().divide(scale(v, largest))));
    ComplexMatrix length = v.multiply(Matrix.diagonal(c.re()));
    ComplexMatrix kept = new ComplexMatrix(length.re(), length.im().add(phase));
    ComplexMatrix all = m.subtract(v.conjugateTranspose().multiply(kept));
    return offDiagonal(all);
  }

  static ComplexMatrix offDiagonal(ComplexMatrix a) {
    return a.subtract(ComplexMatrix.diagonal(a.diagonal()));
  }

  /** Both parts of K, where the reciprocal gaps F are not zero, measured by M. */
  static ComplexMatrix checked(
      Gauge.Check check, ComplexMatrix k, ComplexMatrix f, ComplexMatrix m) {
    Matrix nonzero = Elementwise.abs(f.re()).add(Elementwise.abs(f.im()));
    Matrix size = Matrix.beside(List.of(m.re(), m.im()));
    return new ComplexMatrix(
        check.apply(k.re(), nonzero, size), check.apply(k.im(), nonzero, size));
  }

  private static boolean isZero(ComplexMatrix a) {
    return a.re().isStructuralZero() && a.im().isStructuralZero();
  }

  /** The entry of largest magnitude in each column of V: real. */
  private static Vector scale(ComplexMatrix v, Matrix largest) {
    return sums(largest.hadamard(v.re()));
  }

  /** The sums of the columns. */
  static Vector sums(Matrix a) {
    return a.transpose().multiply(Vector.zeros(a.rows()).add(1.0));
  }

  private static Vector rowsMinusColumns(Matrix a) {
    return sums(a.transpose()).subtract(sums(a));
  }

  /** {@code D[i, j] = x[j] − x[i]}. */
  static ComplexMatrix differences(ComplexVector x) {
    return new ComplexMatrix(differences(x.re()), differences(x.im()));
  }

  private static Matrix differences(Vector x) {
    Vector ones = Vector.zeros(x.size()).add(1.0);
    return ones.outer(x).subtract(x.outer(ones));
  }
}
