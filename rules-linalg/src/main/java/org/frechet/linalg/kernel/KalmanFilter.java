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

  /** Means and covariances of the states when y(t) is known, n×T and n²×T. */
  final double[] xSeen;

  final double[] covarianceSeen;

  /** The gains transposed, p×n for each t. */
  final double[] gain;

  /** {@code S = L Lᵀ}, p×p for each t, in the lower triangles. */
  final double[] factor;

  /** {@code u = S⁻¹ (y − H x)}, p×T. */
  final double[] weighted;

  /** Before y(t) is known. */
  private final double[] x;

  private final double[] covariance;
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
    x = system.x0.clone();
    covariance = system.p0.clone();
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
    double[] h = system.h(t);
    double[] r = system.r(t);
    innovate(t, h, r);
    failedPivot = ColumnMajor.KERNELS.cholesky(p, factor, t * p * p, p);
    if (failedPivot >= 0) {
      failure = t;
      return;
    }
    weigh(t);
    System.arraycopy(x, 0, xSeen, t * n, n);
    Blocks.multiply(true, false, n, 1, p, 1, cross, 0, weighted, t * p, xSeen, t * n);
    update(t, h, r);
  }

  /**
   * {@code P⁺ = M − (M Hᵀ − K R) Kᵀ} with {@code M = P − K H P}: Joseph's form, in which the errors
   * of M shrink with {@code I − K H}. They are as large as ε P, which may be much larger than P⁺.
   */
  private void update(int t, double[] h, double[] r) {
    int at = t * n * n;
    int atGain = t * p * n;
    System.arraycopy(covariance, 0, covarianceSeen, at, n * n);
    Blocks.multiply(true, false, n, n, p, -1, cross, 0, gain, atGain, covarianceSeen, at);
    Blocks.multiply(false, false, p, n, n, -1, h, 0, covarianceSeen, at, zeroed(cross), 0);
    Blocks.multiply(false, false, p, n, p, 1, r, 0, gain, atGain, cross, 0);
    Blocks.multiply(true, false, n, n, p, 1, cross, 0, gain, atGain, covarianceSeen, at);
    Blocks.symmetrize(n, covarianceSeen, at);
  }

  /** {@code H P}, {@code S = H P Hᵀ + R}, {@code v = y − H x}. */
  private void innovate(int t, double[] h, double[] r) {
    Blocks.multiply(false, false, p, n, n, 1, h, 0, covariance, 0, zeroed(cross), 0);
    System.arraycopy(r, 0, factor, t * p * p, p * p);
    Blocks.multiply(false, true, p, p, n, 1, cross, 0, h, 0, factor, t * p * p);
    for (int i = 0; i < p; i++) {
      weighted[t * p + i] = system.y(t, i);
    }
    Blocks.multiply(false, false, p, 1, n, -1, h, 0, x, 0, weighted, t * p);
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
    Blocks.multiply(false, false, n, 1, n, 1, f, 0, xSeen, t * n, zeroed(x), 0);
    Blocks.multiply(false, false, n, n, n, 1, f, 0, covarianceSeen, t * n * n, zeroed(product), 0);
    System.arraycopy(system.q(t), 0, covariance, 0, n * n);
    Blocks.multiply(false, true, n, n, n, 1, product, 0, f, 0, covariance, 0);
    Blocks.symmetrize(n, covariance, 0);
  }

  private static double[] zeroed(double[] a) {
    java.util.Arrays.fill(a, 0);
    return a;
  }
}
