package org.frechet.linalg;

import java.util.Arrays;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/** The primitives of products and structure that are no short compositions of others. */
public final class Structures {

  /** {@code a × b} of two vectors in space: 3, 3 → 3. */
  public static final Primitive.Binary<Vector, Vector, Vector> CROSS =
      Primitive.binary("cross", Structures::cross);

  /**
   * X without the rounding that makes it unsymmetric, if S is symmetric; else X. For an X that is
   * symmetric in exact arithmetic wherever S is: as a function, it is X. n×n, m×m → n×n.
   */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> SYMMETRIC_LIKE =
      Primitive.binary("symmetric like", Structures::symmetricLike);

  private Structures() {}

  /**
   * The entries on the diagonals {@code from ≤ j − i ≤ to}; zero elsewhere. m×n → m×n.
   *
   * @param from the lowest diagonal that is kept; those below the main one are negative
   * @param to the highest diagonal that is kept
   */
  public record Band(int from, int to) implements Primitive.Unary<Matrix, Matrix> {
    @Override
    public String name() {
      return "band";
    }

    @Override
    public Matrix evaluate(Matrix a) {
      if (a.isStructuralZero()) {
        return a;
      }
      double[] entries = a.array().clone();
      int m = a.rows();
      for (int j = 0; j < a.columns(); j++) {
        int first = clamp((long) j - to, m);
        int end = clamp((long) j - from + 1, m);
        Arrays.fill(entries, j * m, j * m + first, 0);
        Arrays.fill(entries, j * m + Math.max(first, end), (j + 1) * m, 0);
      }
      return Matrix.wrap(m, a.columns(), entries);
    }

    private static int clamp(long row, int rows) {
      return (int) Math.max(0, Math.min(rows, row));
    }
  }

  private static Vector cross(Vector a, Vector b) {
    if (a.size() != 3 || b.size() != 3) {
      throw new IllegalArgumentException(
          "cross: a is %s, b is %s: expected two vectors of 3 entries"
              .formatted(a.shape(), b.shape()));
    }
    double[] x = a.array();
    double[] y = b.array();
    return Vector.of(
        x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]);
  }

  private static Matrix symmetricLike(Matrix x, Matrix s) {
    Matrix transposed = x.transpose();
    boolean symmetric =
        s.rows() == s.columns()
            && Arrays.equals(s.array(), s.transpose().array())
            && !Arrays.equals(x.array(), transposed.array());
    return symmetric ? x.add(transposed).multiply(0.5) : x;
  }
}
