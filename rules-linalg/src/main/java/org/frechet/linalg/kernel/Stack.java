package org.frechet.linalg.kernel;

/**
 * Several n×n matrices in one array that is multiplied as a whole: column k of every one, then
 * column k + 1 of every one. With m of them, it is the n×nm matrix of all columns for a factor on
 * the left, and the nm×n matrix of all rows for a factor on the right, both column-major. A stack of
 * one is the matrix.
 */
final class Stack {

  /** The numbers of a stack: more leave the cache, and gain nothing for large matrices. */
  private static final int LARGEST = 1 << 13;

  private Stack() {}

  /** How many n×n matrices are worth stacking. */
  static int height(int n) {
    return Math.max(1, LARGEST / Math.max(1, n * n));
  }

  /** Stacks the matrices. */
  static double[] of(int n, double[][] matrices) {
    int m = matrices.length;
    double[] stack = new double[n * n * m];
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < n; k++) {
        System.arraycopy(matrices[j], n * k, stack, n * (j + m * k), n);
      }
    }
    return stack;
  }

  /** Matrix j of a stack of m. */
  static double[] get(int n, int m, int j, double[] stack) {
    double[] matrix = new double[n * n];
    for (int k = 0; k < n; k++) {
      System.arraycopy(stack, n * (j + m * k), matrix, n * k, n);
    }
    return matrix;
  }
}
