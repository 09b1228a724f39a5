package org.frechet.linalg;

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

  /**
   * K itself, for {@code (K, F, M)}, if K vanishes, relative to M, where F does; else the
   * derivative of the singular vectors depends on how they were chosen.
   */
  public static final Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> REQUIRE_GAUGE_INVARIANCE =
      Primitive.ternary(
          "gauge invariance of svd",
          (k, f, m) ->
              Gauge.invariant(
                  "svd", "the choice of singular vectors for a repeated or zero value", k, f, m));

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
}
