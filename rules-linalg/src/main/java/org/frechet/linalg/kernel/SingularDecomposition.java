package org.frechet.linalg.kernel;

import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.R064Store;

/**
 * The thin singular value decomposition {@code A = U diag(s) Vᵀ} of an m×n matrix by ojAlgo, with
 * definite signs: in each column of {@code U} the entry of largest magnitude (the first of them) is
 * positive. Immutable and safe to share between threads.
 *
 * @param u U, m×k with k = min(m, n), column-major; not to be written to
 * @param s s, descending; not to be written to
 * @param v V, n×k, column-major; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
public record SingularDecomposition(double[] u, double[] s, double[] v) {

  /**
   * Decomposes an m×n column-major matrix, which is left as it is.
   *
   * @throws IllegalArgumentException if an entry is not finite: the iteration would not end
   */
  public static SingularDecomposition of(int m, int n, double[] a) {
    ColumnMajor.requireSize("svd", "a", m, n, a);
    ColumnMajor.requireFinite("svd", "a", m, a);
    int k = Math.min(m, n);
    if (k == 0) {
      return new SingularDecomposition(new double[0], new double[0], new double[0]);
    }
    // A power of two is exact, and squares of entries then stay in range.
    double largest = ColumnMajor.maxNorm(a);
    int exponent = largest == 0 ? 0 : Math.getExponent(largest);
    SingularValue<Double> svd = SingularValue.R064.make(m, n);
    svd.decompose(R064Store.wrap(ColumnMajor.scalb(a, -exponent), m));
    double[] u = R064Store.FACTORY.copy(svd.getU()).data;
    double[] v = R064Store.FACTORY.copy(svd.getV()).data;
    double[] s = ColumnMajor.scalb(svd.getSingularValues().toRawCopy1D(), exponent);
    for (int j = 0; j < k; j++) {
      if (u[indexOfLargest(m, u, j * m)] < 0) {
        negate(u, j * m, m);
        negate(v, j * n, n);
      }
    }
    return new SingularDecomposition(u, s, v);
  }

  private static int indexOfLargest(int m, double[] u, int offset) {
    int largest = offset;
    for (int p = offset + 1; p < offset + m; p++) {
      if (Math.abs(u[p]) > Math.abs(u[largest])) {
        largest = p;
      }
    }
    return largest;
  }

  private static void negate(double[] x, int offset, int count) {
    for (int p = offset; p < offset + count; p++) {
      x[p] = -x[p];
    }
  }
}
