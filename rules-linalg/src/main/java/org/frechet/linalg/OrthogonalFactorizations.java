package org.frechet.linalg;

import org.frechet.linalg.kernel.HouseholderQr;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/**
 * The primitives of QR and of least squares. One QR is kept with a tall matrix, and serves its
 * transpose too: {@code Aᵀ = Q R} gives the solutions of least norm.
 */
public final class OrthogonalFactorizations {

  /** {@code A = Q R}, the diagonal of R not negative: m×n → m×n and n×n, m ≥ n. */
  public static final Primitive.Unary<Matrix, Qr> QR =
      Primitive.unary("qr", OrthogonalFactorizations::qr);

  /** R itself, upper triangular, if it is invertible: only then has QR a derivative. */
  public static final Primitive.Unary<Matrix, Matrix> REQUIRE_INDEPENDENT_COLUMNS =
      Primitive.unary("independent columns", OrthogonalFactorizations::requireIndependent);

  /** X with least {@code ‖A X − B‖}: m×n, m×r → n×r, A of full column rank. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> LEAST_SQUARES =
      Primitive.binary("leastSquares", OrthogonalFactorizations::leastSquares);

  /** X of least norm with {@code A X = B}: m×n, m×r → n×r, A of full row rank. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> MINIMUM_NORM =
      Primitive.binary("minimum norm", OrthogonalFactorizations::minimumNorm);

  /** X with {@code Aᵀ A X = C}: m×n, n×r → n×r, A of full column rank; Aᵀ A is not formed. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> NORMAL_EQUATIONS =
      Primitive.binary("normal equations", OrthogonalFactorizations::normalEquations);

  private OrthogonalFactorizations() {}

  private static HouseholderQr factored(Matrix a) {
    return a.keep(HouseholderQr.class, () -> HouseholderQr.of(a.rows(), a.columns(), a.array()));
  }

  private static Qr qr(Matrix a) {
    requireTall("qr", a);
    Require.finite("qr", "a", a);
    HouseholderQr qr = factored(a);
    int n = a.columns();
    return new Qr(Matrix.wrap(a.rows(), n, qr.q()), Matrix.wrap(n, n, qr.r()));
  }

  private static Matrix leastSquares(Matrix a, Matrix b) {
    requireTall("leastSquares", a);
    requireSystem("leastSquares", a, b);
    HouseholderQr qr = independent("leastSquares", "columns", a);
    double[] x = qr.multiplyTransposed(b.columns(), b.array());
    qr.solveTriangular(false, b.columns(), x);
    return Matrix.wrap(a.columns(), b.columns(), x);
  }

  private static Matrix minimumNorm(Matrix a, Matrix b) {
    Matrix tall = a.transpose();
    requireTall("minimum norm, transposed", tall);
    requireSystem("leastSquares", a, b);
    HouseholderQr qr = independent("leastSquares", "rows", tall);
    double[] x = b.array().clone();
    qr.solveTriangular(true, b.columns(), x);
    return Matrix.wrap(a.columns(), b.columns(), qr.multiply(b.columns(), x));
  }

  private static Matrix normalEquations(Matrix a, Matrix c) {
    requireTall("leastSquares", a);
    Require.finite("leastSquares", "a", a);
    Require.sameRows("normal equations", a.transpose(), c);
    HouseholderQr qr = independent("leastSquares", "columns", a);
    double[] x = c.array().clone();
    qr.solveTriangular(true, c.columns(), x);
    qr.solveTriangular(false, c.columns(), x);
    return Matrix.wrap(a.columns(), c.columns(), x);
  }

  private static void requireSystem(String operation, Matrix a, Matrix b) {
    Require.sameRows(operation, a, b);
    Require.finite(operation, "a", a);
    Require.finite(operation, "b", b);
  }

  private static void requireTall(String operation, Matrix a) {
    if (a.rows() < a.columns()) {
      throw new IllegalArgumentException(
          "%s: a is %s, expected at least as many rows as columns".formatted(operation, a.shape()));
    }
  }

  private static HouseholderQr independent(String operation, String what, Matrix tall) {
    HouseholderQr qr = factored(tall);
    requireIndependence(operation, what, tall, qr);
    return qr;
  }

  private static void requireIndependence(
      String operation, String what, Matrix tall, HouseholderQr qr) {
    double independence = tall.keep(RankDeficientException.class, qr::columnIndependence);
    if (!(independence > tall.rows() * Math.ulp(1.0))) {
      throw new RankDeficientException(operation, what, independence);
    }
  }

  /** The QR of an upper triangle is itself: for the measure alone. */
  private static Matrix requireIndependent(Matrix r) {
    requireIndependence("qr", "columns", r, HouseholderQr.of(r.rows(), r.rows(), r.array()));
    return r;
  }
}
