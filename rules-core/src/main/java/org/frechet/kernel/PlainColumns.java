package org.frechet.kernel;

/**
 * Loops over columns that have arrays of their own and share one index, which is the form that C2
 * vectorises.
 *
 * <p>Where they subtract, multiplications are rounded separately, not fused: elimination then meets
 * exact zeros in the usual small singular matrices, such as one row being three times another.
 */
final class PlainColumns {

  private PlainColumns() {}

  /** {@code y ← y − t x} between two indices. */
  static void subtract(double[] y, double t, double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] -= t * x[i];
    }
  }

  /** {@code y ← y − t x − u z} from an index on: half the loads and stores of two steps. */
  static void subtract(double[] y, double t, double[] x, double u, double[] z, int from) {
    for (int i = from; i < y.length; i++) {
      y[i] = y[i] - t * x[i] - u * z[i];
    }
  }

  /**
   * {@code (y, z) ← (y − t₀ x₀ − t₁ x₁, z − u₀ x₀ − u₁ x₁)} from an index on: the largest body that
   * is vectorised everywhere.
   */
  static void subtract(
      double[] y,
      double t0,
      double t1,
      double[] z,
      double u0,
      double u1,
      double[] x0,
      double[] x1,
      int from) {
    for (int i = from; i < y.length; i++) {
      double s0 = x0[i];
      double s1 = x1[i];
      y[i] = y[i] - t0 * s0 - t1 * s1;
      z[i] = z[i] - u0 * s0 - u1 * s1;
    }
  }

  /** Entry p + 1 of {@code y − y[p] x}, which is also stored. */
  static double substitute(double[] y, int p, double[] x) {
    y[p + 1] -= y[p] * x[p + 1];
    return y[p + 1];
  }

  /** {@code y ← y / d} between two indices; no reciprocal, which is infinite for a subnormal d. */
  static void divide(double[] y, double d, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] /= d;
    }
  }

  /** {@code y ← y + t x}. */
  static void add(double[] y, double t, double[] x) {
    for (int i = 0; i < y.length; i++) {
      y[i] = PlainProduct.fma(x[i], t, y[i]);
    }
  }

  /** {@code y ← y + t₀ x₀ + t₁ x₁}. */
  static void add(double[] y, double t0, double[] x0, double t1, double[] x1) {
    for (int i = 0; i < y.length; i++) {
      y[i] = PlainProduct.fma(x1[i], t1, PlainProduct.fma(x0[i], t0, y[i]));
    }
  }

  /** {@code (y, z) ← (y + t₀ x₀ + t₁ x₁, z + u₀ x₀ + u₁ x₁)}, in the first entries. */
  static void add(
      double[] y,
      double[] z,
      double[] x0,
      double[] x1,
      double t0,
      double t1,
      double u0,
      double u1,
      int entries) {
    for (int i = 0; i < entries; i++) {
      double s0 = x0[i];
      double s1 = x1[i];
      y[i] = PlainProduct.fma(s1, t1, PlainProduct.fma(s0, t0, y[i]));
      z[i] = PlainProduct.fma(s1, u1, PlainProduct.fma(s0, u0, z[i]));
    }
  }
}
