package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/**
 * The derivatives of eigenvalues and singular values as primitives of their own. They are made of
 * vectors, but exist at repeated values, where the vectors have no derivative.
 */
public final class SpectralSlopes {

  /** {@code diag(Vᵀ E V)} for a symmetric {@code A = V diag(λ) Vᵀ} and {@code (A, E)}. */
  public static final Primitive.Binary<Matrix, Matrix, Vector> OF_EIGENVALUES =
      Primitive.binary(
          "slope of symmetricEigenvalues",
          (a, e) -> FactorizationRules.inBasis(vectors(a), e).diagonal());

  /** {@code V diag(g) Vᵀ} for a symmetric {@code A = V diag(λ) Vᵀ} and {@code (A, g)}. */
  public static final Primitive.Binary<Matrix, Vector, Matrix> BACK_FROM_EIGENVALUES =
      Primitive.binary(
          "pullback of symmetricEigenvalues",
          (a, g) -> FactorizationRules.outOfBasis(vectors(a), Matrix.diagonal(g)));

  /** {@code diag(Uᵀ E V)} for {@code A = U diag(s) Vᵀ} and {@code (A, E)}. */
  public static final Primitive.Binary<Matrix, Matrix, Vector> OF_SINGULAR_VALUES =
      Primitive.binary(
          "slope of singularValues",
          (a, e) -> {
            Svd svd = SingularValues.svd(a);
            return svd.u().transpose().multiply(e).multiply(svd.v()).diagonal();
          });

  /** {@code U diag(g) Vᵀ} for {@code A = U diag(s) Vᵀ} and {@code (A, g)}. */
  public static final Primitive.Binary<Matrix, Vector, Matrix> BACK_FROM_SINGULAR_VALUES =
      Primitive.binary(
          "pullback of singularValues",
          (a, g) -> SingularValueRules.withCore(SingularValues.svd(a), Matrix.diagonal(g)));

  /** {@code diag(V⁻¹ E V)} for a general {@code A = V diag(λ) V⁻¹} and {@code (A, E)}. */
  public static final Primitive.Binary<Matrix, Matrix, ComplexVector> OF_COMPLEX_EIGENVALUES =
      Primitive.binary(
          "slope of eigenvalues",
          (a, e) -> GeneralEigenRules.inBasis(GeneralEigen.EIGEN.apply(a), e).diagonal());

  /** {@code Re(V⁻ᴴ diag(g) Vᴴ)} for a general {@code A = V diag(λ) V⁻¹} and {@code (A, g)}. */
  public static final Primitive.Binary<Matrix, ComplexVector, Matrix>
      BACK_FROM_COMPLEX_EIGENVALUES =
          Primitive.binary(
              "pullback of eigenvalues",
              (a, g) ->
                  GeneralEigenRules.outOfBasis(
                      GeneralEigen.EIGEN.apply(a), ComplexMatrix.diagonal(g)));

  /** Of a tangent: see {@link Gauge#ofTangent}. */
  public static final Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> REQUIRE_NO_COUPLING =
      Gauge.ofTangent(
          "second derivative of eigenvalues or singular values",
          "vectors of a repeated value",
          "For Σ φ(λᵢ) use trace(symmetricFunction(φ, A)), of a general A trace(matrixFunction(φ, A))"
              + " or a power's trace, for Σ σᵢ nuclearNorm, for Σ σᵢ² the square of norm: their"
              + " derivatives exist.");

  private SpectralSlopes() {}

  private static Matrix vectors(Matrix a) {
    return Factorizations.SYMMETRIC_EIGEN.apply(a).vectors();
  }
}
