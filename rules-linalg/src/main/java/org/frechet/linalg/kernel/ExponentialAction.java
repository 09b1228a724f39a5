package org.frechet.linalg.kernel;

import java.util.Arrays;

/**
 * {@code exp(A) B} and the low-rank Fréchet derivative {@code L(Aᵀ; U Bᵀ)} of the exponential, from
 * products with {@code A} alone: s steps of a truncated Taylor series of {@code A/s}, after a shift
 * by the mean of the diagonal (Al-Mohy and Higham, SIAM J. Sci. Comput. 33(2):488, 2011). The norm
 * of a step is at most two, so that the series loses no digits; the degree m is the smallest for
 * which the tail of the series and of its derivative is below rounding.
 *
 * <p>About {@code 10‖A‖} products with {@code A} for large norms, of 2n²r flops each; where forming
 * the exponential takes less, that is done.
 */
public final class ExponentialAction {

  private static final double LARGEST_STEP = 2;
  private static final double UNIT_ROUNDOFF = 0x1p-53;

  /** What the exponential of an n×n matrix takes, in products of order n, beside its squarings. */
  private static final double DENSE_PRODUCTS = 10;

  private final int n;
  private final double[] shifted;
  private final double shift;
  private final double steps;
  private final int degree;

  private ExponentialAction(int n, double[] a) {
    this.n = n;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += a[i * (n + 1)] / n;
    }
    double[] centred = a.clone();
    for (int i = 0; i < n; i++) {
      centred[i * (n + 1)] -= mean;
    }
    boolean helps = ColumnMajor.oneNorm(n, centred) < ColumnMajor.oneNorm(n, a);
    this.shifted = helps ? centred : a;
    this.shift = helps ? mean : 0;
    double norm = ColumnMajor.oneNorm(n, shifted);
    this.steps = Math.max(1, Math.ceil(norm / LARGEST_STEP));
    this.degree = degree(norm / steps);
  }

  /** The smallest m with {@code xᵐ eˣ / m!} below rounding: the tail of the derivative. */
  private static int degree(double x) {
    double term = Math.exp(x);
    int m = 0;
    while (term > UNIT_ROUNDOFF && m < 60) {
      m++;
      term *= x / m;
    }
    return m;
  }

  /** Whether forming the exponential takes fewer operations than the action on r columns. */
  private boolean isDenseCheaper(int r) {
    double squarings = Math.max(0, Math.log(steps) / Math.log(2));
    return steps * degree * r > (DENSE_PRODUCTS + squarings) * n;
  }

  /** {@code exp(A) B} for an n×n {@code A} and an n×r {@code B}. */
  public static double[] apply(int n, double[] a, int r, double[] b) {
    ExponentialAction action = new ExponentialAction(n, a);
    if (action.isDenseCheaper(r)) {
      return ColumnMajor.product(false, false, n, r, n, Exponential.of(n, a).value(), b);
    }
    double[] y = b;
    for (int i = 0; i < action.steps; i++) {
      y = action.step(false, r, y);
    }
    return y == b ? b.clone() : y;
  }

  /**
   * {@code L(Aᵀ; U Bᵀ)}, n×n, for n×r {@code U} and {@code B}: the adjoint of {@code E ↦ L(A; E)
   * B}. With {@code X = Aᵀ/s} and {@code g} the truncated series it is {@code Σ_j g^j L_g(X; U
   * Bᵀ/s) g^(s−1−j)}, a sum of outer products.
   */
  public static double[] lowRankFrechet(int n, double[] a, int r, double[] u, double[] b) {
    ExponentialAction action = new ExponentialAction(n, a);
    if (action.isDenseCheaper(4 * r)) {
      double[] direction = ColumnMajor.product(false, true, n, n, r, b, u);
      return transposed(n, Exponential.of(n, a).frechet(direction));
    }
    int s = (int) action.steps;
    double[][] right = new double[s][];
    right[s - 1] = b;
    for (int j = s - 2; j >= 0; j--) {
      right[j] = action.step(false, r, right[j + 1]);
    }
    double[] sum = new double[n * n];
    double[] left = u;
    for (int j = 0; j < s; j++) {
      action.addSlope(r, left, right[j], sum);
      left = j == s - 1 ? left : action.step(true, r, left);
    }
    return sum;
  }

  /** {@code e^(shift/s) Σ_{k≤m} op(A/s)ᵏ B / k!}. */
  private double[] step(boolean transpose, int r, double[] b) {
    double[] sum = new double[n * r];
    for (double[] term : terms(transpose, r, b, degree + 1)) {
      add(1, term, sum);
    }
    double factor = Math.exp(shift / steps);
    for (int p = 0; p < sum.length; p++) {
      sum[p] *= factor;
    }
    return sum;
  }

  /** {@code op(A/s)ᵏ B / k!} for k from 0. */
  private double[][] terms(boolean transpose, int r, double[] b, int count) {
    double[][] terms = new double[count][];
    terms[0] = b;
    for (int k = 1; k < count; k++) {
      terms[k] = product(transpose, r, 1 / (k * steps), terms[k - 1]);
    }
    return terms;
  }

  /** {@code factor op(A) B}. */
  private double[] product(boolean transpose, int r, double factor, double[] b) {
    double[] c = new double[n * r];
    if (c.length > 0) {
      ColumnMajor.KERNELS.multiply(
          transpose, false, n, r, n, factor, shifted, 0, n, b, 0, n, c, 0, n);
    }
    return c;
  }

  /**
   * {@code sum += L_g(X; U Bᵀ/s)}: {@code Σ_{i+l<m} c_il (Xⁱ U / i!) ((Xᵀ)ˡ B / l!)ᵀ} with {@code
   * c_il = i! l! / (i+l+1)! = ∫₀¹ xⁱ (1 − x)ˡ dx}.
   */
  private void addSlope(int r, double[] u, double[] b, double[] sum) {
    int count = Math.max(1, degree);
    double[][] left = terms(true, r, u, count);
    double[][] right = terms(false, r, b, count);
    double factor = Math.exp(shift / steps) / steps;
    for (int i = 0; i < count; i++) {
      double[] combined = new double[n * r];
      double coefficient = 1.0 / (i + 1);
      for (int l = 0; i + l < count; l++) {
        add(coefficient, right[l], combined);
        coefficient *= (l + 1.0) / (i + l + 2);
      }
      if (combined.length > 0) {
        ColumnMajor.KERNELS.multiply(
            false, true, n, n, r, factor, left[i], 0, n, combined, 0, n, sum, 0, n);
      }
    }
  }

  private static void add(double factor, double[] from, double[] to) {
    for (int p = 0; p < to.length; p++) {
      to[p] += factor * from[p];
    }
  }

  private static double[] transposed(int n, double[] a) {
    double[] t = new double[a.length];
    Arrays.setAll(t, p -> a[p / n + p % n * n]);
    return t;
  }
}
