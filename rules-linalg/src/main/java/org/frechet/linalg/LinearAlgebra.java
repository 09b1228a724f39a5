package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.frechet.value.Products;
import org.frechet.value.Reductions;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * The functions of linear algebra, made to be imported statically. All are differentiable in both
 * modes and to any order, as far as the mathematics goes; each is a {@code Primitive} of this
 * package, under which third parties may override its rule.
 *
 * <p>Matrices are real. Null and shapes that do not fit are {@link IllegalArgumentException}s, and
 * so are entries that are NaN or infinite, where a function factors or iterates; products, sums,
 * triangular solves and statistics pass them on. What has no answer is an {@link
 * ArithmeticException} that measures it.
 */
public final class LinearAlgebra extends FunctionsOfMatrices {

  private LinearAlgebra() {}

  /**
   * {@code A⁻¹}, n×n → n×n. {@code Ẏ = −Y Ȧ Y}, {@code Ā = −Yᵀ Ȳ Yᵀ}. 2n³ flops, either derivative
   * 4n³.
   *
   * @throws SingularMatrixException if a pivot of the elimination is exactly zero
   */
  public static Matrix inv(Matrix a) {
    return Solving.INV.apply(a);
  }

  /**
   * X with {@code A X = B}: n×n, n×r → n×r. {@code Ẋ = A⁻¹(Ḃ − Ȧ X)}; {@code B̄ = A⁻ᵀ X̄}, {@code Ā
   * = −B̄ Xᵀ}. One LU for the value and all derivatives. For a rectangular A of full rank, the X of
   * {@link #leastSquares(Matrix, Matrix)}: of least residual if A is tall, of least norm if it is
   * wide.
   *
   * @throws SingularMatrixException if a pivot of the elimination is exactly zero
   * @throws RankDeficientException if a rectangular A is not of full rank
   */
  public static Matrix solve(Matrix a, Matrix b) {
    return leastSquares(a, b);
  }

  /** x with {@code A x = b}, as {@link #solve(Matrix, Matrix)}. */
  public static Vector solve(Matrix a, Vector b) {
    return solve(a, Require.given("solve", b).toColumn()).column(0);
  }

  /** {@code det A}; its derivative {@code ⟨adj(A)ᵀ, Ȧ⟩} is finite at singular matrices too. */
  public static Scalar det(Matrix a) {
    return Determinants.DET.apply(a);
  }

  /**
   * {@code log det A} of a matrix with a positive determinant; {@code ẏ = tr(A⁻¹ Ȧ)}, {@code Ā = ȳ
   * A⁻ᵀ}.
   *
   * @throws ArithmeticException if the determinant is zero or negative
   */
  public static Scalar logdet(Matrix a) {
    return Determinants.LOGDET.apply(a);
  }

  /** {@code log |det A|} and the sign of {@code det A}. */
  public static LogAbsDet logabsdet(Matrix a) {
    return Determinants.LOGABSDET.apply(a);
  }

  /** {@code tr A}. */
  public static Scalar trace(Matrix a) {
    return Determinants.TRACE.apply(a);
  }

  /**
   * The matrix exponential, n×n → n×n; entry by entry it is {@code Elementwise.exp}. {@code Ẏ =
   * L(A; Ȧ)}, {@code Ā = L(Aᵀ; Ȳ)} with the Fréchet derivative L, at about twice the cost of the
   * value. Overflows to infinity where it must. Al-Mohy and Higham 2009, SIAM J. Matrix Anal. Appl.
   * 30(4), 1639–1657.
   */
  public static Matrix exp(Matrix a) {
    return Exponentials.EXP.apply(a);
  }

  /**
   * X with {@code A X + X B = C}: m×m, n×n, m×n → m×n. {@code Aᵀ S + S Bᵀ = X̄}, {@code Ā = −S Xᵀ},
   * {@code B̄ = −Xᵀ S}, {@code C̄ = S}. Bartels and Stewart 1972.
   *
   * @throws NoUniqueSolutionException if A and −B share an eigenvalue
   */
  public static Matrix sylvester(Matrix a, Matrix b, Matrix c) {
    return Equations.SYLVESTER.apply(a, b, c);
  }

  /**
   * X with {@code A X + X Aᵀ + Q = 0}: n×n, n×n → n×n. {@code Aᵀ S + S A + X̄ = 0}, {@code Ā = S Xᵀ
   * + Sᵀ X}, {@code Q̄ = S}: one triangular solve. Bartels and Stewart 1972.
   *
   * @throws NoUniqueSolutionException if two eigenvalues of A have the sum zero
   */
  public static Matrix lyap(Matrix a, Matrix q) {
    return Equations.LYAP.apply(a, q);
  }

  /**
   * X with {@code A X Aᵀ − X + Q = 0}: n×n, n×n → n×n. {@code Aᵀ S A − S + X̄ = 0}, {@code Ā = S A
   * Xᵀ + Sᵀ A X}, {@code Q̄ = S}: one triangular solve. Kitagawa 1977, Barraud 1977.
   *
   * @throws NoUniqueSolutionException if two eigenvalues of A have the product one
   */
  public static Matrix dlyap(Matrix a, Matrix q) {
    return Equations.DLYAP.apply(a, q);
  }

  /**
   * L lower triangular with {@code A = L Lᵀ}, for a symmetric positive definite A, of which the
   * lower triangle is read. Differentiated as a function of the symmetric part of A: the gradient
   * is symmetric. Murray 2016, arXiv 1602.07527.
   *
   * @throws NotPositiveDefiniteException if A is not positive definite
   */
  public static Matrix cholesky(Matrix a) {
    return Factorizations.CHOLESKY.apply(a);
  }

  /**
   * Eigenvalues, ascending, and eigenvectors of a symmetric matrix, of which the lower triangle is
   * read. Differentiated as a function of the symmetric part of A. At a repeated eigenvalue only
   * what does not depend on the choice of eigenvectors has a derivative, and near one the
   * derivative of single eigenvectors grows like 1/gap, so that forward mode loses as many digits:
   * for {@code V φ(Λ) Vᵀ} use {@code symmetricFunction}, for the projector on the eigenvalues below
   * μ {@code (I − sign(A − μI)) / 2}.
   *
   * @throws IllDefinedDerivativeException by a pullback that depends on that choice, or that asks
   *     about eigenvalues and eigenvectors of a repeated eigenvalue together, and in forward mode
   *     by whatever uses the eigenvectors along a tangent that couples those of one
   */
  public static SymmetricEigen symmetricEigen(Matrix a) {
    return Factorizations.SYMMETRIC_EIGEN.apply(a);
  }

  /**
   * The eigenvalues of a symmetric matrix alone, ascending; {@code Ā = V diag(λ̄) Vᵀ} divides by no
   * gap. For {@code Σ φ(λᵢ)} {@code trace(symmetricFunction(φ, A))} has all derivatives.
   *
   * @throws IllDefinedDerivativeException by a second derivative at a repeated eigenvalue that
   *     depends on what the eigenvalues are put into
   */
  public static Vector symmetricEigenvalues(Matrix a) {
    return Factorizations.SYMMETRIC_EIGENVALUES.apply(a);
  }

  /** The Kronecker product {@code A ⊗ B}: m×n, p×q → mp×nq. */
  public static Matrix kron(Matrix a, Matrix b) {
    return Kronecker.KRON.apply(a, b);
  }

  /** The lower triangle, with the diagonal. */
  public static Matrix tril(Matrix a) {
    return Triangles.TRIL.apply(a);
  }

  /** The upper triangle, with the diagonal. */
  public static Matrix triu(Matrix a) {
    return Triangles.TRIU.apply(a);
  }

  /** {@code (A + Aᵀ) / 2}. */
  public static Matrix symmetricPart(Matrix a) {
    Require.squareShape("symmetricPart", "a", Require.given("symmetricPart", a));
    return a.add(a.transpose()).multiply(0.5);
  }

  /** The identity of the size of a square matrix. */
  public static Matrix identityLike(Matrix a) {
    Require.squareShape("identityLike", "a", Require.given("identityLike", a));
    return Matrix.identity(a.rows());
  }

  /** {@code Aᵀ}. */
  public static Matrix transpose(Matrix a) {
    return Require.given("transpose", a).transpose();
  }

  /** The sum of all entries. */
  public static Scalar sum(Value x) {
    return Reductions.sum(x);
  }

  /** The mean of all entries. */
  public static Scalar mean(Value x) {
    return Reductions.mean(Require.given("mean", x));
  }

  /** The Euclidean norm of a vector, the Frobenius norm of a matrix. */
  public static Scalar norm(Value x) {
    return Reductions.norm(x);
  }

  /** {@code ⟨a, b⟩}, tr(AᵀB) for matrices. */
  public static <V extends Value> Scalar dot(V a, V b) {
    return Products.dot(a, b);
  }

  /** {@code a bᵀ}. */
  public static Matrix outer(Vector a, Vector b) {
    return Require.given("outer", a).outer(b);
  }
}
