package org.frechet.testkit;

import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/** Small helpers for references in plain arrays. */
final class Reference {

  private Reference() {}

  static double[][] zeros(int rows, int columns) {
    return new double[rows][columns];
  }

  static double[][] diagonal(double... entries) {
    double[][] d = new double[entries.length][entries.length];
    for (int i = 0; i < entries.length; i++) {
      d[i][i] = entries[i];
    }
    return d;
  }

  static double[][] row(double... entries) {
    return new double[][] {entries};
  }

  static double[][] column(double... entries) {
    double[][] column = new double[entries.length][1];
    for (int i = 0; i < entries.length; i++) {
      column[i][0] = entries[i];
    }
    return column;
  }

  /** One matrix above the other. */
  static double[][] above(double[][] a, double[][] b) {
    double[][] both = new double[a.length + b.length][];
    System.arraycopy(a, 0, both, 0, a.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** A ⊗ B. */
  static double[][] kron(double[][] a, double[][] b) {
    int m = b.length;
    int n = m == 0 ? 0 : b[0].length;
    double[][] k = new double[a.length * m][(a.length == 0 ? 0 : a[0].length) * n];
    for (int i = 0; i < k.length; i++) {
      for (int j = 0; j < k[i].length; j++) {
        k[i][j] = a[i / m][j / n] * b[i % m][j % n];
      }
    }
    return k;
  }

  static double[][] plus(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i].clone();
      for (int j = 0; j < sum[i].length; j++) {
        sum[i][j] += b[i][j];
      }
    }
    return sum;
  }

  static double[][] transpose(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < t.length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  /** The numbers that scenarios are made of: none is zero, and no two are the same. */
  static double number(int i) {
    return Math.sin(1.7 * i + 0.4) + (Math.sin(1.7 * i + 0.4) < 0 ? -0.2 : 0.2);
  }

  static Scalar scalar(int first) {
    return Scalar.of(number(first));
  }

  static Vector vector(int size, int first) {
    return Vector.of(numbers(size, first));
  }

  static Matrix matrix(int rows, int columns, int first) {
    return Matrix.of(rows, columns, numbers(rows * columns, first));
  }

  private static double[] numbers(int size, int first) {
    double[] numbers = new double[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = number(first + i);
    }
    return numbers;
  }
}
