package org.frechet.linalg;

import java.util.Arrays;
import org.frechet.kernel.Kernels;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/** The primitives that cut a triangle out of a matrix or a product. */
public final class Triangles {

  /** The entries on and below the diagonal; zero above. m×n → m×n. */
  public static final Primitive.Unary<Matrix, Matrix> TRIL =
      Primitive.unary("tril", a -> weighted(a, 1, 0));

  /** The entries on and above the diagonal; zero below. m×n → m×n. */
  public static final Primitive.Unary<Matrix, Matrix> TRIU =
      Primitive.unary("triu", a -> weighted(a, 0, 1));

  /** {@code −tril(A Bᵀ)}, how the factor of a triangular system pulls back: n×r, n×r → n×n. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> MINUS_LOWER_PRODUCT =
      Primitive.binary("minus lower product", Triangles::minusLowerProduct);

  /** {@code −tril(a bᵀ)}, the same of two vectors: n, n → n×n. */
  public static final Primitive.Binary<Vector, Vector, Matrix> MINUS_LOWER_OUTER =
      Primitive.binary("minus lower outer", Triangles::minusLowerOuter);

  /** Up to this size the loops below are faster than the description of blocks. */
  private static final int SMALL = 8;

  private Triangles() {}

  private static Matrix minusLowerProduct(Matrix a, Matrix b) {
    int n = a.rows();
    if (!a.hasShapeOf(b)) {
      throw new IllegalArgumentException(
          "minus lower product: a is %s, b is %s: the shapes differ"
              .formatted(a.shape(), b.shape()));
    }
    double[] product = new double[n * n];
    if (n <= SMALL) {
      subtractLower(n, a.columns(), a.array(), b.array(), product);
    } else if (a.size() > 0) {
      Kernels.best()
          .multiply(
              false, true, n, n, a.columns(), -1, a.array(), 0, n, b.array(), 0, n, product, 0, n);
    }
    return Matrix.wrap(n, n, cleared(product, n));
  }

  /** The lower triangle of {@code C − A Bᵀ}. */
  private static void subtractLower(int n, int columns, double[] a, double[] b, double[] c) {
    for (int k = 0; k < columns * n; k += n) {
      for (int j = 0; j < n; j++) {
        double factor = b[k + j];
        for (int i = j; i < n; i++) {
          c[i + j * n] -= a[k + i] * factor;
        }
      }
    }
  }

  private static Matrix minusLowerOuter(Vector a, Vector b) {
    int n = a.size();
    if (b.size() != n) {
      throw new IllegalArgumentException(
          "minus lower outer: a is a %s, b is a %s: the sizes differ"
              .formatted(a.shape(), b.shape()));
    }
    double[] x = a.array();
    double[] y = b.array();
    double[] product = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        product[i + j * n] = -(x[i] * y[j]);
      }
    }
    return Matrix.wrap(n, n, product);
  }

  /** The same array without what is above its diagonal. */
  private static double[] cleared(double[] a, int n) {
    for (int j = 1; j < n; j++) {
      Arrays.fill(a, j * n, j * n + j, 0);
    }
    return a;
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
