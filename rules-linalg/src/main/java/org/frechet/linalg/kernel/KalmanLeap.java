package org.frechet.linalg.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@link KalmanGradient} over a stretch of time in which the filter has settled: F, H, K, P⁺ and S
 * are the same at all of its m times. There Λ follows {@code Λ ← Lᵀ Λ L + D} with {@code L = F (I −
 * K H)} and a D of low rank, and only the sum of all Λ and the last one are asked for. The sum
 * solves a Stein equation, by squaring (Smith, SIAM J. Appl. Math. 16(1):198, 1968); the last one
 * forgets what is further away than powers of L reach. About {@code 8n² + 14np} flops a time, and
 * {@code 6n³} for each doubling of the power.
 */
final class KalmanLeap {

  /** A power of L this small has no effect in Lᵀ Λ L. */
  private static final double NEGLIGIBLE = 0x1p-30;

  private final KalmanFilter filter;
  private final KalmanSystem system;
  private final int n;
  private final int p;
  private final int from;
  private final int m;
  private final double[] f;
  private final double[] h;
  private final double[] gain;
  private final double[] lambda;
  private final double[] bigLambda;

  /** λ of the predictions for t + 1, Fᵀ λ, and (I − K H)ᵀ Fᵀ λ: n×m each; Kᵀ Fᵀ λ: p×m. */
  private final double[] predicted;

  private final double[] moved;
  private final double[] before;
  private final double[] ofGain;

  private final double[] inverse;

  KalmanLeap(KalmanFilter filter, int from, int to, double[] lambda, double[] bigLambda) {
    this.filter = filter;
    this.system = filter.system;
    this.n = system.n;
    this.p = system.p;
    this.from = from;
    this.m = to - from + 1;
    this.f = system.f(from);
    this.h = system.h(from);
    this.gain = filter.gain[from];
    this.lambda = lambda;
    this.bigLambda = bigLambda;
    predicted = new double[n * m];
    moved = new double[n * m];
    before = new double[n * m];
    ofGain = new double[p * m];
    inverse = ColumnMajor.identity(p);
    Blocks.solveLower(false, p, p, filter.factor[from], 0, inverse, 0);
    Blocks.solveLower(true, p, p, filter.factor[from], 0, inverse, 0);
  }

  /**
   * Adds to the gradients in F, H, Q and R and sets those in the observations; λ and Λ become those
   * of the first time. Does nothing, and returns false, if powers of L reach over all of the
   * stretch.
   */
  boolean into(double[][] targets, double[] ofY) {
    double[] closed = f.clone();
    double[] fk = ColumnMajor.product(false, true, n, p, n, f, gain);
    Blocks.multiply(false, false, n, n, p, -1, fk, 0, h, 0, closed, 0);
    List<double[]> powers = powers(closed);
    if (powers.isEmpty()) {
      return false;
    }
    means(ofY);
    double[] sum = densities();
    double[] last = last(powers);
    for (int i = 0; i < n * n; i++) {
      sum[i] += bigLambda[i] - last[i];
    }
    for (double[] power : powers) {
      add(sum, congruence(power, sum));
    }
    System.arraycopy(last, 0, bigLambda, 0, n * n);
    toModel(targets, ofY, sum);
    return true;
  }

  /** L, L², L⁴, … up to one that is negligible; none if that takes more than m factors. */
  private List<double[]> powers(double[] closed) {
    List<double[]> powers = new ArrayList<>();
    double[] power = closed;
    for (int exponent = 1; exponent <= m; exponent *= 2) {
      powers.add(power);
      if (n * ColumnMajor.maxNorm(power) <= NEGLIGIBLE) {
        return powers;
      }
      power = ColumnMajor.product(false, false, n, n, n, power, power);
    }
    return List.of();
  }

  /** λ at all times, as in {@link KalmanGradient}. */
  private void means(double[] ofY) {
    double[] rs = ColumnMajor.product(false, false, p, p, p, inverse, system.r(from));
    double[] rest = new double[p];
    for (int t = m - 1; t >= 0; t--) {
      System.arraycopy(lambda, 0, predicted, t * n, n);
      Blocks.multiply(true, false, n, 1, n, 1, f, 0, lambda, 0, moved, t * n);
      Blocks.multiply(false, false, p, 1, n, 1, gain, 0, moved, t * n, ofGain, t * p);
      System.arraycopy(moved, t * n, before, t * n, n);
      Blocks.multiply(true, false, n, 1, p, -1, h, 0, ofGain, t * p, before, t * n);
      Arrays.fill(rest, 0);
      Blocks.multiply(false, false, p, 1, p, 1, rs, 0, ofGain, t * p, rest, 0);
      Blocks.multiply(false, false, p, 1, n, -1, gain, 0, before, t * n, rest, 0);
      Blocks.multiply(true, false, n, 1, p, 1, h, 0, rest, 0, before, t * n);
      System.arraycopy(before, t * n, lambda, 0, n);
      int at = (from + t) * p;
      Blocks.multiply(true, false, n, 1, p, 1, h, 0, filter.weighted, at, lambda, 0);
      for (int i = 0; i < p; i++) {
        ofY[at + i] = ofGain[t * p + i] - filter.weighted[at + i];
      }
    }
  }

  /** {@code Σ D = sym(Σ (I − K H)ᵀ λ⁺ uᵀ H) + ½ Hᵀ (Σ u uᵀ − m S⁻¹) H}. */
  private double[] densities() {
    int at = from * p;
    double[] core = new double[p * p];
    Blocks.multiply(false, true, p, p, m, 0.5, filter.weighted, at, filter.weighted, at, core, 0);
    for (int i = 0; i < p * p; i++) {
      core[i] -= 0.5 * m * inverse[i];
    }
    double[] left = new double[n * p];
    Blocks.multiply(false, true, n, p, m, 1, before, 0, filter.weighted, at, left, 0);
    Blocks.multiply(true, false, n, p, p, 1, h, 0, core, 0, left, 0);
    double[] d = ColumnMajor.product(false, false, n, n, p, left, h);
    Blocks.symmetrize(n, d, 0);
    return d;
  }

  /**
   * Λ of the first time, {@code Σ (Lᵀ)ʲ D[j] Lʲ} over the times within reach: with {@code G[j] =
   * (Lᵀ)ʲ Hᵀ} and {@code w = G u}, {@code sym(Σ (Lᵀ)ʲ b wᵀ) + ½ Σ (w wᵀ − G S⁻¹ Gᵀ)}.
   */
  private double[] last(List<double[]> powers) {
    int reach = 1 << (powers.size() - 1);
    double[] b = Arrays.copyOf(before, n * reach);
    double[] g = new double[n * p * reach];
    transpose(g);
    for (int i = 0; i + 1 < powers.size(); i++) {
      int width = 1 << i;
      int block = n * p * width;
      Blocks.multiply(true, false, n, p * width, n, 1, powers.get(i), 0, g, 0, g, block);
      for (int j = width; j < reach; j += 2 * width) {
        double[] turned = new double[n * width];
        Blocks.multiply(true, false, n, width, n, 1, powers.get(i), 0, b, j * n, turned, 0);
        System.arraycopy(turned, 0, b, j * n, n * width);
      }
    }
    return joined(reach, b, g);
  }

  private double[] joined(int reach, double[] b, double[] g) {
    double[] w = new double[n * reach];
    double[] solved = new double[n * p * reach];
    for (int j = 0; j < reach; j++) {
      int at = j * n * p;
      Blocks.multiply(false, false, n, 1, p, 1, g, at, filter.weighted, (from + j) * p, w, j * n);
      Blocks.multiply(false, false, n, p, p, 1, g, at, inverse, 0, solved, at);
    }
    double[] sum = ColumnMajor.product(false, true, n, n, reach, b, w);
    Blocks.multiply(false, true, n, n, reach, 0.5, w, 0, w, 0, sum, 0);
    Blocks.multiply(false, true, n, n, p * reach, -0.5, solved, 0, g, 0, sum, 0);
    Blocks.symmetrize(n, sum, 0);
    return sum;
  }

  /** Hᵀ into the first n×p of an array. */
  private void transpose(double[] target) {
    for (int k = 0; k < n * p; k++) {
      target[k / p + k % p * n] = h[k];
    }
  }

  /** {@code Aᵀ Λ A}. */
  private double[] congruence(double[] a, double[] middle) {
    double[] half = ColumnMajor.product(false, false, n, n, n, middle, a);
    double[] whole = ColumnMajor.product(true, false, n, n, n, a, half);
    Blocks.symmetrize(n, whole, 0);
    return whole;
  }

  private static void add(double[] sum, double[] part) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += part[i];
    }
  }

  /** The sums of what {@link KalmanGradient} adds at each time; {@code sum} is that of Λ. */
  private void toModel(double[][] targets, double[] ofY, double[] sum) {
    double[] seen = filter.covarianceSeen[from];
    double[] half = ColumnMajor.product(false, false, n, n, n, sum, f);
    Blocks.multiply(false, true, n, n, m, 1, predicted, 0, filter.xSeen, from * n, targets[0], 0);
    Blocks.multiply(false, false, n, n, n, 2, half, 0, seen, 0, targets[0], 0);
    add(targets[2], sum);
    double[] nk = ColumnMajor.product(true, false, n, p, n, f, product(half));
    Blocks.multiply(false, true, p, n, m, -1, ofY, from * p, filter.xSeen, from * n, targets[1], 0);
    double[] weights = new double[p * n];
    Blocks.multiply(false, true, p, n, m, 1, filter.weighted, from * p, moved, 0, weights, 0);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < p; j++) {
        weights[j + i * p] -= 2 * nk[i + j * n];
        targets[1][j + i * p] -= m * gain[j + i * p];
      }
    }
    Blocks.multiply(false, false, p, n, n, 1, weights, 0, seen, 0, targets[1], 0);
    toNoise(targets[3], nk);
  }

  /** {@code Λ F K}, n×p. */
  private double[] product(double[] half) {
    return ColumnMajor.product(false, true, n, p, n, half, gain);
  }

  /** {@code R̄ += −½ m S⁻¹ + ½ Σ u uᵀ − sym(Σ k uᵀ) + Kᵀ N K}. */
  private void toNoise(double[] ofR, double[] nk) {
    double[] r = ColumnMajor.product(false, false, p, p, n, gain, nk);
    int at = from * p;
    Blocks.multiply(false, true, p, p, m, 0.5, filter.weighted, at, filter.weighted, at, r, 0);
    Blocks.multiply(false, true, p, p, m, -1, ofGain, 0, filter.weighted, at, r, 0);
    for (int i = 0; i < p * p; i++) {
      r[i] -= 0.5 * m * inverse[i];
    }
    Blocks.symmetrize(p, r, 0);
    add(ofR, r);
  }
}
