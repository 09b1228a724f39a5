package org.frechet.linalg.kernel;

import java.util.Arrays;

/**
 * {@code A = Q H Qᵀ} with an upper Hessenberg {@code H} and an orthogonal {@code Q}, by Householder
 * reflections (Golub and Van Loan, Matrix Computations, 4th edition, Algorithm 7.4.2; {@code Q} by
 * backward accumulation, section 5.1.6). 14n³/3 flops, in whole columns.
 */
final class Hessenberg {

  private final int n;
  private final double[] a;
  private final double[] q;
  private final double[] v;
  private final double[] w;

  private Hessenberg(int n, double[] a, double[] q) {
    this.n = n;
    this.a = a;
    this.q = q;
    this.v = new double[n];
    this.w = new double[n];
  }

  /** Overwrites the n×n {@code a} with {@code H}, and {@code q}, the identity before, with Q. */
  static void reduce(int n, double[] a, double[] q) {
    new Hessenberg(n, a, q).reduce();
  }

  private void reduce() {
    double[] tau = new double[n];
    for (int k = 0; k < n - 2; k++) {
      tau[k] = annihilate(k);
      if (tau[k] != 0) {
        load(k);
        reflectFromLeft(a, k + 1, tau[k]);
        reflectFromRight(k + 1, tau[k]);
      }
    }
    for (int k = n - 3; k >= 0; k--) {
      if (tau[k] != 0) {
        load(k);
        reflectFromLeft(q, k + 1, tau[k]);
      }
      for (int i = k + 2; i < n; i++) {
        a[i + k * n] = 0;
      }
    }
  }

  /**
   * Makes column k the first column of {@code (I − τ v vᵀ)}'s image: the subdiagonal entry becomes
   * ∓‖x‖ and the rest of {@code v}, whose first entry is 1, takes the place of the zeros.
   *
   * @return τ, or 0 where the column has its zeros already
   */
  private double annihilate(int k) {
    int first = k + 1 + k * n;
    int end = n + k * n;
    double scale = 0;
    for (int p = first + 1; p < end; p++) {
      scale = Math.max(scale, Math.abs(a[p]));
    }
    if (scale == 0) {
      return 0;
    }
    scale = Math.max(scale, Math.abs(a[first]));
    double square = 0;
    for (int p = first; p < end; p++) {
      square += (a[p] / scale) * (a[p] / scale);
    }
    // The sign is chosen so that nothing cancels in alpha − beta.
    double alpha = a[first] / scale;
    double beta = -Math.copySign(Math.sqrt(square), alpha);
    for (int p = first + 1; p < end; p++) {
      a[p] = a[p] / scale / (alpha - beta);
    }
    a[first] = beta * scale;
    return (beta - alpha) / beta;
  }

  private void load(int k) {
    v[k + 1] = 1;
    System.arraycopy(a, k + 2 + k * n, v, k + 2, n - k - 2);
  }

  /** {@code (I − τ v vᵀ) B} on the columns from {@code first}, with v zero above it. */
  private void reflectFromLeft(double[] b, int first, double tau) {
    for (int j = first; j < n; j++) {
      int column = j * n;
      double dot = 0;
      for (int i = first; i < n; i++) {
        dot += v[i] * b[column + i];
      }
      dot *= tau;
      for (int i = first; i < n; i++) {
        b[column + i] -= dot * v[i];
      }
    }
  }

  /** {@code A (I − τ v vᵀ)}, with v zero above {@code first}. */
  private void reflectFromRight(int first, double tau) {
    Arrays.fill(w, 0);
    for (int j = first; j < n; j++) {
      int column = j * n;
      for (int i = 0; i < n; i++) {
        w[i] += v[j] * a[column + i];
      }
    }
    for (int j = first; j < n; j++) {
      int column = j * n;
      double factor = tau * v[j];
      for (int i = 0; i < n; i++) {
        a[column + i] -= factor * w[i];
      }
    }
  }
}
