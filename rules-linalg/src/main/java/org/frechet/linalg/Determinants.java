package org.frechet.linalg;

import org.frechet.linalg.kernel.Adjugate;
import org.frechet.linalg.kernel.LuFactors;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;

/** The primitives of determinants and the trace, on the LU that is kept with the matrix. */
public final class Determinants {

  /** {@code tr A}: n×n → scalar. */
  public static final Primitive.Unary<Matrix, Scalar> TRACE =
      Primitive.unary("trace", Determinants::trace);

  /** {@code det A}: n×n → scalar. */
  public static final Primitive.Unary<Matrix, Scalar> DET =
      Primitive.unary("det", a -> Scalar.of(lu("det", a).determinant()));

  /** {@code log |det A|} and the sign of {@code det A}. */
  public static final Primitive.Unary<Matrix, LogAbsDet> LOGABSDET =
      Primitive.unary("logabsdet", Determinants::logabsdet);

  /** {@code log det A} of a matrix with a positive determinant. */
  public static final Primitive.Unary<Matrix, Scalar> LOGDET =
      Primitive.composed("logdet", Determinants::logdet);

  /** {@code adj A}, the transposed matrix of cofactors, at any rank. */
  public static final Primitive.Unary<Matrix, Matrix> ADJUGATE =
      Primitive.unary("adjugate", Determinants::adjugate);

  /** {@code D adj(A)[E]}, the directional derivative of the adjugate, at any rank. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> ADJUGATE_SLOPE =
      Primitive.binary("slope of the adjugate", Determinants::adjugateSlope);

  /** {@code D² adj(A)[E, F]} of a constant A, at any rank. */
  public static final Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> ADJUGATE_CURVATURE =
      Primitive.ternary("curvature of the adjugate", Determinants::adjugateCurvature);

  private Determinants() {}

  private static Scalar trace(Matrix a) {
    if (a.rows() != a.columns()) {
      throw new IllegalArgumentException(
          "trace: a is %s, expected a square matrix".formatted(a.shape()));
    }
    return a.diagonal().sum();
  }

  private static LuFactors lu(String operation, Matrix a) {
    return Solving.factored(operation, a).factors();
  }

  private static LogAbsDet logabsdet(Matrix a) {
    LuFactors lu = lu("logabsdet", a);
    return new LogAbsDet(Scalar.of(lu.logAbsDeterminant()), Scalar.of(lu.sign()));
  }

  private static Scalar logdet(Matrix a) {
    LogAbsDet parts = LOGABSDET.apply(a);
    if (!parts.sign().isGreaterThan(0)) {
      throw new ArithmeticException(
          "logdet: the determinant of a (%s) is %s; for its absolute value use logabsdet"
              .formatted(a.shape(), parts.sign().isZero() ? "zero" : "negative"));
    }
    return parts.logAbs();
  }

  /** By the inverse, which is backward stable also near singular matrices; else by the SVD. */
  private static Matrix adjugate(Matrix a) {
    LuFactors lu = lu("adjugate", a);
    return lu.zeroPivot() < 0
        ? Solving.INV.apply(a).multiply(lu.determinant())
        : Matrix.wrap(a.rows(), a.rows(), decomposed(a).value());
  }

  /** By the SVD always: {@code det(A) (tr(A⁻¹E) A⁻¹ − A⁻¹ E A⁻¹)} cancels as cond(A) grows. */
  private static Matrix adjugateSlope(Matrix a, Matrix e) {
    Require.square("adjugate", "a", a);
    Require.sameShape("adjugate", "a and e", a, e);
    return Matrix.wrap(a.rows(), a.rows(), decomposed(a).slope(e.array()));
  }

  private static Matrix adjugateCurvature(Matrix a, Matrix e, Matrix f) {
    Require.square("adjugate", "a", a);
    Require.sameShape("adjugate", "a and e", a, e);
    Require.sameShape("adjugate", "a and f", a, f);
    return Matrix.wrap(a.rows(), a.rows(), decomposed(a).curvature(e.array(), f.array()));
  }

  private static Adjugate decomposed(Matrix a) {
    return a.keep(Adjugate.class, () -> Adjugate.of(a.rows(), a.array()));
  }
}
