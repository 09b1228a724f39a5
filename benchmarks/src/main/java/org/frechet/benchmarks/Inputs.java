package org.frechet.benchmarks;

import java.util.Arrays;
import java.util.Random;
import org.frechet.Differentiation;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;

/** What the benchmarks share: seeded arrays, and the tokens. */
final class Inputs {

  static final Differentiation DI = Differentiation.standard();
  static final AutoForward FORWARD = new AutoForward();
  static final AutoReverse REVERSE = new AutoReverse();
  static final AutoFiniteDiff DIFFERENCES = new AutoFiniteDiff();

  private Inputs() {}

  /** n×n normal numbers with a spectral radius of about 1. */
  static double[] normal(int n, long seed) {
    Random random = new Random(seed);
    double[] a = new double[n * n];
    Arrays.setAll(a, i -> random.nextGaussian() / Math.sqrt(n));
    return a;
  }

  /** As {@link #normal}, moved by {@code shift} times the identity. */
  static double[] shifted(int n, long seed, double shift) {
    double[] a = normal(n, seed);
    for (int i = 0; i < n; i++) {
      a[i * (n + 1)] += shift;
    }
    return a;
  }

  /**
   * A matrix of its own for each call: what is kept with a value (factors, powers) would otherwise
   * be measured as if it cost nothing.
   */
  static Matrix fresh(int n, double[] entries) {
    return Matrix.wrap(n, n, entries);
  }

  /** Two ways of computing something must agree. */
  static void requireEqual(double[] x, double[] y) {
    for (int i = 0; i < Math.max(x.length, y.length); i++) {
      if (!(Math.abs(x[i] - y[i]) <= 1e-9 * (1 + Math.abs(x[i])))) {
        throw new IllegalStateException(i + ": " + x[i] + " and " + y[i] + " differ");
      }
    }
  }
}
