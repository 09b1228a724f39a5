package org.frechet.linalg.kernel;

/** {@code Σ wᵢ Xᵢ} of arrays, up to four in one pass; a sum of a few is bound by memory alone. */
final class Combination {

  private Combination() {}

  /** The sum of the first {@code count} terms, a new array. */
  static double[] of(int count, double[] w, double[][] x) {
    double[] sum = new double[x[0].length];
    switch (count) {
      case 1 -> set(sum, w[0], x[0]);
      case 2 -> set(sum, w[0], x[0], w[1], x[1]);
      case 3 -> set(sum, w[0], x[0], w[1], x[1], w[2], x[2]);
      default -> set(sum, w[0], x[0], w[1], x[1], w[2], x[2], w[3], x[3]);
    }
    for (int i = 4; i < count; i++) {
      add(sum, w[i], x[i]);
    }
    return sum;
  }

  private static void add(double[] sum, double w, double[] x) {
    for (int p = 0; p < sum.length; p++) {
      sum[p] += w * x[p];
    }
  }

  private static void set(double[] sum, double w, double[] x) {
    for (int p = 0; p < sum.length; p++) {
      sum[p] = w * x[p];
    }
  }

  private static void set(double[] sum, double w, double[] x, double v, double[] y) {
    for (int p = 0; p < sum.length; p++) {
      sum[p] = w * x[p] + v * y[p];
    }
  }

  private static void set(
      double[] sum, double w, double[] x, double v, double[] y, double u, double[] z) {
    for (int p = 0; p < sum.length; p++) {
      sum[p] = w * x[p] + v * y[p] + u * z[p];
    }
  }

  private static void set(
      double[] sum,
      double w0,
      double[] x0,
      double w1,
      double[] x1,
      double w2,
      double[] x2,
      double w3,
      double[] x3) {
    for (int p = 0; p < sum.length; p++) {
      sum[p] = w0 * x0[p] + w1 * x1[p] + w2 * x2[p] + w3 * x3[p];
    }
  }
}
