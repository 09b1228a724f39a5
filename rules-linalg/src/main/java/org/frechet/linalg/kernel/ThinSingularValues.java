package org.frechet.linalg.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.R064Store;

/**
 * The thin singular value decomposition {@code A = U diag(s) Vᵀ} of an m×n matrix by ojAlgo, with s
 * descending: U is m×k, V is n×k, k = min(m, n). Immutable and safe to share between threads.
 */
public final class ThinSingularValues {

  private final int m;
  private final int n;
  private final double[] u;
  private final double[] s;
  private final double[] v;

  private ThinSingularValues(int m, int n, double[] u, double[] s, double[] v) {
    this.m = m;
    this.n = n;
    this.u = u;
    this.s = s;
    this.v = v;
  }

  /**
   * Decomposes an m×n column-major matrix, m, n ≥ 1.
   *
   * @throws IllegalArgumentException if an entry is not finite: the iteration would not end
   */
  public static ThinSingularValues of(int m, int n, double[] a) {
    ColumnMajor.requireSize("singular values", "a", m, n, a);
    ColumnMajor.requireFinite("singular values", "a", m, a);
    // A power of two is exact, and squares of entries then stay in range.
    double largest = ColumnMajor.maxNorm(a);
    int exponent = largest == 0 ? 0 : Math.getExponent(largest);
    SingularValue<Double> found = SingularValue.R064.make(m, n);
    found.decompose(R064Store.wrap(ColumnMajor.scalb(a, -exponent), m));
    double[] s = ColumnMajor.scalb(found.getSingularValues().toRawCopy1D(), exponent);
    int k = Math.min(m, n);
    int[] order =
        IntStream.range(0, k)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -s[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] u = columns(order, m, R064Store.FACTORY.copy(found.getU()).data);
    double[] v = columns(order, n, R064Store.FACTORY.copy(found.getV()).data);
    return new ThinSingularValues(
        m, n, u, Arrays.stream(order).mapToDouble(i -> s[i]).toArray(), v);
  }

  private static double[] columns(int[] order, int rows, double[] from) {
    double[] to = new double[order.length * rows];
    for (int j = 0; j < order.length; j++) {
      System.arraycopy(from, order[j] * rows, to, j * rows, rows);
    }
    return to;
  }

  /** The i-th largest singular value. */
  public double value(int i) {
    return s[i];
  }

  /** Its left singular vector; zero where the singular value is exactly zero. */
  public double[] left(int i) {
    return s[i] == 0 ? new double[m] : Arrays.copyOfRange(u, i * m, (i + 1) * m);
  }

  /** Its right singular vector; zero where the singular value is exactly zero. */
  public double[] right(int i) {
    return s[i] == 0 ? new double[n] : Arrays.copyOfRange(v, i * n, (i + 1) * n);
  }

  /** The distance of the i-th singular value to its neighbours, relative to the largest. */
  public double gap(int i) {
    double above = i == 0 ? Double.POSITIVE_INFINITY : s[i - 1] - s[i];
    double below = i == s.length - 1 ? Double.POSITIVE_INFINITY : s[i] - s[i + 1];
    return Math.min(above, below) / s[0];
  }

  /** The sum of the singular values. */
  public double sum() {
    double sum = 0;
    for (int i = s.length - 1; i >= 0; i--) {
      sum += s[i];
    }
    return sum;
  }

  /**
   * {@code Σ uᵢ vᵢᵀ} over the singular values that are not zero within rounding, m×n: of a matrix
   * of full rank, the orthogonal factor of its polar decomposition.
   */
  public double[] polarFactor() {
    double rounding = Math.max(m, n) * Math.ulp(1.0) * s[0];
    int rank = 0;
    while (rank < s.length && s[rank] > rounding) {
      rank++;
    }
    return ColumnMajor.product(false, true, m, n, rank, u, v);
  }
}
