package org.frechet.linalg;

import org.frechet.kernel.Kernels;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/** The primitives of LU and LDLᵀ. */
public final class TriangularFactorizations {

  /** {@code P A = L U} with partial pivoting: m×n → m, m×k, k×n, k = min(m, n). */
  public static final Primitive.Unary<Matrix, Lu> LU =
      Primitive.unary("lu", TriangularFactorizations::lu);

  /** {@code P A}: row i of it is row p[i] of A. */
  public static final Primitive.Binary<Vector, Matrix, Matrix> PERMUTE_ROWS =
      Primitive.binary("permuteRows", (p, a) -> permuted(p, a, false));

  /** {@code Pᵀ A}: row p[i] of it is row i of A. */
  public static final Primitive.Binary<Vector, Matrix, Matrix> PERMUTE_ROWS_BACK =
      Primitive.binary("permuteRowsBack", (p, a) -> permuted(p, a, true));

  /** {@code A = L diag(d) Lᵀ} without pivoting, of the lower triangle of A: n×n → n×n, n. */
  public static final Primitive.Unary<Matrix, Ldlt> LDLT =
      Primitive.unary("ldlt", TriangularFactorizations::ldlt);

  private TriangularFactorizations() {}

  private static Lu lu(Matrix a) {
    Require.finite("lu", "a", a);
    int m = a.rows();
    int n = a.columns();
    int k = Math.min(m, n);
    double[] lu = a.array().clone();
    int[] pivots = new int[k];
    if (k > 0) {
      Kernels.best().lu(m, n, lu, 0, m, pivots);
    }
    double[] l = new double[m * k];
    double[] u = new double[k * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        if (i > j) {
          l[i + j * m] = lu[i + j * m];
        } else {
          u[i + j * k] = lu[i + j * m];
        }
      }
    }
    for (int j = 0; j < k; j++) {
      l[j * (m + 1)] = 1;
    }
    return new Lu(permutation(m, pivots), Matrix.wrap(m, k, l), Matrix.wrap(k, n, u));
  }

  private static Vector permutation(int m, int[] pivots) {
    double[] p = new double[m];
    for (int i = 0; i < m; i++) {
      p[i] = i;
    }
    for (int j = 0; j < pivots.length; j++) {
      double held = p[j];
      p[j] = p[pivots[j]];
      p[pivots[j]] = held;
    }
    return Vector.wrap(p);
  }

  private static Matrix permuted(Vector p, Matrix a, boolean back) {
    int m = a.rows();
    if (p.size() != m) {
      throw new IllegalArgumentException(
          "permuteRows: the permutation is %s, a is %s".formatted(p.shape(), a.shape()));
    }
    requirePermutation(p.array());
    double[] to = new double[a.size()];
    for (int j = 0; j < a.columns(); j++) {
      for (int i = 0; i < m; i++) {
        int other = (int) p.array()[i];
        to[(back ? other : i) + j * m] = a.array()[(back ? i : other) + j * m];
      }
    }
    return Matrix.wrap(m, a.columns(), to);
  }

  private static void requirePermutation(double[] p) {
    boolean[] seen = new boolean[p.length];
    for (double entry : p) {
      int row = (int) entry;
      if (row != entry || row < 0 || row >= p.length || seen[row]) {
        throw new IllegalArgumentException(
            "permuteRows: the permutation has the entry %s, expected each row from 0 to %d once"
                .formatted(entry, p.length - 1));
      }
      seen[row] = true;
    }
  }

  /** Column by column: {@code d[j] L[i, j] = A[i, j] − Σₖ L[i, k] d[k] L[j, k]}. */
  private static Ldlt ldlt(Matrix a) {
    Require.square("ldlt", "a", a);
    int n = a.rows();
    double[] l = Matrix.identity(n).array().clone();
    double[] d = new double[n];
    for (int j = 0; j < n; j++) {
      double[] column = new double[n];
      System.arraycopy(a.array(), j * (n + 1), column, j, n - j);
      for (int k = 0; k < j; k++) {
        double weight = l[j + k * n] * d[k];
        for (int i = j; i < n; i++) {
          column[i] -= l[i + k * n] * weight;
        }
      }
      d[j] = column[j];
      for (int i = j + 1; i < n; i++) {
        l[i + j * n] = quotient(n, j, column[i], d[j]);
      }
    }
    return new Ldlt(Matrix.wrap(n, n, l), Vector.wrap(d));
  }

  private static double quotient(int n, int j, double entry, double pivot) {
    if (pivot == 0) {
      throw new SingularMatrixException("ldlt", n, j);
    }
    return entry / pivot;
  }
}
