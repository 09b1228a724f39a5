package org.frechet.linalg.kernel;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues, eigenvectors and their inverse of a real n×n matrix: back substitution in the
 * complex triangular form that its real Schur form turns into (Golub and Van Loan, Matrix
 * Computations, 4th edition, 7.6.4), in definite order and scale. Complex arrays are pairs of real
 * ones, column-major. Immutable and safe to share between threads, if nobody writes to its arrays.
 *
 * @param values λ, by ascending real part, conjugates adjacent, the positive imaginary part first
 * @param vectors V: columns of 2-norm one whose largest entry is real and positive
 * @param inverse V⁻¹
 * @param cosine the smallest reciprocal condition number of an eigenvalue; not finite or tiny for a
 *     defective matrix
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
public record EigenvectorBasis(
    double[][] values, double[][] vectors, double[][] inverse, double cosine) {

  private static final double TIE = 1e-10;

  /** The basis, from the real Schur form of the matrix. About 20n³ flops. */
  public static EigenvectorBasis of(RealSchur schur) {
    int n = schur.n();
    int[] order = order(schur);
    ComplexTriangle triangle = ComplexTriangle.of(schur);
    double[][] v = columns(n, order, triangle.eigenvectors());
    double[][] w = rows(n, order, triangle.inverseEigenvectors());
    double[][] values = sortedValues(schur);
    double cosine = 1;
    for (int j = 0; j < n; j++) {
      cosine = Math.min(cosine, normalize(n, j, v, w));
      makeReal(n, j, values[1], v, w);
    }
    return new EigenvectorBasis(values, v, w, cosine);
  }

  /** Re λ and Im λ in their order. */
  public static double[][] sortedValues(RealSchur schur) {
    int[] order = order(schur);
    return new double[][] {
      IntStream.of(order).mapToDouble(schur::re).toArray(),
      IntStream.of(order).mapToDouble(schur::im).toArray()
    };
  }

  /**
   * Where in column j the entry of largest magnitude is: the first that has it, within rounding.
   */
  public static int largest(int n, int j, double[] re, double[] im) {
    double largest = 0;
    for (int p = j * n; p < (j + 1) * n; p++) {
      largest = Math.max(largest, Math.hypot(re[p], im[p]));
    }
    int first = j * n;
    while (Math.hypot(re[first], im[first]) < (1 - TIE) * largest) {
      first++;
    }
    return first;
  }

  private static int[] order(RealSchur schur) {
    return IntStream.range(0, schur.n())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(schur::re)
                .thenComparingDouble(i -> Math.abs(schur.im(i)))
                .thenComparingDouble(i -> -schur.im(i)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[][] columns(int n, int[] order, double[][] x) {
    double[][] y = new double[2][n * n];
    for (int j = 0; j < n; j++) {
      System.arraycopy(x[0], order[j] * n, y[0], j * n, n);
      System.arraycopy(x[1], order[j] * n, y[1], j * n, n);
    }
    return y;
  }

  private static double[][] rows(int n, int[] order, double[][] x) {
    double[][] y = new double[2][n * n];
    for (int p = 0; p < n * n; p++) {
      y[0][p] = x[0][order[p % n] + p / n * n];
      y[1][p] = x[1][order[p % n] + p / n * n];
    }
    return y;
  }

  /** Divides column j of V by z, multiplies row j of V⁻¹ by z; returns 1 / (‖w‖ ‖v‖). */
  private static double normalize(int n, int j, double[][] v, double[][] w) {
    double norm = 0;
    for (int p = j * n; p < (j + 1) * n; p++) {
      norm = Math.hypot(norm, Math.hypot(v[0][p], v[1][p]));
    }
    int largest = largest(n, j, v[0], v[1]);
    double modulus = Math.hypot(v[0][largest], v[1][largest]);
    double cos = v[0][largest] / modulus;
    double sin = v[1][largest] / modulus;
    double inverse = 0;
    for (int i = 0; i < n; i++) {
      turn(v, i + j * n, cos, -sin, 1 / norm);
      turn(w, j + i * n, cos, sin, norm);
      inverse = Math.hypot(inverse, Math.hypot(w[0][j + i * n], w[1][j + i * n]));
    }
    v[1][largest] = 0;
    return 1 / inverse;
  }

  private static void turn(double[][] x, int p, double cos, double sin, double factor) {
    double re = (x[0][p] * cos - x[1][p] * sin) * factor;
    x[1][p] = (x[0][p] * sin + x[1][p] * cos) * factor;
    x[0][p] = re;
  }

  /** Vectors of a real eigenvalue are real; those of a conjugate are conjugates. */
  private static void makeReal(int n, int j, double[] im, double[][] v, double[][] w) {
    for (int i = 0; i < n && im[j] == 0; i++) {
      v[1][i + j * n] = 0;
      w[1][j + i * n] = 0;
    }
    for (int i = 0; i < n && im[j] < 0; i++) {
      v[0][i + j * n] = v[0][i + (j - 1) * n];
      v[1][i + j * n] = -v[1][i + (j - 1) * n];
      w[0][j + i * n] = w[0][j - 1 + i * n];
      w[1][j + i * n] = -w[1][j - 1 + i * n];
    }
  }
}
