package org.frechet.linalg;

import org.frechet.value.Matrix;

/** Whether a cotangent depends on a choice that a decomposition leaves open. */
final class Gauge {

  private static final double TOLERANCE = 1e-8;

  private Gauge() {}

  /**
   * K itself, if it vanishes wherever F is zero.
   *
   * @param k the part of a cotangent that is to be divided by gaps
   * @param f the reciprocal gaps, zero for those within rounding
   * @param m what K was made of: the yardstick, since K may be nothing but rounding errors
   * @throws IllDefinedDerivativeException with the size of K there, relative to that of M
   */
  static Matrix invariant(String operation, String choice, Matrix k, Matrix f, Matrix m) {
    double dependence = 0;
    for (int p = 0; p < k.size(); p++) {
      if (f.array()[p] == 0) {
        dependence = Math.max(dependence, Math.abs(k.array()[p]));
      }
    }
    double size = 0;
    for (double entry : m.array()) {
      size = Math.max(size, Math.abs(entry));
    }
    if (dependence > TOLERANCE * size) {
      throw new IllDefinedDerivativeException(operation, choice, dependence / size);
    }
    return k;
  }
}
