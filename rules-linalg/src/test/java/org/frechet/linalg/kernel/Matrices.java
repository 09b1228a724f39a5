package org.frechet.linalg.kernel;

import java.util.Random;

/** Column-major test matrices, naive arithmetic on them, and the distance between two. */
final class Matrices {

  static final double EPS = Math.ulp(1.0);

  private Matrices() {}

  /** The entries of a matrix as one writes them, row by row. */
  static double[] rows(int n, double... entries) {
    return transpose(entries.length / n, n, entries);
  }

  static double[] random(Random random, int rows, int columns) {
    return random.doubles((long) rows * columns, -1, 1).toArray();
  }

  /** A random n×n matrix whose 1-norm is the given one. */
  static double[] ofNorm(Random random, int n, double norm) {
    double[] a = random(random, n, n);
    return scale(norm / ColumnMajor.oneNorm(n, a), a);
  }

  /** A random orthogonal matrix: the product of n reflections. */
  static double[] orthogonal(Random random, int n) {
    double[] q = ColumnMajor.identity(n);
    for (int k = 0; k < n; k++) {
      double[] v = random.doubles(n, -1, 1).toArray();
      double square = 0;
      for (double entry : v) {
        square += entry * entry;
      }
      double[] reflection = ColumnMajor.identity(n);
      for (int p = 0; p < n * n; p++) {
        reflection[p] -= 2 * v[p % n] * v[p / n] / square;
      }
      q = multiply(n, n, n, reflection, q);
    }
    return q;
  }

  static double[] transpose(int m, int n, double[] a) {
    double[] t = new double[a.length];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        t[j + i * n] = a[i + j * m];
      }
    }
    return t;
  }

  static double[] multiply(int m, int k, int n, double[] a, double[] b) {
    double[] c = new double[m * n];
    for (int j = 0; j < n; j++) {
      for (int p = 0; p < k; p++) {
        for (int i = 0; i < m; i++) {
          c[i + j * m] += a[i + p * m] * b[p + j * k];
        }
      }
    }
    return c;
  }

  static double[] scale(double factor, double[] a) {
    double[] c = a.clone();
    for (int p = 0; p < c.length; p++) {
      c[p] *= factor;
    }
    return c;
  }

  /** {@code a + factor b}. */
  static double[] add(double[] a, double factor, double[] b) {
    double[] c = a.clone();
    for (int p = 0; p < c.length; p++) {
      c[p] += factor * b[p];
    }
    return c;
  }

  static double norm(double[] a) {
    double scale = ColumnMajor.maxNorm(a);
    double square = 0;
    for (double entry : a) {
      square += scale == 0 ? 0 : (entry / scale) * (entry / scale);
    }
    return scale * Math.sqrt(square);
  }

  /** {@code ‖a − b‖ / ‖b‖} in the Frobenius norm; 0 where both vanish. */
  static double error(double[] a, double[] b) {
    double difference = norm(add(a, -1, b));
    return difference == 0 ? 0 : difference / norm(b);
  }

  /** The 2×2 block matrix {@code [[a, b], [0, a]]} of n×n blocks. */
  static double[] blockTriangular(int n, double[] a, double[] b) {
    double[] c = new double[4 * n * n];
    for (int j = 0; j < n; j++) {
      System.arraycopy(a, j * n, c, j * 2 * n, n);
      System.arraycopy(b, j * n, c, (j + n) * 2 * n, n);
      System.arraycopy(a, j * n, c, (j + n) * 2 * n + n, n);
    }
    return c;
  }

  /** The upper right quarter of a 2n×2n matrix. */
  static double[] upperRight(int n, double[] c) {
    double[] b = new double[n * n];
    for (int j = 0; j < n; j++) {
      System.arraycopy(c, (j + n) * 2 * n, b, j * n, n);
    }
    return b;
  }
}
