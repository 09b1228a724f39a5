package org.frechet.linalg.kernel;

import java.util.List;
import java.util.function.Supplier;

/** {@code Σ wᵢ Xᵢ} of arrays, up to four in one pass; a sum of a few is bound by memory alone. */
final class Combination {

  private Combination() {}

  /**
   * The coefficient at {@code s} of {@code Σ wᵢ Xᵢ} in the {@link HyperdualAlgebra} of n×n
   * matrices, in an array that the target gives, or null for zero. A term that is null is the
   * identity, a coefficient that is null 0.
   */
  static double[] ofCoefficients(
      int n, int s, double[] weights, List<double[][]> terms, Supplier<double[]> target) {
    double[] w = new double[terms.size()];
    double[][] x = new double[terms.size()][];
    int count = 0;
    double diagonal = 0;
    for (int i = 0; i < terms.size(); i++) {
      double[][] term = terms.get(i);
      if (term == null) {
        diagonal += s == 0 ? weights[i] : 0;
      } else if (term[s] != null) {
        w[count] = weights[i];
        x[count++] = term[s];
      }
    }
    double[] sum = count == 0 ? null : set(target.get(), count, w, x);
    return diagonal == 0 ? sum : addToDiagonal(n, diagonal, sum == null ? new double[n * n] : sum);
  }

  /** {@code X + d I}, in place. */
  static double[] addToDiagonal(int n, double diagonal, double[] sum) {
    for (int p = 0; p < sum.length; p += n + 1) {
      sum[p] += diagonal;
    }
    return sum;
  }

  /**
   * Writes the sum of the first {@code count} terms to an array, which may be one of the first four
   * of them, and returns it.
   */
  static double[] set(double[] sum, int count, double[] w, double[][] x) {
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
