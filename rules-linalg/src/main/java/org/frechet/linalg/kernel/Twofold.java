package org.frechet.linalg.kernel;

/**
 * A matrix as an unevaluated sum of two, the second within rounding of the first: arithmetic of
 * some 32 digits (Dekker, Numer. Math. 18, 1971; products by fused multiply-add: Ogita, Rump and
 * Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26(6), 2005). For residuals, and for
 * what cancels. Immutable and safe to share between threads, if nobody writes to its arrays.
 *
 * @param rows the number of rows
 * @param columns the number of columns
 * @param high the matrix in doubles, column-major
 * @param low what is missing there
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
public record Twofold(int rows, int columns, double[] high, double[] low) {

  /** A matrix of doubles, exactly. */
  public static Twofold of(int rows, int columns, double[] entries) {
    return new Twofold(rows, columns, entries, new double[entries.length]);
  }

  /** {@code A + B}. */
  public Twofold plus(Twofold other) {
    return plus(1, other);
  }

  /** {@code A − B}. */
  public Twofold minus(Twofold other) {
    return plus(-1, other);
  }

  private Twofold plus(double sign, Twofold other) {
    double[] sums = new double[high.length];
    double[] rests = new double[high.length];
    for (int p = 0; p < sums.length; p++) {
      double x = high[p];
      double y = sign * other.high[p];
      double sum = x + y;
      double part = sum - x;
      double rest = x - (sum - part) + (y - part) + (low[p] + sign * other.low[p]);
      sums[p] = sum + rest;
      rests[p] = rest - (sums[p] - sum);
    }
    return new Twofold(rows, columns, sums, rests);
  }

  /** {@code A B}. About 20 flops for each of its multiplications. */
  public Twofold times(Twofold b) {
    double[] sums = new double[rows * b.columns];
    double[] rests = new double[rows * b.columns];
    for (int j = 0; j < b.columns; j++) {
      for (int k = 0; k < columns; k++) {
        int at = k + j * columns;
        addMultiple(k * rows, b.high[at], b.low[at], sums, rests, j * rows);
      }
    }
    return new Twofold(rows, b.columns, sums, rests).renormalized();
  }

  /** Adds a multiple of the column that starts at {@code from}. */
  private void addMultiple(int from, double y, double yLow, double[] sums, double[] rests, int to) {
    for (int i = 0; i < rows; i++) {
      double x = high[from + i];
      double product = x * y;
      double error = Math.fma(x, y, -product) + (x * yLow + low[from + i] * y);
      double before = sums[to + i];
      double sum = before + product;
      double part = sum - before;
      sums[to + i] = sum;
      rests[to + i] += before - (sum - part) + (product - part) + error;
    }
  }

  private Twofold renormalized() {
    for (int p = 0; p < high.length; p++) {
      double sum = high[p] + low[p];
      low[p] -= sum - high[p];
      high[p] = sum;
    }
    return this;
  }

  /** {@code Aᵀ}. */
  public Twofold transposed() {
    return new Twofold(columns, rows, transposed(high), transposed(low));
  }

  private double[] transposed(double[] a) {
    double[] t = new double[a.length];
    for (int p = 0; p < a.length; p++) {
      t[p / rows + p % rows * columns] = a[p];
    }
    return t;
  }

  /** {@code 2ᵏ A}. */
  public Twofold scaled(int exponent) {
    return new Twofold(
        rows, columns, ColumnMajor.scalb(high, exponent), ColumnMajor.scalb(low, exponent));
  }

  /** {@code (A + Aᵀ) / 2}. */
  public Twofold symmetric() {
    return plus(transposed()).scaled(-1);
  }

  /** The largest absolute entry; NaN if there is one. */
  public double size() {
    return ColumnMajor.maxNorm(high);
  }

  /** Whether all entries are finite, in both parts. */
  public boolean isFinite() {
    boolean finite = true;
    for (int p = 0; p < high.length; p++) {
      finite &= Double.isFinite(high[p]) && Double.isFinite(low[p]);
    }
    return finite;
  }
}
