package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.cholesky;
import static org.frechet.linalg.LinearAlgebra.solveLower;

import org.frechet.linalg.Norms.NthSingularValue;
import org.frechet.value.Arithmetic;
import org.frechet.value.Elementary;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Reductions;
import org.frechet.value.Scalar;
import org.frechet.value.Shaping;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/** Norms and statistics, which {@code LinearAlgebra} inherits. */
abstract class StatisticsFunctions extends StatisticsOfColumns {

  StatisticsFunctions() {}

  /** {@code Σ |xᵢ|}; where an entry is 0 it has derivative 0. */
  public static Scalar norm1(Vector x) {
    return Reductions.norm1(Require.given("norm1", x));
  }

  /**
   * The operator norm {@code maxⱼ Σᵢ |A[i, j]|}, the largest column sum; where columns tie, the
   * first carries the derivative.
   */
  public static Scalar norm1(Matrix a) {
    return normInfinity(Require.given("norm1", a).transpose());
  }

  /** {@code max |xᵢ|}; where entries tie, the first carries the derivative. */
  public static Scalar normInfinity(Vector x) {
    return Reductions.normInfinity(Require.given("normInfinity", x));
  }

  /**
   * The operator norm {@code maxᵢ Σⱼ |A[i, j]|}, the largest row sum; where rows tie, the first
   * carries the derivative.
   */
  public static Scalar normInfinity(Matrix a) {
    return Require.given("normInfinity", a).size() == 0
        ? Scalar.of(0)
        : Reductions.maximum(Elementwise.abs(a).multiply(ones(a.columns())));
  }

  /** The Euclidean norm; its derivative at 0 is 0. */
  public static Scalar norm2(Vector x) {
    return Reductions.norm(x);
  }

  /** The operator norm, as {@link #spectralNorm}. */
  public static Scalar norm2(Matrix a) {
    return spectralNorm(Require.given("norm2", a));
  }

  /** {@code √Σ A[i, j]²}, the norm of ⟨A, B⟩; its derivative at 0 is 0. */
  public static Scalar frobeniusNorm(Matrix a) {
    return Reductions.norm(a);
  }

  /**
   * {@code (Σ |xᵢ|ᵖ)^(1/p)}, without overflow; where a derivative is infinite, as the second one is
   * at an entry of 0 for p &lt; 2, it is 0 by policy.
   *
   * @param p at least 1, or ∞
   */
  public static Scalar norm(Vector x, double p) {
    if (!(p >= 1)) {
      throw new IllegalArgumentException("norm: p is %s, expected at least 1".formatted(p));
    }
    Scalar largest = normInfinity(Require.given("norm", x));
    if (p == Double.POSITIVE_INFINITY || largest.isZero() || !largest.isFinite()) {
      return largest;
    }
    Scalar scale = largest.detach();
    Vector terms = Elementwise.pow(Elementwise.abs(x.divide(scale)), p);
    return Elementwise.pow(terms.sum(), 1 / p).multiply(scale);
  }

  /**
   * The largest singular value: m×n → scalar. {@code ẏ = u₁ᵀ Ȧ v₁}, {@code Ā = ȳ u₁ v₁ᵀ}, on the
   * decomposition of the value. Where the largest singular value is repeated, one of its pairs of
   * vectors carries the derivative, which then is a subgradient, and second derivatives are {@link
   * IllDefinedDerivativeException}s; at the zero matrix it is 0.
   */
  public static Scalar spectralNorm(Matrix a) {
    return Require.given("spectralNorm", a).size() == 0
        ? Scalar.of(0)
        : new NthSingularValue(0).apply(a);
  }

  /**
   * The sum of the singular values: m×n → scalar. {@code Ā = ȳ Σ uᵢ vᵢᵀ} over those that are not
   * zero within rounding: the orthogonal polar factor where A has full rank, repeated singular
   * values or not, else the subgradient of smallest norm. Second derivatives exist at full rank
   * only, and are refused where there are none.
   */
  public static Scalar nuclearNorm(Matrix a) {
    return Require.given("nuclearNorm", a).size() == 0 ? Scalar.of(0) : Norms.NUCLEAR.apply(a);
  }

  /**
   * The condition number {@code σ₁ / σₙ} in the 2-norm, n = min(rows, columns); 1 at least. Of a
   * matrix with a singular value that is exactly zero it is ∞, with derivative 0.
   */
  public static Scalar cond(Matrix a) {
    if (Require.given("cond", a).size() == 0) {
      return Scalar.of(0);
    }
    Scalar smallest = new NthSingularValue(Math.min(a.rows(), a.columns()) - 1).apply(a);
    return smallest.isZero()
        ? Scalar.of(Double.POSITIVE_INFINITY)
        : spectralNorm(a).divide(smallest);
  }

  /** {@code x / ‖x‖} in the Euclidean or the Frobenius norm; 0 at 0, with derivative 0. */
  @SuppressWarnings("unchecked") // a divided value keeps its type
  public static <V extends Value> V normalize(V x) {
    Scalar length = Elementary.INFINITE_IF_ZERO.apply(Reductions.norm(x));
    return (V) Arithmetic.DIVIDE_BY.apply(x, length);
  }

  /**
   * The unbiased variance of all entries, {@code Σ (x − mean)² / (n − 1)}; of a single entry it is
   * 0, with derivative 0.
   */
  public static Scalar variance(Value x) {
    Vector d = deviations("variance", x, 0);
    return d.dot(d).divide(Math.max(1, d.size() - 1));
  }

  /**
   * The variance of all entries with the divisor n − ddof: 0 for the mean square, 1 for the
   * unbiased estimate.
   *
   * @throws IllegalArgumentException unless {@code 0 ≤ ddof < n}
   */
  public static Scalar variance(Value x, int ddof) {
    Vector d = deviations("variance", x, ddof);
    return d.dot(d).divide(d.size() - ddof);
  }

  /**
   * The square root of the {@link #variance}. Where all entries are equal it is 0, with derivative
   * 0.
   */
  public static Scalar standardDeviation(Value x) {
    Vector d = deviations("standardDeviation", x, 0);
    return d.norm().divide(Math.sqrt(Math.max(1, d.size() - 1)));
  }

  /** The square root of {@link #variance(Value, int)}, as {@link #standardDeviation(Value)}. */
  public static Scalar standardDeviation(Value x, int ddof) {
    Vector d = deviations("standardDeviation", x, ddof);
    return d.norm().divide(Math.sqrt(d.size() - ddof));
  }

  /** The unbiased covariance of two variables, n observations of each. */
  public static Scalar covariance(Vector x, Vector y) {
    requireAsMany("covariance", x, y);
    return deviations("covariance", x, 0)
        .dot(deviations("covariance", y, 0))
        .divide(Math.max(1, x.size() - 1));
  }

  /** The correlation of two variables; 0, with derivative 0, where one does not vary. */
  public static Scalar correlation(Vector x, Vector y) {
    requireAsMany("correlation", x, y);
    return normalize(deviations("correlation", x, 0))
        .dot(normalize(deviations("correlation", y, 0)));
  }

  /**
   * {@code log Σ exp x} over all entries, without overflow: n → scalar. {@code x̄ = ȳ softmax(x)}.
   * Entries of −∞ count as nothing; of no others, it is −∞.
   */
  public static Scalar logSumExp(Value x) {
    return Exponentiated.LOG_SUM_EXP.apply(Shaping.vec(Require.given("logSumExp", x)));
  }

  /**
   * {@code exp x / Σ exp x} over all entries, without overflow. {@code ẏ = y ⊙ (ẋ − ⟨y, ẋ⟩)}.
   * Entries of −∞ have weight 0; of no others, all have the same.
   */
  public static <V extends Value> V softmax(V x) {
    return Exponentiated.softmaxLike(Require.given("softmax", x));
  }

  /**
   * The log-density of a Gaussian vector, {@code −½ (x − μ)ᵀ Σ⁻¹ (x − μ) − ½ log det Σ − n/2 log
   * 2π}: n, n, n×n → scalar, through one Cholesky factorization, which all derivatives use. The
   * lower triangle of Σ is read, and its gradient is symmetric.
   *
   * @throws NotPositiveDefiniteException if Σ is not positive definite
   */
  public static Scalar logNormalDensity(Vector x, Vector mean, Matrix covariance) {
    requireGaussian("logNormalDensity", x, mean, covariance);
    return logNormalDensityCholesky(x, mean, cholesky(covariance));
  }

  /**
   * As {@link #logNormalDensity}, from the lower triangular L with {@code Σ = L Lᵀ}, whose upper
   * triangle is not read: n, n, n×n → scalar. Signs on the diagonal do not matter.
   *
   * @throws SingularMatrixException if an entry of the diagonal is exactly zero
   */
  public static Scalar logNormalDensityCholesky(Vector x, Vector mean, Matrix l) {
    requireGaussian("logNormalDensityCholesky", x, mean, l);
    Vector z = solveLower(l, x.subtract(mean));
    Scalar halfLogDet = Elementwise.log(Elementwise.abs(l.diagonal())).sum();
    return z.dot(z)
        .multiply(-0.5)
        .subtract(halfLogDet)
        .subtract(0.5 * x.size() * Math.log(2 * Math.PI));
  }

  private static void requireGaussian(String operation, Vector x, Vector mean, Matrix a) {
    int n = Require.given(operation, x).size();
    boolean fits = Require.given(operation, mean).size() == n;
    if (!fits || Require.given(operation, a).rows() != n || a.columns() != n) {
      throw new IllegalArgumentException(
          "%s: x is a %s, the mean is a %s, the matrix is %s: expected n, n, n×n"
              .formatted(operation, x.shape(), mean.shape(), a.shape()));
    }
  }

  /** Less the first entry, then less the mean: exactly zero where all entries are equal. */
  private static Vector deviations(String operation, Value x, int ddof) {
    requireObservations(operation, Require.given(operation, x).size(), ddof);
    Vector entries = Shaping.vec(x);
    Vector shifted = entries.subtract(entries.get(0).detach());
    return shifted.subtract(shifted.mean());
  }

  private static void requireAsMany(String operation, Vector x, Vector y) {
    if (Require.given(operation, x).size() != Require.given(operation, y).size()) {
      throw new IllegalArgumentException(
          "%s: x is a %s, y is a %s: the sizes differ".formatted(operation, x.shape(), y.shape()));
    }
  }
}
