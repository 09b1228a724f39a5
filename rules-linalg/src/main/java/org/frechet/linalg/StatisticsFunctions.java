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
abstract class StatisticsFunctions extends StructureFunctions {

  StatisticsFunctions() {}

  /** {@code Σ |xᵢ|}; where an entry is 0 it has derivative 0. */
  public static Scalar norm1(Vector x) {
    return Reductions.norm1(x);
  }

  /**
   * The operator norm {@code maxⱼ Σᵢ |A[i, j]|}, the largest column sum; where columns tie, the
   * first carries the derivative.
   */
  public static Scalar norm1(Matrix a) {
    return normInfinity(a.transpose());
  }

  /** {@code max |xᵢ|}; where entries tie, the first carries the derivative. */
  public static Scalar normInfinity(Vector x) {
    return Reductions.normInfinity(x);
  }

  /**
   * The operator norm {@code maxᵢ Σⱼ |A[i, j]|}, the largest row sum; where rows tie, the first
   * carries the derivative.
   */
  public static Scalar normInfinity(Matrix a) {
    return a.size() == 0
        ? Scalar.of(0)
        : Reductions.maximum(Elementwise.abs(a).multiply(ones(a.columns())));
  }

  /** The Euclidean norm; its derivative at 0 is 0. */
  public static Scalar norm2(Vector x) {
    return Reductions.norm(x);
  }

  /** The operator norm, as {@link #spectralNorm}. */
  public static Scalar norm2(Matrix a) {
    return spectralNorm(a);
  }

  /**
   * The largest singular value: m×n → scalar. {@code ẏ = u₁ᵀ Ȧ v₁}, {@code Ā = ȳ u₁ v₁ᵀ}, on the
   * decomposition of the value. Where the largest singular value is repeated, one of its pairs of
   * vectors carries the derivative, which then is a subgradient, and second derivatives are {@link
   * IllDefinedDerivativeException}s; at the zero matrix it is 0.
   */
  public static Scalar spectralNorm(Matrix a) {
    return a.size() == 0 ? Scalar.of(0) : new NthSingularValue(0).apply(a);
  }

  /**
   * The sum of the singular values: m×n → scalar. {@code Ā = ȳ Σ uᵢ vᵢᵀ} over those that are not
   * zero within rounding: the orthogonal polar factor where A has full rank, repeated singular
   * values or not, else the subgradient of smallest norm. Second derivatives exist at full rank
   * only, and are refused where there are none.
   */
  public static Scalar nuclearNorm(Matrix a) {
    return a.size() == 0 ? Scalar.of(0) : Norms.NUCLEAR.apply(a);
  }

  /**
   * The condition number {@code σ₁ / σₙ} in the 2-norm, n = min(rows, columns); 1 at least. Of a
   * matrix with a singular value that is exactly zero it is ∞, with derivative 0.
   */
  public static Scalar cond(Matrix a) {
    if (a.size() == 0) {
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

  /** The mean of each column, over the rows: m×n → n. */
  public static Vector columnMeans(Matrix a) {
    requireObservations("columnMeans", a.rows());
    return a.transpose().multiply(ones(a.rows())).divide(a.rows());
  }

  /** The mean of each row, over the columns: m×n → m. */
  public static Vector rowMeans(Matrix a) {
    return columnMeans(a.transpose());
  }

  /**
   * The unbiased variance of all entries, {@code Σ (x − mean)² / (n − 1)}; of a single entry it is
   * 0, with derivative 0.
   */
  public static Scalar variance(Value x) {
    Vector deviations = deviations(Shaping.vec(x));
    return deviations.dot(deviations).divide(Math.max(1, x.size() - 1));
  }

  /**
   * The square root of the {@link #variance}. Where all entries are equal it is 0, with derivative
   * 0.
   */
  public static Scalar standardDeviation(Value x) {
    return deviations(Shaping.vec(x)).norm().divide(Math.sqrt(Math.max(1, x.size() - 1)));
  }

  /**
   * The unbiased covariance matrix of n variables, each a column of m observations: m×n → n×n. For
   * observations in columns, transpose. Of a single observation it is 0.
   */
  public static Matrix covariance(Matrix observations) {
    Matrix d = deviations(observations);
    return d.transpose().multiply(d).divide(Math.max(1, observations.rows() - 1));
  }

  /** The unbiased covariance of two variables, n observations of each. */
  public static Scalar covariance(Vector x, Vector y) {
    return deviations(x).dot(deviations(y)).divide(Math.max(1, x.size() - 1));
  }

  /**
   * The correlation matrix of n variables, each a column of m observations: m×n → n×n. A variable
   * that does not vary has correlation 0 with all, itself included, and derivative 0.
   */
  public static Matrix correlation(Matrix observations) {
    Matrix d = deviations(observations);
    Vector[] columns = new Vector[d.columns()];
    java.util.Arrays.setAll(columns, j -> normalize(d.column(j)));
    Matrix z = Matrix.ofColumns(java.util.List.of(columns));
    return z.transpose().multiply(z);
  }

  /** The correlation of two variables; 0, with derivative 0, where one does not vary. */
  public static Scalar correlation(Vector x, Vector y) {
    return normalize(deviations(x)).dot(normalize(deviations(y)));
  }

  /**
   * {@code log Σ exp x} over all entries, without overflow: n → scalar. {@code x̄ = ȳ softmax(x)}.
   * Entries of −∞ count as nothing; of no others, it is −∞.
   */
  public static Scalar logSumExp(Value x) {
    return Exponentiated.LOG_SUM_EXP.apply(Shaping.vec(x));
  }

  /**
   * {@code exp x / Σ exp x} over all entries, without overflow. {@code ẏ = y ⊙ (ẋ − ⟨y, ẋ⟩)}.
   * Entries of −∞ have weight 0; of no others, all have the same.
   */
  public static <V extends Value> V softmax(V x) {
    return Exponentiated.softmaxLike(x);
  }

  /**
   * The log-density of a Gaussian vector, {@code −½ (x − μ)ᵀ Σ⁻¹ (x − μ) − ½ log det Σ − n/2 log
   * 2π}: n, n, n×n → scalar, through one Cholesky factorization, which all derivatives use. The
   * lower triangle of Σ is read, and its gradient is symmetric.
   *
   * @throws NotPositiveDefiniteException if Σ is not positive definite
   */
  public static Scalar logNormalDensity(Vector x, Vector mean, Matrix covariance) {
    Matrix l = cholesky(covariance);
    Vector z = solveLower(l, x.subtract(mean));
    Scalar halfLogDet = Elementwise.log(l.diagonal()).sum();
    return z.dot(z)
        .multiply(-0.5)
        .subtract(halfLogDet)
        .subtract(0.5 * x.size() * Math.log(2 * Math.PI));
  }

  private static Vector ones(int n) {
    return Shaping.fillLike(Vector.zeros(n), 1);
  }

  /** Less the first entry, then less the mean: exactly zero where all entries are equal. */
  private static Vector deviations(Vector x) {
    requireObservations("variance", x.size());
    Vector shifted = x.subtract(x.get(0).detach());
    return shifted.subtract(shifted.mean());
  }

  private static Matrix deviations(Matrix a) {
    requireObservations("covariance", a.rows());
    Vector ones = ones(a.rows());
    Matrix shifted = a.subtract(ones.outer(a.row(0).detach()));
    return shifted.subtract(ones.outer(columnMeans(shifted)));
  }

  private static void requireObservations(String operation, int observations) {
    if (observations == 0) {
      throw new IllegalArgumentException(operation + ": there are no observations");
    }
  }
}
