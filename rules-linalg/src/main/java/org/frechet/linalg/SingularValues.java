package org.frechet.linalg;

import java.util.Arrays;
import org.frechet.linalg.kernel.SingularDecomposition;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/** The primitives of singular values. One decomposition is kept with a matrix. */
public final class SingularValues {

  /** {@code A = U diag(s) Vᵀ}, s descending: m×n → m×k, k, n×k with k = min(m, n). */
  public static final Primitive.Unary<Matrix, Svd> SVD =
      Primitive.unary("svd", SingularValues::svd);

  /** s alone, descending: its derivatives exist where those of U and V do not. m×n → k. */
  public static final Primitive.Unary<Matrix, Vector> SINGULAR_VALUES =
      Primitive.unary("singularValues", a -> svd(a).s());

  /** Of a cotangent: see {@link Gauge#ofCotangent}. */
  public static final Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> REQUIRE_GAUGE_INVARIANCE =
      Gauge.ofCotangent("svd", "the choice of singular vectors for a repeated or zero value");

  /** Of a tangent: see {@link Gauge#ofTangent}. */
  public static final Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> REQUIRE_NO_COUPLING =
      Gauge.ofTangent(
          "svd",
          "singular vectors of a repeated or zero value",
          "For U Vᵀ use polar, for A⁺ pinv, for values alone singularValues, nuclearNorm or"
              + " spectralNorm, or reverse mode.");

  /**
   * {@code s̄} itself, for {@code (s̄, M, (U, s, V))}, unless singular values and vectors of one
   * repeated value, or of zero, are asked about together, as by {@code U φ(S) Vᵀ}: how they vary
   * together there is not in the decomposition, and the answer would be silently wrong.
   */
  public static final Primitive.Ternary<Vector, Matrix, Svd, Vector> UNMIXED_VALUES =
      Primitive.ternary("unmixed singular values", SingularValues::unmixedValues);

  private SingularValues() {}

  static Svd svd(Matrix a) {
    Require.finite("svd", "a", a);
    return a.keep(
        SVD,
        () -> {
          int k = Math.min(a.rows(), a.columns());
          SingularDecomposition found = SingularDecomposition.of(a.rows(), a.columns(), a.array());
          return new Svd(
              Matrix.wrap(a.rows(), k, found.u()),
              Vector.wrap(found.s()),
              Matrix.wrap(a.columns(), k, found.v()));
        });
  }

  private static Vector unmixedValues(Vector gs, Matrix m, Svd svd) {
    double[] s = svd.s().array();
    int k = s.length;
    int larger = Math.max(svd.u().rows(), svd.v().rows());
    double rounding = larger * Math.ulp(1.0) * (k == 0 ? 0 : s[0]);
    Gauge.unmixed(
        "svd",
        (i, j) -> Math.abs(s[i] - s[j]) <= rounding,
        new double[][] {gs.array(), new double[k]},
        new double[][] {m.array(), new double[k * k]});
    int zeros = (int) Arrays.stream(s).filter(x -> x <= rounding).count();
    boolean free = zeros > 1 || (zeros == 1 && svd.u().rows() != svd.v().rows());
    double size = Gauge.largest(gs.array());
    for (int i = k - zeros; i < k && free; i++) {
      double dependence = Math.abs(gs.array()[i]) / size;
      if (dependence > Gauge.TOLERANCE) {
        throw Gauge.mixed("svd", "zero", dependence);
      }
    }
    return gs;
  }
}
