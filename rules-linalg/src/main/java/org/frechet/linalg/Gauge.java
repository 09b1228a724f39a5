package org.frechet.linalg;

import org.frechet.value.Matrix;

/** Whether a cotangent depends on a choice that a decomposition leaves open. */
final class Gauge {

  static final double TOLERANCE = 1e-8;

  private Gauge() {}

  /** Whether the values i and j are one, within rounding. */
  @FunctionalInterface
  interface Repeated {
    boolean test(int i, int j);
  }

  /**
   * K, if it vanishes wherever F is zero. What is within rounding of the terms that it cancels from
   * becomes zero: a small gap would magnify it.
   *
   * @param k the part of a cotangent that is to be divided by gaps
   * @param f the reciprocal gaps, zero for those within rounding
   * @param m what K was made of: the yardstick, since K may be nothing but rounding errors
   * @throws IllDefinedDerivativeException with the size of K there, relative to that of M
   */
  static Matrix invariant(String operation, String choice, Matrix k, Matrix f, Matrix m) {
    double size = largest(m.array());
    double rounding = Math.max(k.rows(), k.columns()) * Math.ulp(1.0) * size;
    double[] cleaned = k.array().clone();
    for (int p = 0; p < cleaned.length; p++) {
      double entry = Math.abs(cleaned[p]);
      if (f.array()[p] == 0 && entry > TOLERANCE * size) {
        throw new IllDefinedDerivativeException(operation, choice, entry / size);
      }
      cleaned[p] = entry <= rounding ? 0 : cleaned[p];
    }
    return Matrix.wrap(k.rows(), k.columns(), cleaned);
  }

  /**
   * Throws if values and vectors of a repeated value are asked about together, unless in a way that
   * weighs them alike, as a trace does.
   *
   * @param gv the cotangent of n values: real parts, imaginary parts
   * @param m the cotangent of the n vectors in their own basis, n×n, column-major
   */
  static void unmixed(String operation, Repeated repeated, double[][] gv, double[][] m) {
    int n = gv[0].length;
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        double dependence = repeated.test(i, j) ? mixture(i, j, gv, m) : 0;
        if (dependence > TOLERANCE) {
          throw mixed(operation, "repeated", dependence);
        }
      }
    }
  }

  /** How much values i and j or their vectors differ in weight, where both have weight at all. */
  private static double mixture(int i, int j, double[][] gv, double[][] m) {
    int n = gv[0].length;
    double ofValues = largest(gv[0], gv[1]);
    double ofVectors = largest(m[0], m[1]);
    double across =
        Math.hypot(m[0][i + j * n] + m[0][j + i * n], m[1][i + j * n] - m[1][j + i * n]);
    double vectors = across + size(m, i * (n + 1)) + size(m, j * (n + 1));
    double values = size(gv, i) + size(gv, j);
    if (vectors <= TOLERANCE * ofVectors || values <= TOLERANCE * ofValues) {
      return 0;
    }
    double apart = Math.hypot(gv[0][i] - gv[0][j], gv[1][i] - gv[1][j]);
    return Math.max(apart / ofValues, across / ofVectors);
  }

  static IllDefinedDerivativeException mixed(String operation, String which, double dependence) {
    return new IllDefinedDerivativeException(
        operation,
        "how a %s value and its vectors vary together (write it as a function of the matrix instead)"
            .formatted(which),
        dependence);
  }

  private static double size(double[][] x, int p) {
    return Math.hypot(x[0][p], x[1][p]);
  }

  /** The largest magnitude of an entry. */
  static double largest(double[]... parts) {
    double largest = 0;
    for (double[] part : parts) {
      for (double entry : part) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    return largest;
  }
}
