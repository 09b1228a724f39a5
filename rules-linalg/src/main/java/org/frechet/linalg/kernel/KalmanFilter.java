package org.frechet.linalg.kernel;

/**
 * The Kalman filter (Kalman 1960; Anderson and Moore, Optimal Filtering, 1979, chapter 3) with the
 * log-likelihood by its prediction errors, and all of it that the gradient wants. About {@code 4n³
 * + 8n²p} flops a step, and {@code 2n² + np} numbers kept. Immutable once run.
 */
public final class KalmanFilter {

  private static final double LOG_2_PI = Math.log(2 * Math.PI);

  final KalmanSystem system;
  private final int n;
  private final int p;

  /** Predicted means and covariances, n×T and n²×T. */
  final double[] x;

  final double[] covariance;

  /** The same when y(t) is known. */
  final double[] xSeen;

  final double[] covarianceSeen;

  /** The gains transposed, p×n for each t. */
  final double[] gain;

  /** {@code S = L Lᵀ}, p×p for each t, in the lower triangles. */
  final double[] factor;

  /** {@code u = S⁻¹ (y − H x)}, p×T. */
  final double[] weighted;

  private final double[] cross;
  private final double[] product;
  private double logLikelihood;
  private int failure = -1;
  private int failedPivot = -1;

  private KalmanFilter(KalmanSystem system) {
    this.system = system;
    this.n = system.n;
    this.p = system.p;
    int steps = system.steps;
    x = new double[n * steps];
    covariance = new double[n * n * steps];
    xSeen = new double[n * steps];
    covarianceSeen = new double[n * n * steps];
    gain = new double[p * n * steps];
    factor = new double[p * p * steps];
    weighted = new double[p * steps];
    cross = new double[p * n];
    product = new double[n * n];
  }

  /** Runs the filter over all observations. */
  public static KalmanFilter of(KalmanSystem system) {
    KalmanFilter filter = new KalmanFilter(system);
    if (system.steps > 0) {
      System.arraycopy(system.x0, 0, filter.x, 0, filter.n);
      System.arraycopy(system.p0, 0, filter.covariance, 0, filter.n * filter.n);
    }
    for (int t = 0; t < system.steps && filter.failure < 0; t++) {
      filter.see(t);
      if (t + 1 < system.steps && filter.failure < 0) {
        filter.predict(t);
      }
    }
    return filter;
  }

  /** {@code Σ −½ (log det S + vᵀ S⁻¹ v + p log 2π)}. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** The first time at which the covariance of the prediction error is not positive; −1 if none. */
  public int failure() {
    return failure;
  }

  /** The pivot at which it is not; −1 if it is. */
  public int failedPivot() {
    return failedPivot;
  }

  private void see(int t) {
    innovate(t, system.h(t));
    failedPivot = ColumnMajor.KERNELS.cholesky(p, factor, t * p * p, p);
    if (failedPivot >= 0) {
      failure = t;
      return;
    }
    weigh(t);
    int atN = t * n;
    int atNn = t * n * n;
    System.arraycopy(x, atN, xSeen, atN, n);
    Blocks.multiply(true, false, n, 1, p, 1, cross, 0, weighted, t * p, xSeen, atN);
    System.arraycopy(covariance, atNn, covarianceSeen, atNn, n * n);
    Blocks.multiply(true, false, n, n, p, -1, cross, 0, gain, t * p * n, covarianceSeen, atNn);
  }

  /** {@code H P}, {@code S = H P Hᵀ + R}, {@code v = y − H x}. */
  private void innovate(int t, double[] h) {
    Blocks.multiply(false, false, p, n, n, 1, h, 0, covariance, t * n * n, zeroed(cross), 0);
    System.arraycopy(system.r(t), 0, factor, t * p * p, p * p);
    Blocks.multiply(false, true, p, p, n, 1, cross, 0, h, 0, factor, t * p * p);
    for (int i = 0; i < p; i++) {
      weighted[t * p + i] = system.y(t, i);
    }
    Blocks.multiply(false, false, p, 1, n, -1, h, 0, x, t * n, weighted, t * p);
  }

  /** {@code Kᵀ = S⁻¹ H P}, {@code u = S⁻¹ v}, and the log-density of v. */
  private void weigh(int t) {
    System.arraycopy(cross, 0, gain, t * p * n, p * n);
    Blocks.solveLower(false, p, n, factor, t * p * p, gain, t * p * n);
    Blocks.solveLower(true, p, n, factor, t * p * p, gain, t * p * n);
    Blocks.solveLower(false, p, 1, factor, t * p * p, weighted, t * p);
    double sum = (p - system.missing(t)) * LOG_2_PI;
    for (int i = 0; i < p; i++) {
      double z = weighted[t * p + i];
      sum += z * z + 2 * Math.log(factor[t * p * p + i * (p + 1)]);
    }
    logLikelihood -= 0.5 * sum;
    Blocks.solveLower(true, p, 1, factor, t * p * p, weighted, t * p);
  }

  private void predict(int t) {
    double[] f = system.f(t);
    int next = (t + 1) * n;
    Blocks.multiply(false, false, n, 1, n, 1, f, 0, xSeen, t * n, x, next);
    Blocks.multiply(false, false, n, n, n, 1, f, 0, covarianceSeen, t * n * n, zeroed(product), 0);
    System.arraycopy(system.q(t), 0, covariance, next * n, n * n);
    Blocks.multiply(false, true, n, n, n, 1, product, 0, f, 0, covariance, next * n);
    Blocks.symmetrize(n, covariance, next * n);
  }

  private static double[] zeroed(double[] a) {
    java.util.Arrays.fill(a, 0);
    return a;
  }
}
