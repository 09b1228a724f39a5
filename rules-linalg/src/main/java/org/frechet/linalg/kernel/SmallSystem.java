package org.frechet.linalg.kernel;

/**
 * A linear system of one, two or four unknowns, solved by Gaussian elimination with complete
 * pivoting (Golub and Van Loan, Matrix Computations, 4th edition, section 3.4.8). A place to work
 * in, filled anew for each system; for one thread.
 */
final class SmallSystem {

  private static final int LARGEST = 4;

  /** Entry (i, j) at {@code i + 4j}. */
  private final double[] matrix = new double[LARGEST * LARGEST];

  private final double[] right = new double[LARGEST];
  private final double[] solution = new double[LARGEST];
  private final int[] unknown = new int[LARGEST];

  void setCoefficient(int i, int j, double value) {
    matrix[i + j * LARGEST] = value;
  }

  void setRight(int i, double value) {
    right[i] = value;
  }

  double solution(int i) {
    return solution[i];
  }

  /**
   * Solves the leading system of the size.
   *
   * @return the smallest pivot in absolute value; where it is 0, there is no solution
   */
  double solve(int size) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      unknown[k] = k;
    }
    for (int k = 0; k < size; k++) {
      double pivot = Math.abs(pivot(k, size));
      if (pivot == 0) {
        return 0;
      }
      // Written so that a NaN stays.
      smallest = Math.min(smallest, pivot);
      eliminate(k, size);
    }
    for (int k = size - 1; k >= 0; k--) {
      double sum = right[k];
      for (int j = k + 1; j < size; j++) {
        sum -= matrix[k + j * LARGEST] * solution[unknown[j]];
      }
      solution[unknown[k]] = sum / matrix[k + k * LARGEST];
    }
    return smallest;
  }

  /** Brings the largest entry that remains to (k, k), and returns it. */
  private double pivot(int k, int size) {
    int row = k;
    int column = k;
    double largest = 0;
    for (int j = k; j < size; j++) {
      for (int i = k; i < size; i++) {
        if (Math.abs(matrix[i + j * LARGEST]) > largest) {
          largest = Math.abs(matrix[i + j * LARGEST]);
          row = i;
          column = j;
        }
      }
    }
    swapRows(k, row, size);
    swapColumns(k, column, size);
    return matrix[k + k * LARGEST];
  }

  private void swapRows(int k, int row, int size) {
    for (int j = k; j < size && row != k; j++) {
      swap(matrix, k + j * LARGEST, row + j * LARGEST);
    }
    swap(right, k, row);
  }

  private void swapColumns(int k, int column, int size) {
    for (int i = 0; i < size && column != k; i++) {
      swap(matrix, i + k * LARGEST, i + column * LARGEST);
    }
    int held = unknown[k];
    unknown[k] = unknown[column];
    unknown[column] = held;
  }

  private static void swap(double[] a, int p, int q) {
    double held = a[p];
    a[p] = a[q];
    a[q] = held;
  }

  private void eliminate(int k, int size) {
    for (int i = k + 1; i < size; i++) {
      double factor = matrix[i + k * LARGEST] / matrix[k + k * LARGEST];
      right[i] -= factor * right[k];
      for (int j = k + 1; j < size; j++) {
        matrix[i + j * LARGEST] -= factor * matrix[k + j * LARGEST];
      }
    }
  }
}
