package org.frechet.linalg.kernel;

/**
 * The Kalman filter (Kalman 1960; Anderson and Moore, Optimal Filtering, 1979, chapter 3) with the
 * log-likelihood by its prediction errors, and all of it that the gradient wants. About {@code 4n³
 * + 8n²p} flops a step, and {@code n² + np} numbers kept. Where the model does not vary,
 * covariances settle, to the last digits, and steps from there on share them: {@code 2n² + 4np}
 * flops a step. Immutable once run.
 */
public final class KalmanFilter {

  private static final double LOG_2_PI = Math.log(2 * Math.PI);

  /** The change of a covariance, relative to its diagonal, that is the rounding of one step. */
  private static final double SETTLED = 0x1p-50;

  final KalmanSystem system;
  private final int n;
  private final int p;

  /** Means and covariances of the states when y(t) is known, n×T, and n×n for each t. */
  final double[] xSeen;

  final double[][] covarianceSeen;

  /** The gains transposed, p×n for each t. */
  final double[][] gain;

  /** {@code S = L Lᵀ}, p×p for each t, in the lower triangles. */
  final double[][] factor;

  /** {@code u = S⁻¹ (y − H x)}, p×T. */
  final double[] weighted;

  /** Before y(t) is known. */
  private final double[] x;

  private double[] covariance;
  private double[] covarianceBefore;

  /** Whether the covariance is what it was one step before. */
  private boolean settled;

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
    covarianceBefore = new double[n * n];
    xSeen = new double[n * steps];
    covarianceSeen = new double[steps][];
    gain = new double[steps][];
    factor = new double[steps][];
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
    innovate(t);
    if (settled && system.observesAlike(t, t - 1)) {
      covarianceSeen[t] = covarianceSeen[t - 1];
      gain[t] = gain[t - 1];
      factor[t] = factor[t - 1];
    } else {
      settled = false;
      update(t);
    }
    if (failure < 0) {
      System.arraycopy(x, 0, xSeen, t * n, n);
      Blocks.multiply(true, false, n, 1, p, 1, gain[t], 0, weighted, t * p, xSeen, t * n);
      weigh(t);
    }
  }

  /** {@code v = y − H x}. */
  private void innovate(int t) {
    for (int i = 0; i < p; i++) {
      weighted[t * p + i] = system.y(t, i);
    }
    Blocks.multiply(false, false, p, 1, n, -1, system.h(t), 0, x, 0, weighted, t * p);
  }

  /** {@code S = H P Hᵀ + R} and what depends on it. */
  private void update(int t) {
    double[] h = system.h(t);
    double[] r = system.r(t);
    Blocks.multiply(false, false, p, n, n, 1, h, 0, covariance, 0, zeroed(cross), 0);
    factor[t] = r.clone();
    Blocks.multiply(false, true, p, p, n, 1, cross, 0, h, 0, factor[t], 0);
    failedPivot = ColumnMajor.KERNELS.cholesky(p, factor[t], 0, p);
    if (failedPivot >= 0) {
      failure = t;
      return;
    }
    gain[t] = cross.clone();
    Blocks.solveLower(false, p, n, factor[t], 0, gain[t], 0);
    Blocks.solveLower(true, p, n, factor[t], 0, gain[t], 0);
    covarianceSeen[t] = covarianceSeen(h, r, gain[t]);
  }

  /**
   * {@code P⁺ = M − (M Hᵀ − K R) Kᵀ} with {@code M = P − K H P}: Joseph's form, in which the errors
   * of M shrink with {@code I − K H}. They are as large as ε P, which may be much larger than P⁺.
   */
  private double[] covarianceSeen(double[] h, double[] r, double[] gain) {
    double[] seen = covariance.clone();
    Blocks.multiply(true, false, n, n, p, -1, cross, 0, gain, 0, seen, 0);
    Blocks.multiply(false, false, p, n, n, -1, h, 0, seen, 0, zeroed(cross), 0);
    Blocks.multiply(false, false, p, n, p, 1, r, 0, gain, 0, cross, 0);
    Blocks.multiply(true, false, n, n, p, 1, cross, 0, gain, 0, seen, 0);
    Blocks.symmetrize(n, seen, 0);
    return seen;
  }

  /** {@code u = S⁻¹ v}, and the log-density of v. */
  private void weigh(int t) {
    Blocks.solveLower(false, p, 1, factor[t], 0, weighted, t * p);
    double sum = (p - system.missing(t)) * LOG_2_PI;
    for (int i = 0; i < p; i++) {
      double z = weighted[t * p + i];
      sum += z * z + 2 * Math.log(factor[t][i * (p + 1)]);
    }
    logLikelihood -= 0.5 * sum;
    Blocks.solveLower(true, p, 1, factor[t], 0, weighted, t * p);
  }

  private void predict(int t) {
    double[] f = system.f(t);
    Blocks.multiply(false, false, n, 1, n, 1, f, 0, xSeen, t * n, zeroed(x), 0);
    if (settled) {
      return;
    }
    double[] before = covarianceBefore;
    covarianceBefore = covariance;
    covariance = before;
    Blocks.multiply(false, false, n, n, n, 1, f, 0, covarianceSeen[t], 0, zeroed(product), 0);
    System.arraycopy(system.q(t), 0, covariance, 0, n * n);
    Blocks.multiply(false, true, n, n, n, 1, product, 0, f, 0, covariance, 0);
    Blocks.symmetrize(n, covariance, 0);
    settled = system.movesAlike() && isSettled();
  }

  /** Whether the last step has changed the covariance by rounding only. */
  private boolean isSettled() {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i <= j; i++) {
        double size = Math.sqrt(covariance[i * (n + 1)]) * Math.sqrt(covariance[j * (n + 1)]);
        double change = Math.abs(covariance[i + j * n] - covarianceBefore[i + j * n]);
        if (!(change <= SETTLED * size)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[] zeroed(double[] a) {
    java.util.Arrays.fill(a, 0);
    return a;
  }
}
