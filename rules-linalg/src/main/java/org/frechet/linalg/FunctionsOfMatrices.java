package org.frechet.linalg;

import java.util.function.UnaryOperator;
import org.frechet.linalg.kernel.SpectralFunction;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/** Functions of square matrices. */
abstract class FunctionsOfMatrices extends SolvingFunctions {

  FunctionsOfMatrices() {}

  /**
   * The principal logarithm, X with {@code exp X = A} and imaginary parts of its eigenvalues
   * between −π and π: n×n → n×n; entry by entry it is {@code Elementwise.log}. {@code Ẋ = L(A; Ȧ)},
   * {@code Ā = L(Aᵀ; X̄)}. Inverse scaling and squaring on the real Schur form: about 25n³ flops
   * for the form and n³ for each root; a derivative takes about 30n³. Al-Mohy, Higham and Relton,
   * SIAM J. Sci. Comput. 34(4):C153, 2012, and 35(4):C394, 2013.
   *
   * @throws OutsideDomainException if A has an eigenvalue on the closed negative real axis
   */
  public static Matrix log(Matrix a) {
    return MatrixFunctions.LOG.function().apply(a);
  }

  /**
   * The principal square root, X with {@code X² = A} and eigenvalues in the open right half-plane:
   * n×n → n×n; entry by entry it is {@code Elementwise.sqrt}. {@code X Ẋ + Ẋ X = Ȧ}, {@code Xᵀ Ā +
   * Ā Xᵀ = X̄}: one triangular solve on kept Schur factors. Higham, Linear Algebra Appl. 88/89:405,
   * 1987. For a positive semidefinite A there is {@link #symmetricSqrt}.
   *
   * @throws OutsideDomainException if A has an eigenvalue on the closed negative real axis
   */
  public static Matrix sqrt(Matrix a) {
    return MatrixFunctions.SQRT.function().apply(a);
  }

  /**
   * {@code Aᵖ}, principal: n×n → n×n. Products, and inverses for a negative p, where p is whole;
   * the root where {@code p = ½}; else by roots, a Padé approximant and squares on the real Schur
   * form. {@code Ẏ = L(A; Ȧ)}, {@code Ā = L(Aᵀ; Ȳ)}. About 45n³ flops beside the form, a derivative
   * about 100n³. Higham and Lin, SIAM J. Matrix Anal. Appl. 32(3):1056, 2011, and 34(3):1341, 2013.
   *
   * @throws OutsideDomainException if p is not whole and A has an eigenvalue on the closed negative
   *     real axis
   * @throws SingularMatrixException if p is negative and A singular
   */
  public static Matrix power(Matrix a, double p) {
    Require.squareShape("power", "a", Require.given("power", a));
    if (!(Math.abs(p) < Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("power: p is %s, expected less than 2³¹".formatted(p));
    }
    if (p == Math.rint(p)) {
      return LinearAlgebra.matrixPower(a, (int) p);
    }
    return p == 0.5 ? sqrt(a) : new PrincipalPower(p).apply(a);
  }

  /**
   * {@code Aᵖ}, differentiable in p too, and so for a whole p as well only where there is a
   * logarithm: {@code ∂Aᵖ/∂p = log(A) Aᵖ}.
   *
   * @throws OutsideDomainException if A has an eigenvalue on the closed negative real axis
   */
  public static Matrix power(Matrix a, Scalar p) {
    Require.squareShape("power", "a", Require.given("power", a));
    // Aᵖ exp(0 log A), where the 0 moves with p: no rounding of a logarithm enters the power.
    Scalar fixed = Require.given("power", p).detach();
    Matrix power = power(a, fixed.toDouble());
    return power.multiply(LinearAlgebra.exp(log(a).multiply(p.subtract(fixed))));
  }

  /**
   * The matrix sine, n×n → n×n. {@code Ẏ = L(A; Ȧ)}, {@code Ā = L(Aᵀ; Ȳ)}; sine and cosine of one
   * matrix share their work. Al-Mohy, Higham and Relton, SIAM J. Sci. Comput. 37(1):A456, 2015.
   */
  public static Matrix sin(Matrix a) {
    return MatrixFunctions.SIN.function().apply(a);
  }

  /** The matrix cosine, n×n → n×n; see {@link #sin}. */
  public static Matrix cos(Matrix a) {
    return MatrixFunctions.COS.function().apply(a);
  }

  /** {@code (exp A − exp −A) / 2} without its cancellation, n×n → n×n; see {@link #sin}. */
  public static Matrix sinh(Matrix a) {
    return MatrixFunctions.SINH.function().apply(a);
  }

  /** {@code (exp A + exp −A) / 2}, n×n → n×n; see {@link #sin}. */
  public static Matrix cosh(Matrix a) {
    return MatrixFunctions.COSH.function().apply(a);
  }

  /**
   * The matrix sign S, n×n → n×n: {@code S² = I}, it commutes with A, and {@code N = A S} has its
   * eigenvalues in the right half-plane. {@code N Ṡ + Ṡ N = Ȧ − S Ȧ S}, one triangular solve on
   * kept Schur factors. Higham, Functions of Matrices, SIAM 2008, chapter 5.
   *
   * @throws OutsideDomainException if A has an eigenvalue on the imaginary axis
   */
  public static Matrix sign(Matrix a) {
    return MatrixFunctions.SIGN.function().apply(a);
  }

  /** S and N of the decomposition {@code A = S N}; see {@link #sign}. */
  public static SignDecomposition signDecomposition(Matrix a) {
    return new SignDecomposition(sign(a), MatrixFunctions.ROOT_OF_SQUARE.function().apply(a));
  }

  /** {@code exp(A) B}: n×n, n×r → n×r; see {@link #expAction(Scalar, Matrix, Matrix)}. */
  public static Matrix expAction(Matrix a, Matrix b) {
    return expAction(Scalar.of(1), a, b);
  }

  /** {@code exp(A) b}: n×n, n → n; see {@link #expAction(Scalar, Matrix, Matrix)}. */
  public static Vector expAction(Matrix a, Vector b) {
    return expAction(Scalar.of(1), a, b);
  }

  /**
   * {@code Y = exp(tA) B}, without forming the exponential where that is cheaper: scalar, n×n, n×r
   * → n×r. {@code t̄ = ⟨Ȳ, A Y⟩}, {@code Ā = t L(tAᵀ; Ȳ Bᵀ)}, {@code B̄ = exp(tAᵀ) Ȳ}; the pullback
   * to A is an integral of outer products, from as many products as two actions. About 10‖tA‖
   * products with A, 2n²r flops each. Al-Mohy and Higham, SIAM J. Sci. Comput. 33(2):488, 2011.
   */
  public static Matrix expAction(Scalar t, Matrix a, Matrix b) {
    return MatrixFunctions.EXP_ACTION.apply(t, a, b);
  }

  /** {@code exp(tA) b}: scalar, n×n, n → n; see {@link #expAction(Scalar, Matrix, Matrix)}. */
  public static Vector expAction(Scalar t, Matrix a, Vector b) {
    return expAction(t, a, Require.given("expAction", b).toColumn()).column(0);
  }

  /**
   * {@code f(A)} for any analytic f, given by its evaluation on constants alone: n×n → n×n. All
   * derivatives come from {@code f([[A, E], [0, A]])}; see {@link MatrixFunction}.
   *
   * @param f computes {@code f(A)}, also of matrices with repeated and defective eigenvalues
   */
  public static Matrix matrixFunction(UnaryOperator<Matrix> f, Matrix a) {
    return new MatrixFunction("matrixFunction", Require.given("matrixFunction", f)).apply(a);
  }

  /**
   * The exponential of a symmetric matrix, of which the lower triangle is read: n×n → n×n.
   * Differentiated as a function of the symmetric part of A, by divided differences {@code (e^λⱼ −
   * e^λᵢ) / (λⱼ − λᵢ)} that do not cancel. Daleckii and Krein 1965.
   */
  public static Matrix symmetricExp(Matrix a) {
    return new SymmetricFunction(SpectralFunction.exp()).apply(a);
  }

  /**
   * The logarithm of a symmetric positive definite matrix; as {@link #symmetricExp}.
   *
   * @throws OutsideDomainException if an eigenvalue is not positive
   */
  public static Matrix symmetricLog(Matrix a) {
    return new SymmetricFunction(SpectralFunction.log()).apply(a);
  }

  /**
   * The square root of a symmetric positive semidefinite matrix; as {@link #symmetricExp}. An
   * eigenvalue within rounding of 0 counts as 0; the part of a derivative that is infinite there is
   * 0 by policy.
   *
   * @throws OutsideDomainException if an eigenvalue is negative
   */
  public static Matrix symmetricSqrt(Matrix a) {
    return symmetricPower(a, 0.5);
  }

  /**
   * {@code Aᵖ} of a symmetric positive semidefinite matrix, definite for p &lt; 0; as {@link
   * #symmetricSqrt}.
   *
   * @throws OutsideDomainException if an eigenvalue is negative, or 0 and p is negative
   */
  public static Matrix symmetricPower(Matrix a, double p) {
    if (!Double.isFinite(p)) {
      throw new IllegalArgumentException("symmetricPower: p is %s, expected a number".formatted(p));
    }
    return new SymmetricFunction(SpectralFunction.power(p)).apply(a);
  }

  /** {@code Aᵖ} of a symmetric positive definite matrix; as {@link #power(Matrix, Scalar)}. */
  public static Matrix symmetricPower(Matrix a, Scalar p) {
    Scalar fixed = Require.given("symmetricPower", p).detach();
    Matrix power = symmetricPower(a, fixed.toDouble());
    return power.multiply(symmetricExp(symmetricLog(a).multiply(p.subtract(fixed))));
  }

  /**
   * {@code V diag(f(λ)) Vᵀ} of a symmetric matrix, for any smooth elementwise function: n×n → n×n;
   * as {@link #symmetricExp}. Divided differences take the derivatives of f from the rules that are
   * found on the path.
   */
  public static Matrix symmetricFunction(Primitive.Elementwise f, Matrix a) {
    return symmetricFunction(f, Found.RULES, a);
  }

  /** Looked for once, and only if it is asked for. */
  private static final class Found {
    static final RuleRegistry RULES = RuleRegistry.standard();
  }

  /** The same with the rules of another registry. */
  public static Matrix symmetricFunction(Primitive.Elementwise f, RuleRegistry registry, Matrix a) {
    Require.given("symmetricFunction", f);
    Require.given("symmetricFunction", registry);
    return new SymmetricFunction(new ElementwiseSpectrum(f, registry, 0)).apply(a);
  }
}
