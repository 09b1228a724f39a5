package org.frechet.linalg;

import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/**
 * Factorizations, eigenvalues of general matrices, least squares: part of {@link LinearAlgebra}.
 */
abstract class FactorizationFunctions extends EquationFunctions {

  FactorizationFunctions() {}

  /**
   * {@code P A = L U} with partial pivoting: m×n of any shape. With {@code E = L⁻¹ P Ȧ}, {@code L̇
   * = L stril(E U⁻¹)}, {@code U̇ = triu(E − stril(E U⁻¹) U)}; P is locally constant. The last pivot
   * of a square matrix may be zero. de Hoog, Anderssen and Lukas 2011.
   *
   * @throws SingularMatrixException by a derivative if another pivot is zero
   */
  public static Lu lu(Matrix a) {
    return TriangularFactorizations.LU.apply(a);
  }

  /** The matrix whose row i is row p[i] of A, as in {@code P A = L U}; linear in A. */
  public static Matrix permuteRows(Vector permutation, Matrix a) {
    return TriangularFactorizations.PERMUTE_ROWS.apply(permutation, a);
  }

  /**
   * {@code A = L diag(d) Lᵀ} of a symmetric matrix whose leading minors, the last one excepted, are
   * not zero; its lower triangle is read. Differentiated as a function of the symmetric part. There
   * is no pivoting: where a leading block is nearly singular, entries of L are large and
   * inaccurate.
   *
   * @throws SingularMatrixException if a pivot above a non-empty column is exactly zero
   */
  public static Ldlt ldlt(Matrix a) {
    return TriangularFactorizations.LDLT.apply(a);
  }

  /**
   * {@code A = Q R}, thin, with a diagonal of R that is not negative: m×n → m×k and k×n, k = min(m,
   * n). A wide matrix takes Q from its first m columns. Householder's reflections; derivatives by
   * Walter and Lehmann 2010.
   *
   * @throws RankDeficientException by a derivative if the first k columns are dependent
   */
  public static Qr qr(Matrix a) {
    int m = Require.given("qr", a).rows();
    int n = a.columns();
    if (m >= n) {
      return OrthogonalFactorizations.QR.apply(a);
    }
    Qr first = OrthogonalFactorizations.QR.apply(a.block(0, 0, m, m));
    Matrix rest = first.q().transpose().multiply(a.block(0, m, m, n - m));
    return new Qr(first.q(), Matrix.beside(List.of(first.r(), rest)));
  }

  /** {@code A = L Q}, thin, with a diagonal of L that is not negative: {@link #qr} transposed. */
  public static Lq lq(Matrix a) {
    Qr qr = qr(Require.given("lq", a).transpose());
    return new Lq(qr.r().transpose(), qr.q().transpose());
  }

  /**
   * {@code A = U diag(s) Vᵀ}, thin, s descending: m×n → m×k, k, n×k. Derivatives by Townsend 2016,
   * with {@code (s[i] − s[j])} and {@code (s[i] + s[j])} apart. At repeated or zero singular values
   * only what does not depend on the choice of the vectors has a derivative, and not what takes
   * values and vectors together; functions of the whole matrix, such as {@link #polar} and {@link
   * #pinv}, have no such points.
   *
   * @throws IllDefinedDerivativeException by a pullback that depends on that choice, and in forward
   *     mode by whatever uses the vectors along a tangent that couples those of such a value
   */
  public static Svd svd(Matrix a) {
    return SingularValues.SVD.apply(a);
  }

  /**
   * The singular values alone, descending; {@code Ā = U diag(s̄) Vᵀ} divides by no gap.
   *
   * @throws IllDefinedDerivativeException by a second derivative at a repeated value that depends
   *     on what the values are put into
   */
  public static Vector singularValues(Matrix a) {
    return SingularValues.SINGULAR_VALUES.apply(a);
  }

  /**
   * {@code A = U P}: m×n, m ≥ n → m×n with orthonormal columns and n×n symmetric positive
   * semidefinite. The derivative solves {@code P Ω + Ω P = Uᵀ Ȧ − Ȧᵀ U}: repeated singular values
   * do no harm. Higham, Functions of Matrices, 2008, chapter 8.
   *
   * @throws NoUniqueSolutionException by a derivative if two singular values are zero
   * @throws NotPositiveDefiniteException by a derivative of U if m exceeds n and one is zero
   */
  public static Polar polar(Matrix a) {
    return SymmetricEquations.POLAR.apply(a);
  }

  /**
   * {@code A = V diag(λ) V⁻¹} of a general matrix, which stays a general matrix if it happens to be
   * symmetric: n×n → complex n, n×n, n×n. With {@code K = V⁻¹ Ȧ V}, {@code λ̇ = diag K}, {@code V̇
   * = V (F ∘ K)} but for length and phase, {@code F[i, j] = 1 / (λ[j] − λ[i])}. Giles 2008, 3.1.
   *
   * @throws DefectiveMatrixException if there is no basis of eigenvectors, within rounding
   * @throws IllDefinedDerivativeException by a pullback that depends on the choice of eigenvectors
   *     of a repeated eigenvalue, and in forward mode by whatever uses the eigenvectors along a
   *     tangent that couples them
   */
  public static Eigen eigen(Matrix a) {
    return GeneralEigen.EIGEN.apply(a);
  }

  /**
   * The eigenvalues of a general matrix alone, in the order of {@link #eigen}; {@code Ā = Re(V⁻ᴴ
   * diag(λ̄) Vᴴ)} divides by no gap.
   *
   * @throws DefectiveMatrixException by a derivative at a defective matrix
   * @throws IllDefinedDerivativeException by a second derivative at a repeated eigenvalue that
   *     depends on what the eigenvalues are put into
   */
  public static ComplexVector eigenvalues(Matrix a) {
    return GeneralEigen.EIGENVALUES.apply(a);
  }

  /**
   * {@code A = Q T Qᵀ}, the real Schur form; without a derivative: rules live at the level of
   * equations, such as {@code sylvester}.
   */
  public static SchurForm schur(Matrix a) {
    return SchurForms.SCHUR.apply(a);
  }

  /** {@code A = Q H Qᵀ} with a Hessenberg H; without a derivative, as {@link #schur}. */
  public static HessenbergForm hessenberg(Matrix a) {
    return SchurForms.HESSENBERG.apply(a);
  }

  /**
   * The X of least norm among those with least {@code ‖A X − B‖}: m×n of full rank, m×r → n×r. By
   * QR, which is kept and serves the derivatives; a square A is a linear system. For a tall A:
   * {@code S = (Aᵀ A)⁻¹ X̄}, {@code Ā = (B − A X) Sᵀ − A S Xᵀ}, {@code B̄ = A S}. Golub and Pereyra
   * 1973.
   *
   * @throws RankDeficientException if the rank is not full; {@link #pinv} takes any rank
   */
  public static Matrix leastSquares(Matrix a, Matrix b) {
    if (Require.given("leastSquares", a).rows() == a.columns()) {
      return Solving.SOLVE.apply(a, b);
    }
    return a.rows() > a.columns()
        ? OrthogonalFactorizations.LEAST_SQUARES.apply(a, b)
        : OrthogonalFactorizations.MINIMUM_NORM.apply(a, b);
  }

  /** As {@link #leastSquares(Matrix, Matrix)}, for one right-hand side. */
  public static Vector leastSquares(Matrix a, Vector b) {
    return leastSquares(a, Require.given("leastSquares", b).toColumn()).column(0);
  }

  /**
   * The pseudoinverse {@code A⁺}: m×n → n×m, differentiated at constant rank. Singular values up to
   * max(m, n) ulps of the largest count as zero. Golub and Pereyra 1973.
   */
  public static Matrix pinv(Matrix a) {
    Require.given("pinv", a);
    return pinv(a, Math.max(a.rows(), a.columns()) * Math.ulp(1.0));
  }

  /** As {@link #pinv(Matrix)}, where singular values up to {@code tolerance · s[0]} are zero. */
  public static Matrix pinv(Matrix a, double tolerance) {
    return new PseudoInverses.PseudoInverse(tolerance).apply(a);
  }

  /**
   * X with {@code A X = B} for a symmetric positive definite A, of which the lower triangle is
   * read: by a Cholesky factor that is kept. Differentiated as a function of the symmetric part of
   * A.
   *
   * @throws NotPositiveDefiniteException if A is not positive definite
   */
  public static Matrix solveSpd(Matrix a, Matrix b) {
    return SymmetricEquations.SOLVE_SPD.apply(a, b);
  }

  /** As {@link #solveSpd(Matrix, Matrix)}, for one right-hand side. */
  public static Vector solveSpd(Matrix a, Vector b) {
    return solveSpd(a, Require.given("solveSpd", b).toColumn()).column(0);
  }

  /** X with {@code L Lᵀ X = B}, from a Cholesky factor L. */
  public static Matrix solveCholesky(Matrix l, Matrix b) {
    return Solving.SOLVE_LOWER_TRANSPOSED.apply(l, Solving.SOLVE_LOWER.apply(l, b));
  }

  /** As {@link #solveCholesky(Matrix, Matrix)}, for one right-hand side. */
  public static Vector solveCholesky(Matrix l, Vector b) {
    return Solving.SOLVE_LOWER_TRANSPOSED_VECTOR.apply(
        l, Solving.SOLVE_LOWER_VECTOR.apply(l, Require.given("solveCholesky", b)));
  }

  /**
   * {@code Aᵏ} of a square matrix for an integer k, by repeated squaring; {@code A⁰ = I}, and a
   * negative power is a power of the inverse.
   *
   * @throws SingularMatrixException if k is negative and A singular
   */
  public static Matrix matrixPower(Matrix a, int k) {
    Require.squareShape("matrixPower", "a", Require.given("matrixPower", a));
    Matrix power = LinearAlgebra.identityLike(a);
    Matrix square = k < 0 ? Solving.INV.apply(a) : a;
    for (long rest = Math.abs((long) k); rest > 0; rest /= 2) {
      power = rest % 2 == 1 ? power.multiply(square) : power;
      square = rest > 1 ? square.multiply(square) : square;
    }
    return power;
  }
}
