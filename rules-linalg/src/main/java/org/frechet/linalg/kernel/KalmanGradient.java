package org.frechet.linalg.kernel;

import java.util.Arrays;

/**
 * The gradient of the log-likelihood of a {@link KalmanFilter}, by one pass backwards: with {@code
 * λ = ∂ℓ/∂x} and {@code Λ = ∂ℓ/∂P} of the predictions for t + 1,
 *
 * <pre>{@code
 * F̄ += λ x⁺ᵀ + 2 Λ F P⁺,  Q̄ += Λ,  λ⁺ = Fᵀ λ,  N = Fᵀ Λ F            the prediction
 * k = Kᵀ λ⁺,  ȳ = k − u,  λ ← λ⁺ − Hᵀ k + Hᵀ u                       the observation
 * H̄ += −ȳ x⁺ᵀ + u (P⁺ λ⁺)ᵀ − Kᵀ (I + 2 N P⁺)
 * R̄ += −½ S⁻¹ + ½ u uᵀ − sym(k uᵀ) + Kᵀ N K
 * Λ ← (I − K H)ᵀ N (I − K H) + sym((λ⁺ − Hᵀ k) uᵀ H) + ½ Hᵀ (u uᵀ − S⁻¹) H
 * }</pre>
 *
 * the adjoint of the recursions of the filter, with covariances symmetric. About {@code 6n³ +
 * 14n²p} flops a step; where the filter has settled, {@link KalmanLeap} takes many at once. Not
 * safe to share between threads; what it gives is.
 */
public final class KalmanGradient {

  private final KalmanFilter filter;
  private final KalmanSystem system;
  private final int n;
  private final int p;
  private final double[][][] gradients = new double[4][][];
  private final double[] ofY;
  private final double[] lambda;
  private final double[] bigLambda;
  private final double[] before;
  private final double[] half;
  private final double[] kw;
  private final double[] nk;
  private final double[] k;
  private final double[] rest;
  private final double[] ofS;
  private final double[] inverse;

  private KalmanGradient(KalmanFilter filter, int[] lengths) {
    this.filter = filter;
    this.system = filter.system;
    this.n = system.n;
    this.p = system.p;
    int[] sizes = {n * n, p * n, n * n, p * p};
    for (int i = 0; i < 4; i++) {
      gradients[i] = new double[lengths[i]][sizes[i]];
    }
    ofY = new double[p * system.steps];
    lambda = new double[n];
    bigLambda = new double[n * n];
    before = new double[n];
    half = new double[n * n];
    kw = new double[p * n];
    nk = new double[n * p];
    k = new double[p];
    rest = new double[p];
    ofS = new double[p * p];
    inverse = new double[p * p];
  }

  /**
   * Runs backwards over a filter that has not failed.
   *
   * @param lengths how many arrays F, H, Q and R have
   */
  public static KalmanGradient of(KalmanFilter filter, int... lengths) {
    KalmanGradient gradient = new KalmanGradient(filter, lengths);
    int t = gradient.system.steps - 1;
    if (t >= 0) {
      gradient.unsee(t);
    }
    while (t > 0) {
      int settled = gradient.settledFrom(t - 1);
      t = settled < t - 1 && gradient.leap(settled, t - 1) ? settled : gradient.step(t - 1);
    }
    return gradient;
  }

  private int step(int t) {
    unpredict(t);
    unsee(t);
    return t;
  }

  /** The first of the times up to t at which the filter has done what it did at t. */
  private int settledFrom(int t) {
    int first = t;
    while (first > 0 && filter.gain[first - 1] == filter.gain[t]) {
      first--;
    }
    return first;
  }

  private boolean leap(int from, int to) {
    double[][] targets = {target(0, to), target(1, to), target(2, to), target(3, to)};
    return new KalmanLeap(filter, from, to, lambda, bigLambda).into(targets, ofY);
  }

  /** The gradients in the arrays of F (0), H (1), Q (2) or R (3). */
  public double[][] ofCoefficient(int i) {
    return gradients[i];
  }

  /** The gradient in the mean of the first state. */
  public double[] ofMean() {
    return lambda;
  }

  /** The gradient in the covariance of the first state. */
  public double[] ofCovariance() {
    return bigLambda;
  }

  /** The gradient in the observations; 0 for missing ones. */
  public double[] ofObservations() {
    return ofY;
  }

  private double[] target(int i, int t) {
    return gradients[i].length == 1 ? gradients[i][0] : gradients[i][t];
  }

  private void unpredict(int t) {
    double[] f = system.f(t);
    double[] ofF = target(0, t);
    double[] ofQ = target(2, t);
    Blocks.multiply(false, false, n, n, n, 1, bigLambda, 0, f, 0, zeroed(half), 0);
    Blocks.multiply(false, true, n, n, 1, 1, lambda, 0, filter.xSeen, t * n, ofF, 0);
    Blocks.multiply(false, false, n, n, n, 2, half, 0, filter.covarianceSeen[t], 0, ofF, 0);
    for (int i = 0; i < n * n; i++) {
      ofQ[i] += bigLambda[i];
    }
    Blocks.multiply(true, false, n, 1, n, 1, f, 0, lambda, 0, zeroed(before), 0);
    System.arraycopy(before, 0, lambda, 0, n);
    Blocks.multiply(true, false, n, n, n, 1, f, 0, half, 0, zeroed(bigLambda), 0);
  }

  private void unsee(int t) {
    double[] h = system.h(t);
    Arrays.fill(nk, 0);
    Blocks.multiply(false, true, n, p, n, 1, bigLambda, 0, filter.gain[t], 0, nk, 0);
    Arrays.fill(k, 0);
    Blocks.multiply(false, false, p, 1, n, 1, filter.gain[t], 0, lambda, 0, k, 0);
    inverseInnovation(t);
    for (int j = 0; j < p; j++) {
      ofY[t * p + j] = k[j] - filter.weighted[t * p + j];
    }
    toObservation(t);
    toNoise(t);
    toState(t, h);
  }

  private void inverseInnovation(int t) {
    Arrays.fill(inverse, 0);
    for (int i = 0; i < p; i++) {
      inverse[i * (p + 1)] = 1;
    }
    Blocks.solveLower(false, p, p, filter.factor[t], 0, inverse, 0);
    Blocks.solveLower(true, p, p, filter.factor[t], 0, inverse, 0);
  }

  private void toObservation(int t) {
    double[] ofH = target(1, t);
    Blocks.multiply(false, true, p, n, 1, -1, ofY, t * p, filter.xSeen, t * n, ofH, 0);
    Blocks.multiply(
        false, false, n, 1, n, 1, filter.covarianceSeen[t], 0, lambda, 0, zeroed(before), 0);
    Blocks.multiply(false, true, p, n, 1, 1, filter.weighted, t * p, before, 0, ofH, 0);
    Blocks.multiply(true, false, p, n, n, -2, nk, 0, filter.covarianceSeen[t], 0, ofH, 0);
    for (int i = 0; i < p * n; i++) {
      ofH[i] -= filter.gain[t][i];
    }
  }

  private void toNoise(int t) {
    Arrays.fill(ofS, 0);
    Blocks.multiply(false, false, p, p, n, 1, filter.gain[t], 0, nk, 0, ofS, 0);
    double[] ofR = target(3, t);
    for (int j = 0; j < p; j++) {
      double uj = filter.weighted[t * p + j];
      for (int i = 0; i < p; i++) {
        double ui = filter.weighted[t * p + i];
        double density = ui * uj - k[i] * uj - ui * k[j] - inverse[i + j * p];
        boolean seen = !system.isMissing(t, i) && !system.isMissing(t, j);
        ofR[i + j * p] += seen ? 0.5 * density + ofS[i + j * p] : 0;
      }
    }
  }

  /** {@code I − K H} from one side after the other, so that N's part shrinks with it twice. */
  private void toState(int t, double[] h) {
    Blocks.multiply(false, false, n, n, p, -1, nk, 0, h, 0, bigLambda, 0);
    Blocks.multiply(false, false, p, n, n, 1, filter.gain[t], 0, bigLambda, 0, zeroed(kw), 0);
    Blocks.multiply(true, false, n, n, p, -1, h, 0, kw, 0, bigLambda, 0);
    throughGain(t, h);
    ofDensity(t, h);
    Blocks.multiply(true, false, n, 1, p, 1, h, 0, filter.weighted, t * p, lambda, 0);
    Blocks.symmetrize(n, bigLambda, 0);
  }

  /**
   * {@code λ ← (I − K H)ᵀ λ}, as {@code (I − K H)ᵀ (I − K H)ᵀ λ + Hᵀ S⁻¹ R Kᵀ λ}: the first product
   * alone has errors as large as ε λ, though with a vague P it is R / P of λ; the second shrinks
   * them.
   */
  private void throughGain(int t, double[] h) {
    Blocks.multiply(true, false, n, 1, p, -1, h, 0, k, 0, lambda, 0);
    Blocks.multiply(false, false, p, 1, p, 1, system.r(t), 0, k, 0, zeroed(rest), 0);
    Blocks.solveLower(false, p, 1, filter.factor[t], 0, rest, 0);
    Blocks.solveLower(true, p, 1, filter.factor[t], 0, rest, 0);
    Blocks.multiply(false, false, p, 1, n, -1, filter.gain[t], 0, lambda, 0, rest, 0);
    Blocks.multiply(true, false, n, 1, p, 1, h, 0, rest, 0, lambda, 0);
  }

  /** {@code Λ += ((λ⁺ − Hᵀ k) uᵀ + ½ Hᵀ (u uᵀ − S⁻¹)) H}. */
  private void ofDensity(int t, double[] h) {
    for (int j = 0; j < p; j++) {
      double uj = filter.weighted[t * p + j];
      for (int i = 0; i < p; i++) {
        ofS[i + j * p] = 0.5 * (filter.weighted[t * p + i] * uj - inverse[i + j * p]);
      }
    }
    Blocks.multiply(false, true, n, p, 1, 1, lambda, 0, filter.weighted, t * p, zeroed(nk), 0);
    Blocks.multiply(true, false, n, p, p, 1, h, 0, ofS, 0, nk, 0);
    Blocks.multiply(false, false, n, n, p, 1, nk, 0, h, 0, bigLambda, 0);
  }

  private static double[] zeroed(double[] a) {
    Arrays.fill(a, 0);
    return a;
  }
}
