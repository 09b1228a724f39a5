package org.frechet.linalg;

import java.util.Arrays;
import org.frechet.kernel.Kernels;
import org.frechet.linalg.kernel.CholeskyPullback;
import org.frechet.linalg.kernel.SymmetricDecomposition;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/** The primitives of factorizations. Each reads the lower triangle of its argument only. */
public final class Factorizations {

  /** L lower triangular with {@code A = L Lᵀ}: n×n → n×n. n³/3 flops. */
  public static final Primitive.Unary<Matrix, Matrix> CHOLESKY =
      Primitive.unary("cholesky", a -> choleskyKept("cholesky", a));

  /**
   * {@code Ā = ½ L⁻ᵀ (P + Pᵀ) L⁻¹, P = Φ(Lᵀ L̄)}, the cotangent of A from that of its factor: n×n,
   * n×n → n×n, symmetric. Reads the lower triangle of either. Φ takes the lower triangle and halves
   * the diagonal: see {@link FactorizationRules}. 4n³ flops.
   */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> CHOLESKY_PULLBACK =
      Primitive.binary("cholesky pullback", Factorizations::choleskyPullback);

  /** {@code A = V diag(λ) Vᵀ}, λ ascending: n×n → n and n×n. */
  public static final Primitive.Unary<Matrix, SymmetricEigen> SYMMETRIC_EIGEN =
      Primitive.unary("symmetricEigen", Factorizations::symmetricEigen);

  /** λ alone, ascending: its derivatives exist where those of V do not. n×n → n. */
  public static final Primitive.Unary<Matrix, Vector> SYMMETRIC_EIGENVALUES =
      Primitive.unary("symmetricEigenvalues", a -> symmetricEigen(a).values());

  /** {@code F[i, j] = 1 / (λ[j] − λ[i])}, and 0 where the gap is within rounding: n → n×n. */
  public static final Primitive.Unary<Vector, Matrix> RECIPROCAL_GAPS =
      Primitive.unary("reciprocal gaps", Factorizations::reciprocalGaps);

  /** Of a cotangent's skew part: see {@link Gauge#ofCotangent}. */
  public static final Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> REQUIRE_GAUGE_INVARIANCE =
      Gauge.ofCotangent("symmetricEigen", "the choice of eigenvectors for a repeated eigenvalue");

  /** Of a tangent: see {@link Gauge#ofTangent}. */
  public static final Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> REQUIRE_NO_COUPLING =
      Gauge.ofTangent(
          "symmetricEigen",
          "eigenvectors of a repeated eigenvalue",
          "For V φ(Λ) Vᵀ use symmetricFunction, for the projector on the eigenvalues below μ"
              + " (I − sign(A − μI)) / 2, for values alone symmetricEigenvalues, or reverse mode.");

  /**
   * {@code λ̄} itself, for {@code (λ̄, M, F)}, unless eigenvalues and eigenvectors of one repeated
   * eigenvalue are asked about together, as by {@code V φ(Λ) Vᵀ}: how they vary together there is
   * not in the decomposition, and the answer would be silently wrong.
   */
  public static final Primitive.Ternary<Vector, Matrix, Matrix, Vector> UNMIXED_VALUES =
      Primitive.ternary("unmixed eigenvalues", Factorizations::unmixedValues);

  private Factorizations() {}

  /** The factor, which is kept: a system with the same matrix does not factor again. */
  static Matrix choleskyKept(String operation, Matrix a) {
    return a.keep(CHOLESKY, () -> cholesky(operation, a));
  }

  private static Matrix cholesky(String operation, Matrix a) {
    int n = a.rows();
    Require.square(operation, "a", a);
    double[] l = a.array().clone();
    int pivot = n == 0 ? -1 : Kernels.best().cholesky(n, l, 0, n);
    if (pivot >= 0) {
      throw new NotPositiveDefiniteException(operation, n, pivot);
    }
    for (int j = 1; j < n; j++) {
      Arrays.fill(l, j * n, j * n + j, 0);
    }
    return Matrix.wrap(n, n, l);
  }

  private static Matrix choleskyPullback(Matrix l, Matrix g) {
    int n = l.rows();
    Solving.requireTriangular("cholesky pullback", l, g);
    Require.squareShape("cholesky pullback", "g", g);
    return Matrix.wrap(n, n, CholeskyPullback.of(n, l.array(), g.array()));
  }

  private static SymmetricEigen symmetricEigen(Matrix a) {
    int n = a.rows();
    Require.square("symmetricEigen", "a", a);
    return a.keep(
        SYMMETRIC_EIGEN,
        () -> {
          SymmetricDecomposition found = SymmetricDecomposition.of(n, a.array());
          return new SymmetricEigen(
              Vector.wrap(found.values()), Matrix.wrap(n, n, found.vectors()));
        });
  }

  private static Matrix reciprocalGaps(Vector values) {
    double[] lambda = values.array();
    int n = lambda.length;
    double largest =
        Math.max(Math.abs(n == 0 ? 0 : lambda[0]), Math.abs(n == 0 ? 0 : lambda[n - 1]));
    double rounding = n * Math.ulp(1.0) * largest;
    double[] f = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double gap = lambda[j] - lambda[i];
        f[i + j * n] = Math.abs(gap) <= rounding ? 0 : 1 / gap;
      }
    }
    return Matrix.wrap(n, n, f);
  }

  private static Vector unmixedValues(Vector gv, Matrix m, Matrix f) {
    int n = gv.size();
    Gauge.unmixed(
        "symmetricEigen",
        (i, j) -> f.array()[i + j * n] == 0,
        new double[][] {gv.array(), new double[n]},
        new double[][] {m.array(), new double[n * n]});
    return gv;
  }
}
