package org.frechet.linalg;

import java.util.Arrays;
import org.frechet.kernel.Kernels;
import org.frechet.linalg.kernel.SymmetricDecomposition;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/** The primitives of factorizations. Each reads the lower triangle of its argument only. */
public final class Factorizations {

  /** L lower triangular with {@code A = L Lᵀ}: n×n → n×n. n³/3 flops. */
  public static final Primitive.Unary<Matrix, Matrix> CHOLESKY =
      Primitive.unary("cholesky", Factorizations::cholesky);

  /** {@code A = V diag(λ) Vᵀ}, λ ascending: n×n → n and n×n. */
  public static final Primitive.Unary<Matrix, SymmetricEigen> SYMMETRIC_EIGEN =
      Primitive.unary("symmetricEigen", Factorizations::symmetricEigen);

  /** λ alone, ascending: its derivatives exist where those of V do not. n×n → n. */
  public static final Primitive.Unary<Matrix, Vector> SYMMETRIC_EIGENVALUES =
      Primitive.unary("symmetricEigenvalues", a -> symmetricEigen(a).values());

  /** {@code F[i, j] = 1 / (λ[j] − λ[i])}, and 0 where the gap is within rounding: n → n×n. */
  public static final Primitive.Unary<Vector, Matrix> RECIPROCAL_GAPS =
      Primitive.unary("reciprocal gaps", Factorizations::reciprocalGaps);

  /**
   * K itself, for {@code (K, F)}, if K vanishes where the gaps do; else the derivative of the
   * eigenvectors depends on how they were chosen.
   */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> REQUIRE_GAUGE_INVARIANCE =
      Primitive.binary("gauge invariance", Factorizations::requireGaugeInvariance);

  private static final double GAUGE_TOLERANCE = 1e-8;

  private Factorizations() {}

  private static Matrix cholesky(Matrix a) {
    int n = a.rows();
    Require.square("cholesky", "a", a);
    double[] l = a.array().clone();
    int pivot = n == 0 ? -1 : Kernels.best().cholesky(n, l, 0, n);
    if (pivot >= 0) {
      throw new NotPositiveDefiniteException("cholesky", n, pivot);
    }
    for (int j = 1; j < n; j++) {
      Arrays.fill(l, j * n, j * n + j, 0);
    }
    return Matrix.wrap(n, n, l);
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

  private static Matrix requireGaugeInvariance(Matrix k, Matrix f) {
    double dependence = 0;
    double size = 0;
    for (int j = 0; j < k.columns(); j++) {
      for (int i = 0; i < k.rows(); i++) {
        double entry = Math.abs(k.array()[i + j * k.rows()]);
        size = Math.max(size, entry);
        if (i != j && f.array()[i + j * k.rows()] == 0) {
          dependence = Math.max(dependence, entry);
        }
      }
    }
    if (dependence > GAUGE_TOLERANCE * size) {
      throw new IllDefinedDerivativeException(
          "symmetricEigen",
          "the choice of eigenvectors for a repeated eigenvalue",
          dependence / size);
    }
    return k;
  }
}
