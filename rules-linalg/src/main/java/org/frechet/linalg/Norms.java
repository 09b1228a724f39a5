package org.frechet.linalg;

import org.frechet.linalg.kernel.ThinSingularValues;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * The primitives of norms that come from singular values, on one decomposition by ojAlgo that is
 * kept with the matrix.
 */
public final class Norms {

  /** {@code Σ σᵢ}: m×n → scalar. */
  public static final Primitive.Unary<Matrix, Scalar> NUCLEAR =
      Primitive.unary("nuclearNorm", a -> Scalar.of(decomposed(a).sum()));

  /**
   * {@code Σ uᵢ vᵢᵀ} over the singular values that are not zero: m×n → m×n. Of a matrix of full
   * rank, the orthogonal factor of its polar decomposition.
   */
  public static final Primitive.Unary<Matrix, Matrix> POLAR_FACTOR =
      Primitive.unary(
          "orthogonal polar factor",
          a -> Matrix.wrap(a.rows(), a.columns(), decomposed(a).polarFactor()));

  private Norms() {}

  /**
   * The i-th largest singular value: m×n → scalar.
   *
   * @param index i, from 0
   */
  public record NthSingularValue(int index) implements Primitive.Unary<Matrix, Scalar> {
    @Override
    public String name() {
      return "singular value";
    }

    @Override
    public Scalar evaluate(Matrix a) {
      return Scalar.of(decomposed(a).value(index));
    }
  }

  /**
   * The i-th largest singular value with its vectors: m×n → scalar, m, n.
   *
   * @param index i, from 0
   */
  public record NthTriplet(int index) implements Primitive.Unary<Matrix, SingularTriplet> {
    @Override
    public String name() {
      return "singular triplet";
    }

    @Override
    public SingularTriplet evaluate(Matrix a) {
      ThinSingularValues found = decomposed(a);
      return new SingularTriplet(
          Scalar.of(found.value(index)),
          Vector.wrap(found.left(index)),
          Vector.wrap(found.right(index)));
    }
  }

  /**
   * A itself, if its i-th singular value is simple: else its vectors have no derivative.
   *
   * @param index i, from 0
   */
  public record RequireSimple(int index) implements Primitive.Unary<Matrix, Matrix> {
    @Override
    public String name() {
      return "simple singular value";
    }

    @Override
    public Matrix evaluate(Matrix a) {
      double rounding = Math.max(a.rows(), a.columns()) * Math.ulp(1.0);
      if (!(decomposed(a).gap(index) > rounding)) {
        throw IllDefinedDerivativeException.ofCotangent(
            "singular vectors", "the choice of vectors for a repeated singular value", 1);
      }
      return a;
    }
  }

  private static ThinSingularValues decomposed(Matrix a) {
    Require.finite("singular values", "a", a);
    return a.keep(
        ThinSingularValues.class, () -> ThinSingularValues.of(a.rows(), a.columns(), a.array()));
  }
}
