package org.frechet.value;

/** Sums, norms and extremes of the entries of a value. */
public final class Reductions {

  /** {@code Σ x}, the sum of all entries. */
  public static final Primitive.Unary<Value, Scalar> SUM =
      Primitive.unary("sum", x -> new PlainScalar(total(x.storage())));

  /** {@code y[i] = x[0] + … + x[i]}. */
  public static final Primitive.Unary<Vector, Vector> CUMULATIVE_SUM =
      Primitive.unary("cumulative sum", x -> accumulate(x, 1));

  /** {@code y[i] = x[i] + … + x[n−1]}, the adjoint of the cumulative sum. */
  public static final Primitive.Unary<Vector, Vector> REVERSE_CUMULATIVE_SUM =
      Primitive.unary("reverse cumulative sum", x -> accumulate(x, -1));

  /** {@code √⟨x, x⟩}, scaled against overflow: the 2-norm of a vector, Frobenius of a matrix. */
  public static final Primitive.Unary<Value, Scalar> NORM =
      Primitive.unary("norm", x -> new PlainScalar(euclidean(x.storage().dense())));

  private Reductions() {}

  /** The sum of all entries. */
  public static Scalar sum(Value x) {
    return SUM.apply(x);
  }

  /** The mean of all entries. */
  public static Scalar mean(Value x) {
    requireEntries("mean", x);
    return sum(x).divide(x.size());
  }

  /** {@code y[i] = x[0] + … + x[i]}. */
  public static Vector cumulativeSum(Vector x) {
    return CUMULATIVE_SUM.apply(x);
  }

  /** {@code √⟨x, x⟩}; its derivative at 0 is 0 by policy. */
  public static Scalar norm(Value x) {
    return NORM.apply(x);
  }

  /** {@code Σ |x|}, the 1-norm of a vector; for a matrix too, entry by entry. */
  public static Scalar norm1(Value x) {
    return sum(Elementwise.abs(x));
  }

  /** {@code max |x|}, the ∞-norm of a vector; for a matrix too, entry by entry. */
  public static Scalar normInfinity(Value x) {
    return x.size() == 0 ? Scalar.of(0) : maximum(Elementwise.abs(x));
  }

  /**
   * The largest entry; where several tie, the first in column-major order carries the derivative.
   */
  public static Scalar maximum(Value x) {
    requireEntries("maximum", x);
    return extreme(x, 1);
  }

  /**
   * The smallest entry; where several tie, the first in column-major order carries the derivative.
   */
  public static Scalar minimum(Value x) {
    requireEntries("minimum", x);
    return extreme(x, -1);
  }

  private static Scalar extreme(Value x, double sign) {
    double[] entries = x.numeric().storage().dense();
    int best = 0;
    for (int i = 1; i < entries.length; i++) {
      if (!(sign * entries[i] <= sign * entries[best]) && !Double.isNaN(entries[best])) {
        best = i;
      }
    }
    int rows = x.shape().rows();
    return new Indexing.Entry(best % rows, best / rows).apply(x);
  }

  private static double total(Storage storage) {
    double sum = 0;
    for (double entry : storage.dense()) {
      sum += entry;
    }
    return sum;
  }

  private static Vector accumulate(Vector x, int direction) {
    double[] sums = x.storage().dense().clone();
    int n = sums.length;
    for (int k = 1; k < n; k++) {
      int i = direction > 0 ? k : n - 1 - k;
      sums[i] += sums[i - direction];
    }
    return new Vector(Storage.of(n, 1, sums));
  }

  private static double euclidean(double[] entries) {
    double largest = 0;
    for (double entry : entries) {
      largest = Math.max(largest, Math.abs(entry));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    // a power of two, so that scaling rounds nothing
    double scale = Math.scalb(1.0, -Math.getExponent(largest));
    double sum = 0;
    for (double entry : entries) {
      double scaled = entry * scale;
      sum += scaled * scaled;
    }
    return Math.sqrt(sum) / scale;
  }

  private static void requireEntries(String operation, Value x) {
    if (x.size() == 0) {
      throw new IllegalArgumentException("%s of a %s: it is empty".formatted(operation, x.shape()));
    }
  }
}
