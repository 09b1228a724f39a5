package org.frechet.kernel;

import java.util.Arrays;

/**
 * Several n×n matrices that are multiplied by the same matrices: an array for each entry, with that
 * entry of every one. So the loops run along the stack, over separate arrays, and are vectorised
 * where those of single small matrices are not. Mutable, for one thread.
 */
public final class MatrixStack {

  private final int n;
  private final int height;

  /** Column-major. */
  private final double[][] entries;

  /** As many n×n zero matrices as the height says. */
  public MatrixStack(int n, int height) {
    this.n = n;
    this.height = height;
    this.entries = new double[n * n][];
    for (int p = 0; p < entries.length; p++) {
      entries[p] = new double[height]; // the JIT has no fast way to make all at once
    }
  }

  /** A stack of copies of n×n column-major matrices. */
  public static MatrixStack of(int n, double[][] matrices) {
    MatrixStack stack = new MatrixStack(n, matrices.length);
    for (int j = 0; j < matrices.length; j++) {
      double[] matrix = matrices[j];
      stack.requireOrder(matrix);
      for (int p = 0; p < matrix.length; p++) {
        stack.entries[p][j] = matrix[p];
      }
    }
    return stack;
  }

  /** How many matrices there are. */
  public int height() {
    return height;
  }

  /** A copy of matrix j, column-major. */
  public double[] get(int j) {
    double[] matrix = new double[n * n];
    for (int p = 0; p < matrix.length; p++) {
      matrix[p] = entries[p][j];
    }
    return matrix;
  }

  /** The array of entry p, in column-major order, of every matrix; not a copy. */
  public double[] entry(int p) {
    return entries[p];
  }

  /** Makes all matrices zero. */
  public void clear() {
    for (double[] entry : entries) {
      Arrays.fill(entry, 0);
    }
  }

  /**
   * {@code C ← C + α A B} for each B of another stack like this. 2n³ flops for each.
   *
   * @throws IllegalArgumentException if the matrix is not n×n, or the stack not like this
   */
  public void addProduct(double alpha, double[] a, MatrixStack b) {
    requireOrder(a);
    requireLike(b);
    for (int j = 0; j < n; j++) {
      Lines lines = new Lines(alpha, b.entries, j * n, 1, a, n);
      for (int i = 0; i + 1 < n; i += 2) {
        lines.addTo(entries[i + j * n], i, entries[i + 1 + j * n], i + 1);
      }
      if (n % 2 == 1) {
        lines.addTo(entries[n - 1 + j * n], n - 1, n);
      }
    }
  }

  /**
   * {@code C ← C + α A B} for each A of another stack like this. 2n³ flops for each.
   *
   * @throws IllegalArgumentException if the matrix is not n×n, or the stack not like this
   */
  public void addProduct(double alpha, MatrixStack a, double[] b) {
    requireOrder(b);
    requireLike(a);
    for (int i = 0; i < n; i++) {
      Lines lines = new Lines(alpha, a.entries, i, n, b, 1);
      for (int j = 0; j + 1 < n; j += 2) {
        lines.addTo(entries[i + j * n], j * n, entries[i + j * n + n], j * n + n);
      }
      if (n % 2 == 1) {
        lines.addTo(entries[i + n * n - n], n * n - n, n);
      }
    }
  }

  /** {@code B ← B U⁻¹} for the upper triangle U of an n×n matrix. n³ flops for each. */
  public void divideByUpper(double[] t) {
    requireOrder(t);
    for (int i = 0; i < n; i++) {
      Lines lines = new Lines(-1, entries, i, n, t, 1);
      for (int j = 0; j < n; j++) {
        lines.addTo(entries[i + j * n], j * n, j);
        PlainColumns.divide(entries[i + j * n], t[j * (n + 1)], 0, height);
      }
    }
  }

  /** {@code B ← B L⁻¹} for the triangle below the unit diagonal of L. n³ flops for each. */
  public void divideByUnitLower(double[] t) {
    requireOrder(t);
    for (int i = 0; i < n; i++) {
      for (int j = n - 2; j >= 0; j--) {
        Lines lines = new Lines(-1, entries, i + (j + 1) * n, n, t, 1);
        lines.addTo(entries[i + j * n], j + 1 + j * n, n - 1 - j);
      }
    }
  }

  /** Exchanges two columns of every matrix. */
  public void swapColumns(int j, int k) {
    for (int i = 0; i < n && j != k; i++) {
      double[] held = entries[i + j * n];
      entries[i + j * n] = entries[i + k * n];
      entries[i + k * n] = held;
    }
  }

  private void requireOrder(double[] matrix) {
    if (matrix.length != n * n) {
      throw new IllegalArgumentException(
          "a stack of %d×%d matrices meets one of %d entries".formatted(n, n, matrix.length));
    }
  }

  private void requireLike(MatrixStack other) {
    if (other.n != n || other.height != height) {
      throw new IllegalArgumentException(
          "a stack of %d %d×%d matrices meets one of %d %d×%d"
              .formatted(height, n, n, other.height, other.n, other.n));
    }
  }

  /** A row or a column of the matrices, {@code x₀, x₁, …}, to be combined with weights. */
  private final class Lines {
    private final double alpha;
    private final double[][] x;
    private final int first;
    private final int step;
    private final double[] weights;
    private final int next;

    /** With the array of {@code x_p} at {@code first + p step}, and weights that far apart. */
    Lines(double alpha, double[][] x, int first, int step, double[] weights, int next) {
      this.alpha = alpha;
      this.x = x;
      this.first = first;
      this.step = step;
      this.weights = weights;
      this.next = next;
    }

    /** {@code y ← y + α Σ w_p x_p} and the same of z, with weights from those two on. */
    void addTo(double[] y, int t, double[] z, int u) {
      int p = 0;
      for (; p + 1 < n; p += 2) {
        double t0 = alpha * weights[t + p * next];
        double t1 = alpha * weights[t + (p + 1) * next];
        double u0 = alpha * weights[u + p * next];
        double u1 = alpha * weights[u + (p + 1) * next];
        PlainColumns.add(y, z, x(p), x(p + 1), t0, t1, u0, u1, height);
      }
      if (p < n) {
        PlainColumns.add(y, alpha * weights[t + p * next], x(p));
        PlainColumns.add(z, alpha * weights[u + p * next], x(p));
      }
    }

    /** {@code y ← y + α Σ w_p x_p} of so many terms, with weights from there on. */
    void addTo(double[] y, int t, int terms) {
      int p = 0;
      for (; p + 1 < terms; p += 2) {
        double t0 = alpha * weights[t + p * next];
        double t1 = alpha * weights[t + (p + 1) * next];
        PlainColumns.add(y, t0, x(p), t1, x(p + 1));
      }
      if (p < terms) {
        PlainColumns.add(y, alpha * weights[t + p * next], x(p));
      }
    }

    private double[] x(int p) {
      return x[first + p * step];
    }
  }
}
