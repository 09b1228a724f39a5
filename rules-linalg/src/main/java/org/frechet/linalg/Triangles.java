package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/** The primitives that cut a triangle out of a matrix: self-adjoint projections. */
public final class Triangles {

  /** The entries on and below the diagonal; zero above. m×n → m×n. */
  public static final Primitive.Unary<Matrix, Matrix> TRIL =
      Primitive.unary("tril", a -> weighted(a, 1, 0));

  /** The entries on and above the diagonal; zero below. m×n → m×n. */
  public static final Primitive.Unary<Matrix, Matrix> TRIU =
      Primitive.unary("triu", a -> weighted(a, 0, 1));

  /** The symmetric matrix with the lower triangle of A: {@code tril(A) + tril(A)ᵀ − diag}. n×n. */
  public static final Primitive.Unary<Matrix, Matrix> MIRRORED =
      Primitive.unary("mirrored lower triangle", Triangles::mirrored);

  private Triangles() {}

  private static Matrix mirrored(Matrix a) {
    int n = a.rows();
    Require.squareShape("mirrored lower triangle", "a", a);
    double[] entries = a.array().clone();
    for (int j = 0; j < n; j++) {
      for (int i = j + 1; i < n; i++) {
        entries[j + i * n] = entries[i + j * n];
      }
    }
    return Matrix.wrap(n, n, entries);
  }

  private static Matrix weighted(Matrix a, double below, double above) {
    double[] entries = a.array().clone();
    int m = a.rows();
    for (int j = 0; j < a.columns(); j++) {
      for (int i = 0; i < m; i++) {
        if (i != j && (i > j ? below : above) == 0) {
          entries[i + j * m] = 0;
        }
      }
    }
    return Matrix.wrap(m, a.columns(), entries);
  }
}
