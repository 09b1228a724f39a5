package org.frechet.linalg.kernel;

/**
 * Several n×n matrices in one array that is multiplied as a whole: entry (0, 0) of every one, then
 * entry (1, 0) of every one, column by column. With m of them it is an nm×n matrix for a factor on
 * the right, and n matrices of m×n for a factor on the left, which is transposed then: all loops
 * are long, and along columns. A stack of one is the matrix.
 */
final class Stack {

  /** The numbers of a stack: larger ones leave the cache. */
  private static final int LARGEST = 1 << 14;

  /** With fewer matrices the loops are too short. */
  private static final int FEWEST = 8;

  /** Products of larger matrices are fast as they are. */
  private static final int LARGEST_ORDER = 20;

  private Stack() {}

  /**
   * How many n×n matrices to put in each stack, of so many in all; 1 where stacking does not pay.
   */
  static int height(int n, int matrices) {
    if (n < 2 || n > LARGEST_ORDER || matrices < FEWEST) {
      return 1;
    }
    int highest = LARGEST / (n * n);
    int stacks = (matrices + highest - 1) / highest;
    return (matrices + stacks - 1) / stacks;
  }

  /** Stacks the matrices. */
  static double[] of(double[][] matrices) {
    int m = matrices.length;
    double[] stack = new double[m * matrices[0].length];
    for (int j = 0; j < m; j++) {
      double[] matrix = matrices[j];
      for (int p = 0; p < matrix.length; p++) {
        stack[j + m * p] = matrix[p];
      }
    }
    return stack;
  }

  /** Matrix j of a stack of m. */
  static double[] get(int m, int j, double[] stack) {
    double[] matrix = new double[stack.length / m];
    for (int p = 0; p < matrix.length; p++) {
      matrix[p] = stack[j + m * p];
    }
    return matrix;
  }

  /** {@code C ← C + weight A B} for a matrix A and stacks B and C. */
  static void addProduct(int n, double weight, double[] a, double[] b, double[] c) {
    int m = b.length / a.length;
    for (int k = 0; k < n; k++) {
      int column = m * n * k;
      ColumnMajor.KERNELS.multiply(
          false, true, m, n, n, weight, b, column, m, a, 0, n, c, column, m);
    }
  }
}
