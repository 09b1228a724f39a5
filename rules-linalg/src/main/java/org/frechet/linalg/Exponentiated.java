package org.frechet.linalg;

import java.util.Arrays;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Shaping;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/** The primitives of sums of exponentials, which neither overflow nor lose small sums. */
public final class Exponentiated {

  /** {@code log Σ exp x}: n → scalar; −∞ for no entries, or none but −∞. */
  public static final Primitive.Unary<Vector, Scalar> LOG_SUM_EXP =
      Primitive.unary("logSumExp", x -> Scalar.of(logSumExp(x.array())));

  /** {@code exp x / Σ exp x}: n → n. Entries that tie at ±∞ share the weight. */
  public static final Primitive.Unary<Vector, Vector> SOFTMAX =
      Primitive.unary("softmax", x -> Vector.wrap(softmax(x.array())));

  /** {@code log Σ exp} of each column: m×n → n. */
  public static final Primitive.Unary<Matrix, Vector> COLUMN_LOG_SUM_EXPS =
      Primitive.unary("columnLogSumExps", Exponentiated::columnLogSumExps);

  /** The softmax of each column: m×n → m×n. */
  public static final Primitive.Unary<Matrix, Matrix> COLUMN_SOFTMAX =
      Primitive.unary("columnSoftmax", Exponentiated::columnSoftmax);

  private Exponentiated() {}

  private static double[] column(Matrix a, int j) {
    return Arrays.copyOfRange(a.array(), j * a.rows(), (j + 1) * a.rows());
  }

  private static Vector columnLogSumExps(Matrix a) {
    double[] y = new double[a.columns()];
    Arrays.setAll(y, j -> logSumExp(column(a, j)));
    return Vector.wrap(y);
  }

  private static Matrix columnSoftmax(Matrix a) {
    double[] y = new double[a.size()];
    for (int j = 0; j < a.columns(); j++) {
      System.arraycopy(softmax(column(a, j)), 0, y, j * a.rows(), a.rows());
    }
    return Matrix.wrap(a.rows(), a.columns(), y);
  }

  private static int largest(double[] x) {
    int largest = 0;
    for (int i = 1; i < x.length; i++) {
      largest = x[i] > x[largest] || Double.isNaN(x[i]) ? i : largest;
    }
    return largest;
  }

  /** {@code x − y}, and 0 for equal infinities. */
  private static double below(double x, double y) {
    return x == y ? 0 : x - y;
  }

  /** The largest entry contributes 1 to the sum, so that {@code log1p} sees the others. */
  private static double logSumExp(double[] x) {
    if (x.length == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    int top = largest(x);
    double others = 0;
    for (int i = 0; i < x.length; i++) {
      others += i == top ? 0 : Math.exp(below(x[i], x[top]));
    }
    return x[top] + Math.log1p(others);
  }

  private static double[] softmax(double[] x) {
    double[] y = new double[x.length];
    if (x.length > 0) {
      double top = x[largest(x)];
      double sum = Arrays.stream(x).map(entry -> Math.exp(below(entry, top))).sum();
      Arrays.setAll(y, i -> Math.exp(below(x[i], top)) / sum);
    }
    return y;
  }

  /** The softmax of all entries, in the shape of {@code x}. */
  static <V extends Value> V softmaxLike(V x) {
    @SuppressWarnings("unchecked") // a reshaped value has the type of its shape
    V y = (V) Shaping.reshape(SOFTMAX.apply(Shaping.vec(x)), x.shape());
    return y;
  }
}
