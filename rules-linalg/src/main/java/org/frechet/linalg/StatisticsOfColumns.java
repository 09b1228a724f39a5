package org.frechet.linalg;

import org.frechet.value.Elementary;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/**
 * Statistics of each column or each row of a matrix, which {@code LinearAlgebra} inherits: O(mn)
 * for the value and for each derivative.
 */
abstract class StatisticsOfColumns extends StructureFunctions {

  StatisticsOfColumns() {}

  /** The mean of each column, over the rows: m×n → n. */
  public static Vector columnMeans(Matrix a) {
    requireObservations("columnMeans", Require.given("columnMeans", a).rows(), 0);
    return columnSums(a).divide(a.rows());
  }

  /** The mean of each row, over the columns: m×n → m. */
  public static Vector rowMeans(Matrix a) {
    requireObservations("rowMeans", Require.given("rowMeans", a).columns(), 0);
    return columnMeans(a.transpose());
  }

  /**
   * The Euclidean norm of each column, without overflow: m×n → n. Of a column of zeros it is 0,
   * with derivative 0.
   */
  public static Vector columnNorms(Matrix a) {
    Vector scales = Scales.ofColumns(Require.given("columnNorms", a).detach());
    Vector reciprocals = Elementwise.reciprocalOrZero(scales);
    Matrix scaled = a.multiply(Matrix.diagonal(reciprocals));
    return columnSums(scaled.hadamard(scaled)).sqrt().multiply(scales);
  }

  /** The Euclidean norm of each row, as {@link #columnNorms}: m×n → m. */
  public static Vector rowNorms(Matrix a) {
    return columnNorms(Require.given("rowNorms", a).transpose());
  }

  /**
   * The unbiased variance of each column, over the rows: m×n → n. Of a single row it is 0, with
   * derivative 0.
   */
  public static Vector columnVariances(Matrix a) {
    return columnVariances("columnVariances", Require.given("columnVariances", a));
  }

  /** The unbiased variance of each row, as {@link #columnVariances}: m×n → m. */
  public static Vector rowVariances(Matrix a) {
    return columnVariances("rowVariances", Require.given("rowVariances", a).transpose());
  }

  private static Vector columnVariances(String operation, Matrix a) {
    Matrix d = deviations(operation, a);
    return columnSums(d.hadamard(d)).divide(Math.max(1, a.rows() - 1));
  }

  /**
   * The square root of {@link #columnVariances}: m×n → n. Of a column of equal entries it is 0,
   * with derivative 0.
   */
  public static Vector columnStandardDeviations(Matrix a) {
    String operation = "columnStandardDeviations";
    return standardDeviations(operation, Require.given(operation, a));
  }

  /** The square root of {@link #rowVariances}, as {@link #columnStandardDeviations}: m×n → m. */
  public static Vector rowStandardDeviations(Matrix a) {
    String operation = "rowStandardDeviations";
    return standardDeviations(operation, Require.given(operation, a).transpose());
  }

  private static Vector standardDeviations(String operation, Matrix a) {
    return columnNorms(deviations(operation, a)).divide(Math.sqrt(Math.max(1, a.rows() - 1)));
  }

  /**
   * {@code log Σ exp} of each column, without overflow: m×n → n. {@code Ā = S diag(ȳ)} with the
   * {@link #columnSoftmax} S.
   */
  public static Vector columnLogSumExps(Matrix a) {
    return Exponentiated.COLUMN_LOG_SUM_EXPS.apply(a);
  }

  /** {@code log Σ exp} of each row, without overflow: m×n → m. */
  public static Vector rowLogSumExps(Matrix a) {
    return columnLogSumExps(Require.given("rowLogSumExps", a).transpose());
  }

  /** {@code exp x / Σ exp x} in each column, without overflow: m×n → m×n. */
  public static Matrix columnSoftmax(Matrix a) {
    return Exponentiated.COLUMN_SOFTMAX.apply(a);
  }

  /** {@code exp x / Σ exp x} in each row, without overflow: m×n → m×n. */
  public static Matrix rowSoftmax(Matrix a) {
    return columnSoftmax(Require.given("rowSoftmax", a).transpose()).transpose();
  }

  /**
   * The unbiased covariance matrix of n variables, each a column of m observations: m×n → n×n. For
   * observations in columns there is {@link #covarianceOfRows}. Of a single observation it is 0.
   */
  public static Matrix covariance(Matrix observations) {
    return covariance("covariance", Require.given("covariance", observations), 1);
  }

  /**
   * The covariance matrix with the divisor m − ddof, of n variables that are columns of m
   * observations: 0 for the maximum likelihood estimate, 1 for the unbiased one.
   *
   * @throws IllegalArgumentException unless {@code 0 ≤ ddof < m}
   */
  public static Matrix covariance(Matrix observations, int ddof) {
    requireObservations("covariance", Require.given("covariance", observations).rows(), ddof);
    return covariance("covariance", observations, ddof);
  }

  /** The unbiased covariance matrix of m variables, each a row of n observations: m×n → m×m. */
  public static Matrix covarianceOfRows(Matrix observations) {
    String operation = "covarianceOfRows";
    return covariance(operation, Require.given(operation, observations).transpose(), 1);
  }

  private static Matrix covariance(String operation, Matrix a, int ddof) {
    Matrix d = deviations(operation, a);
    return d.transpose().multiply(d).divide(Math.max(1, a.rows() - ddof));
  }

  /**
   * The correlation matrix of n variables, each a column of m observations: m×n → n×n. A variable
   * that does not vary has correlation 0 with all, itself included, and derivative 0.
   */
  public static Matrix correlation(Matrix observations) {
    return correlation("correlation", Require.given("correlation", observations));
  }

  /** The correlation matrix of m variables, each a row of n observations: m×n → m×m. */
  public static Matrix correlationOfRows(Matrix observations) {
    String operation = "correlationOfRows";
    return correlation(operation, Require.given(operation, observations).transpose());
  }

  private static Matrix correlation(String operation, Matrix a) {
    Matrix d = deviations(operation, a);
    Vector lengths = Elementary.INFINITE_IF_ZERO.apply(columnNorms(d));
    Matrix z = d.multiply(Matrix.diagonal(ones(a.columns()).divide(lengths)));
    return z.transpose().multiply(z);
  }

  private static Vector columnSums(Matrix a) {
    return a.transpose().multiply(ones(a.rows()));
  }

  /** Less the first row, then less the means: exactly zero where all rows are equal. */
  private static Matrix deviations(String operation, Matrix a) {
    requireObservations(operation, a.rows(), 0);
    Vector ones = ones(a.rows());
    Matrix shifted = a.subtract(ones.outer(a.row(0).detach()));
    return shifted.subtract(ones.outer(columnMeans(shifted)));
  }

  static void requireObservations(String operation, int observations, int ddof) {
    if (observations == 0) {
      throw new IllegalArgumentException(operation + ": there are no observations");
    }
    if (ddof < 0 || ddof >= observations) {
      throw new IllegalArgumentException(
          "%s: ddof is %d, expected at least 0 and less than the number of observations, %d"
              .formatted(operation, ddof, observations));
    }
  }
}
