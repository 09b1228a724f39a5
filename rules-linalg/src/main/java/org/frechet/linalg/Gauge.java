package org.frechet.linalg;

import org.frechet.rule.TernaryRules;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/**
 * Whether a derivative depends on a choice that a decomposition leaves open: the checks of all
 * decompositions, each as a primitive that passes its first argument on.
 */
final class Gauge {

  static final double TOLERANCE = 1e-8;

  /** A tangent is an input: what is not rounding in it must not be dropped. */
  private static final double COUPLING = 1e-12;

  private Gauge() {}

  /** K, for {@code (K, F, M)}, or an exception. */
  @FunctionalInterface
  interface Check {

    /** For what does not depend on what vanishing gaps leave open. */
    Check NONE = (k, f, m) -> k;

    Matrix apply(Matrix k, Matrix f, Matrix m);
  }

  /** Whether the values i and j are one, within rounding. */
  @FunctionalInterface
  interface Repeated {
    boolean test(int i, int j);
  }

  /**
   * For {@code (K, F, M)}: K, if it vanishes wherever F is zero. K is the part of a cotangent that
   * is to be divided by gaps, F the reciprocal gaps, zero for those within rounding, and M what K
   * was made of: the yardstick, since K may be nothing but rounding errors.
   *
   * @param choice what the derivative depends on if K does not vanish there
   */
  static Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> ofCotangent(
      String operation, String choice) {
    return Primitive.ternary(
        "gauge invariance of " + operation,
        (k, f, m) -> {
          double dependence = dependence(k, f, m);
          if (dependence > TOLERANCE) {
            throw IllDefinedDerivativeException.ofCotangent(operation, choice, dependence);
          }
          return cleared(k, m);
        });
  }

  /**
   * For {@code (K, F, M)}: K, if it vanishes wherever F is zero, and else undefined: the values
   * that belong to the vectors may still have a derivative. K is what a tangent M couples.
   *
   * @param coupled what K couples where F is zero
   * @param advice what to write instead
   */
  static Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> ofTangent(
      String operation, String coupled, String advice) {
    return Primitive.ternary(
        "coupling within " + operation,
        (k, f, m) -> {
          double dependence = dependence(k, f, m);
          return dependence > COUPLING
              ? Matrix.undefined(
                  k.rows(),
                  k.columns(),
                  () ->
                      IllDefinedDerivativeException.ofTangent(
                          operation, coupled, advice, dependence))
              : cleared(k, m);
        });
  }

  /** A check passes its first argument on, and is constant in the others. */
  static <A, B, C> void declare(TernaryRules<A, B, C, A> check) {
    check.first((y, k, f, m, dk) -> dk, (y, k, f, m, gy) -> gy);
    check.second().zero();
    check.third().zero();
  }

  /** How large K is where F is zero, relative to M. */
  private static double dependence(Matrix k, Matrix f, Matrix m) {
    double size = largest(m.array());
    double worst = 0;
    for (int p = 0; p < k.size(); p++) {
      worst = f.array()[p] == 0 ? Math.max(worst, Math.abs(k.array()[p])) : worst;
    }
    return worst == 0 ? 0 : worst / size;
  }

  /**
   * K without what is within rounding of the terms that it cancels from: a gap would magnify it.
   */
  private static Matrix cleared(Matrix k, Matrix m) {
    double rounding = Math.max(k.rows(), k.columns()) * Math.ulp(1.0) * largest(m.array());
    double[] entries = k.array().clone();
    for (int p = 0; p < entries.length; p++) {
      entries[p] = Math.abs(entries[p]) <= rounding ? 0 : entries[p];
    }
    return Matrix.wrap(k.rows(), k.columns(), entries);
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
    return IllDefinedDerivativeException.ofCotangent(
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
