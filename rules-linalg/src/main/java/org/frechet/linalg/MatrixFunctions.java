package org.frechet.linalg;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.frechet.linalg.kernel.BalancedSchur;
import org.frechet.linalg.kernel.ExponentialAction;
import org.frechet.linalg.kernel.FractionalPower;
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

  /** The principal X with {@code X² = A}; see {@link SquareRoot}. */
  public static final AnalyticFunction SQRT =
      AnalyticFunction.of("sqrt", MatrixFunctions::squareRoot, SquareRoot::frechet);

  /** S of {@code A = S N}; see {@link MatrixSign}. */
  public static final AnalyticFunction SIGN =
      AnalyticFunction.of("sign", MatrixFunctions::sign, MatrixSign::sign);

  /** N of {@code A = S N}; see {@link MatrixSign}. */
  public static final AnalyticFunction ROOT_OF_SQUARE =
      AnalyticFunction.of("sqrt(A²)", MatrixFunctions::sign, MatrixSign::n);

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

  private static Kept<Logarithm> logarithm(Matrix a) {
    return onSchur(a, Logarithm.class, onPrincipalBranch("log"), Logarithm::of);
  }

  private static Kept<SquareRoot> squareRoot(Matrix a) {
    return onSchur(a, SquareRoot.class, onPrincipalBranch("sqrt"), SquareRoot::of);
  }

  private static Kept<MatrixSign> sign(Matrix a) {
    Consumer<RealSchur> domain =
        schur -> OutsideDomainException.requireNoneOnImaginaryAxis("sign", schur);
    return onSchur(a, MatrixSign.class, domain, MatrixSign::of);
  }

  /** {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)} of the power p, for the arguments {@code (A, E₁, …, Eₖ)}. */
  static Matrix power(double p, List<Matrix> arguments) {
    return new FrechetEvaluation<FractionalPower.Family>(
            "power",
            AnalyticFunction.ifFinite(
                "power",
                a ->
                    onSchur(
                        a,
                        FractionalPower.Family.class,
                        onPrincipalBranch("power"),
                        FractionalPower::of)),
            (family, directions) -> family.of(p).frechet(directions),
            false)
        .derivative(arguments);
  }

  private static Consumer<RealSchur> onPrincipalBranch(String operation) {
    return schur -> OutsideDomainException.requireNoneOnClosedNegativeAxis(operation, schur);
  }

  /** What a function makes of the balanced Schur form, which is kept with the matrix as well. */
  private static <F> Kept<F> onSchur(
      Matrix a, Class<F> key, Consumer<RealSchur> domain, Function<BalancedSchur, F> make) {
    Kept<BalancedSchur> schur =
        Kept.with(
            a,
            BalancedSchur.class,
            (n, entries) ->
                BalancedSchur.of(
                    n, entries, () -> a.keep(RealSchur.class, () -> RealSchur.of(n, entries))));
    domain.accept(schur.factors().schur());
    Matrix owner = schur.transposed() ? a.transpose() : a;
    return new Kept<>(owner.keep(key, () -> make.apply(schur.factors())), schur.transposed());
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
