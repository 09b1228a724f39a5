package org.frechet.kernel;

/**
 * Loops over columns that have arrays of their own and share one index, which is the form that C2
 * vectorises.
 *
 * <p>Multiply and subtract are rounded separately here, not fused: elimination then meets exact
 * zeros in the usual small singular matrices, such as one row being three times another.
 */
final class PlainColumns {

  private PlainColumns() {}

  /** {@code y ← y − t x} between two indices. */
  static void subtract(double[] y, double t, double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] -= t * x[i];
    }
  }

  /** {@code y ← y − t x − u z}: half the loads and stores of two steps. */
  static void subtract(double[] y, double t, double[] x, double u, double[] z) {
    for (int i = 0; i < y.length; i++) {
      y[i] = y[i] - t * x[i] - u * z[i];
    }
  }

  /** {@code y ← y / d} between two indices; no reciprocal, which is infinite for a subnormal d. */
  static void divide(double[] y, double d, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] /= d;
    }
  }
}
