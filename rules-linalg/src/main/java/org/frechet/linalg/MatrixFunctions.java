package org.frechet.linalg;

import org.frechet.linalg.kernel.ExponentialAction;
import org.frechet.linalg.kernel.Logarithm;
import org.frechet.linalg.kernel.MatrixSign;
import org.frechet.linalg.kernel.RealSchur;
import org.frechet.linalg.kernel.SineAndCosine;
import org.frechet.linalg.kernel.SquareRoot;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;

/**
 * The primitives of matrix functions other than the exponential. What an evaluation computes on the
 * way (Padé intermediates, Schur forms, roots) is kept with the matrix and serves its transpose and
 * all derivatives.
 */
public final class MatrixFunctions {

  /** Inverse scaling and squaring; see {@link Logarithm}. */
  public static final AnalyticFunction LOG =
      AnalyticFunction.of("log", MatrixFunctions::logarithm, Logarithm::frechet);

  /** See {@link SineAndCosine}. */
  public static final AnalyticFunction SIN =
      AnalyticFunction.of("sin", Key.CIRCULAR, SineAndCosine::circular, SineAndCosine::sine);

  /** See {@link SineAndCosine}. */
  public static final AnalyticFunction COS =
      AnalyticFunction.of("cos", Key.CIRCULAR, SineAndCosine::circular, SineAndCosine::cosine);

  /** See {@link SineAndCosine}. */
  public static final AnalyticFunction SINH =
      AnalyticFunction.of("sinh", Key.HYPERBOLIC, SineAndCosine::hyperbolic, SineAndCosine::sine);

  /** See {@link SineAndCosine}. */
  public static final AnalyticFunction COSH =
      AnalyticFunction.of("cosh", Key.HYPERBOLIC, SineAndCosine::hyperbolic, SineAndCosine::cosine);

  /** The principal X with {@code X² = A}, kept with its Schur form: n×n → n×n. */
  public static final Primitive.Unary<Matrix, Matrix> SQRT =
      Primitive.unary("sqrt", MatrixFunctions::squareRoot);

  /** {@code A = S N}, kept with the Schur form of N: n×n → n×n and n×n. */
  public static final Primitive.Unary<Matrix, SignDecomposition> SIGN =
      Primitive.unary("sign", MatrixFunctions::sign);

  /** {@code Y = exp(tA) B}: scalar, n×n, n×r → n×r. See {@link ExponentialAction}. */
  public static final Primitive.Ternary<Scalar, Matrix, Matrix, Matrix> EXP_ACTION =
      Primitive.ternary("expAction", MatrixFunctions::action);

  /**
   * {@code Z = L(Aᵀ; U Bᵀ)} with the Fréchet derivative L of the exponential, the adjoint of {@code
   * E ↦ L(A; E) B}: n×n, n×r, n×r → n×n.
   */
  public static final Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> EXP_ACTION_ADJOINT =
      Primitive.ternary("adjoint of expAction", MatrixFunctions::actionAdjoint);

  private enum Key {
    CIRCULAR,
    HYPERBOLIC
  }

  private MatrixFunctions() {}

  private static Kept<RealSchur> schur(Matrix a) {
    return Kept.with(a, RealSchur.class, RealSchur::of);
  }

  private static Kept<Logarithm> logarithm(Matrix a) {
    Kept<RealSchur> factored = schur(a);
    OutsideDomainException.requireNoneOnClosedNegativeAxis("log", factored.factors());
    Matrix owner = factored.transposed() ? a.transpose() : a;
    return new Kept<>(
        owner.keep(Logarithm.class, () -> Logarithm.of(factored.factors())), factored.transposed());
  }

  private static Matrix squareRoot(Matrix a) {
    Require.square("sqrt", "a", a);
    Kept<RealSchur> factored = schur(a);
    OutsideDomainException.requireNoneOnClosedNegativeAxis("sqrt", factored.factors());
    Matrix x = withSchur(SquareRoot.of(factored.factors()));
    return factored.transposed() ? x.transpose() : x;
  }

  private static SignDecomposition sign(Matrix a) {
    Require.square("sign", "a", a);
    Kept<RealSchur> factored = schur(a);
    OutsideDomainException.requireNoneOnImaginaryAxis("sign", factored.factors());
    MatrixSign found = MatrixSign.of(factored.factors());
    Matrix s = Matrix.wrap(a.rows(), a.rows(), found.sign());
    Matrix n = withSchur(found.n());
    return factored.transposed()
        ? new SignDecomposition(s.transpose(), n.transpose())
        : new SignDecomposition(s, n);
  }

  /** The matrix of which this is the Schur form, which is kept with it. */
  private static Matrix withSchur(RealSchur factors) {
    Matrix x = Matrix.wrap(factors.n(), factors.n(), factors.product());
    x.keep(RealSchur.class, () -> factors);
    return x;
  }

  private static Matrix action(Scalar t, Matrix a, Matrix b) {
    Require.square("expAction", "a", a);
    Require.sameRows("expAction", a, b);
    Require.finite("expAction", "b", b);
    Matrix scaled = a.multiply(t);
    Require.finite("expAction", "t a", scaled);
    double[] y = ExponentialAction.apply(a.rows(), scaled.array(), b.columns(), b.array());
    return Matrix.wrap(b.rows(), b.columns(), y);
  }

  private static Matrix actionAdjoint(Matrix a, Matrix u, Matrix b) {
    Require.square("expAction", "a", a);
    Require.sameRows("expAction", a, b);
    Require.sameShape("expAction", "b and its cotangent", b, u);
    Require.finite("expAction", "b", b);
    Require.finite("expAction", "the cotangent", u);
    int n = a.rows();
    return Matrix.wrap(
        n, n, ExponentialAction.lowRankFrechet(n, a.array(), b.columns(), u.array(), b.array()));
  }
}
