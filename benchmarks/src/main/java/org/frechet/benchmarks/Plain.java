package org.frechet.benchmarks;

import org.frechet.kernel.Kernels;
import org.frechet.linalg.kernel.LuFactors;

/** Linear algebra by hand, on column-major arrays: what the derivatives are measured against. */
final class Plain {

  private Plain() {}

  static double[] transpose(int n, double[] a) {
    double[] t = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        t[j + i * n] = a[i + j * n];
      }
    }
    return t;
  }

  /** {@code α op(A) op(B)} of n×n matrices. */
  static double[] product(boolean ta, boolean tb, int n, double alpha, double[] a, double[] b) {
    double[] c = new double[n * n];
    Kernels.best().multiply(ta, tb, n, n, n, alpha, a, 0, n, b, 0, n, c, 0, n);
    return c;
  }

  static double[] inverse(int n, double[] a) {
    double[] x = new double[n * n];
    for (int i = 0; i < n; i++) {
      x[i * (n + 1)] = 1;
    }
    LuFactors.of(n, a).solve(n, x);
    return x;
  }

  static double sum(double[] a) {
    double sum = 0;
    for (double entry : a) {
      sum += entry;
    }
    return sum;
  }
}
