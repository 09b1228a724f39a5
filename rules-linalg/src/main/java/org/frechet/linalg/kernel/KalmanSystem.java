package org.frechet.linalg.kernel;

import java.util.Arrays;

/**
 * A linear Gaussian state space model with its observations, as arrays: n states, p observations at
 * each of T times. Coefficients come once for all times, or once for each. Covariances are made
 * symmetric here. Missing observations are NaN.
 */
public final class KalmanSystem {

  final int n;
  final int p;
  final int steps;
  private final double[][] f;
  private final double[][] h;
  private final double[][] q;
  private final double[][] r;
  final double[] x0;
  final double[] p0;
  private final double[] y;

  /**
   * Takes the arrays as they are, column-major.
   *
   * @param coefficients F, H, Q and R, each with one array or T of them
   * @param x0 the mean of the first state, which gives n
   * @param p0 its covariance
   * @param p the number of observations at one time
   * @param y the observations, p×T
   */
  public KalmanSystem(double[][][] coefficients, double[] x0, double[] p0, int p, double[] y) {
    this.n = x0.length;
    this.p = p;
    this.steps = p == 0 ? 0 : y.length / p;
    this.f = coefficients[0];
    this.h = coefficients[1];
    this.q = symmetric(n, coefficients[2]);
    this.r = symmetric(p, coefficients[3]);
    this.x0 = x0;
    this.p0 = symmetric(n, p0.clone());
    this.y = y;
  }

  private static double[][] symmetric(int n, double[][] each) {
    return Arrays.stream(each).map(a -> symmetric(n, a.clone())).toArray(double[][]::new);
  }

  /** {@code A ← (A + Aᵀ) / 2}. */
  static double[] symmetric(int n, double[] a) {
    Blocks.symmetrize(n, a, 0);
    return a;
  }

  private static double[] at(double[][] each, int t) {
    return each.length == 1 ? each[0] : each[t];
  }

  /** F from t to t + 1, n×n. */
  double[] f(int t) {
    return at(f, t);
  }

  /** Q from t to t + 1, n×n. */
  double[] q(int t) {
    return at(q, t);
  }

  /** H at t, p×n, with zeros in the rows of missing observations. */
  double[] h(int t) {
    double[] given = at(h, t);
    if (missing(t) == 0) {
      return given;
    }
    double[] seen = given.clone();
    for (int k = 0; k < seen.length; k++) {
      seen[k] = isMissing(t, k % p) ? 0 : seen[k];
    }
    return seen;
  }

  /** R at t, p×p, with rows and columns of the identity for missing observations. */
  double[] r(int t) {
    double[] given = at(r, t);
    if (missing(t) == 0) {
      return given;
    }
    double[] seen = given.clone();
    for (int k = 0; k < seen.length; k++) {
      boolean unseen = isMissing(t, k % p) || isMissing(t, k / p);
      seen[k] = unseen ? (k % p == k / p ? 1 : 0) : seen[k];
    }
    return seen;
  }

  /** Whether H and R are given once for all times, and nothing is missing at these two. */
  boolean observesAlike(int t, int s) {
    return h.length == 1 && r.length == 1 && missing(t) + missing(s) == 0;
  }

  /** Whether F and Q are given once for all times. */
  boolean movesAlike() {
    return f.length == 1 && q.length == 1;
  }

  /** The i-th observation at t; 0 where it is missing. */
  double y(int t, int i) {
    return isMissing(t, i) ? 0 : y[i + t * p];
  }

  boolean isMissing(int t, int i) {
    return Double.isNaN(y[i + t * p]);
  }

  int missing(int t) {
    int count = 0;
    for (int i = 0; i < p; i++) {
      count += isMissing(t, i) ? 1 : 0;
    }
    return count;
  }
}
