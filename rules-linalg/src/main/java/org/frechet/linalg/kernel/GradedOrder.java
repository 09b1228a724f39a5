package org.frechet.linalg.kernel;

import java.util.stream.IntStream;

/**
 * The order of rows and columns in which a QR iteration serves a graded matrix, {@code aᵢⱼ ≈ dᵢ
 * dⱼ}: from large to small. Then each eigenvalue is as accurate as its own size permits; from small
 * to large, the small ones drown in the rounding of the large ones (Stewart, Matrix Algorithms II:
 * Eigensystems, SIAM 2001, on graded matrices). A permutation is exact.
 */
final class GradedOrder {

  /** What differs in size by less than this is left in its order. */
  private static final double WORTHWHILE = 16;

  private GradedOrder() {}

  /** The indices of rows and columns in the order to take, for an irreducible matrix. */
  static int[] of(int n, double[] a) {
    IntStream indices = IntStream.range(0, n);
    double[] sizes = sizes(n, a);
    double largest = ColumnMajor.maxNorm(sizes);
    boolean graded = IntStream.range(0, n).anyMatch(i -> WORTHWHILE * sizes[i] < largest);
    return graded
        ? indices
            .boxed()
            .sorted((i, j) -> Double.compare(sizes[j], sizes[i]))
            .mapToInt(Integer::intValue)
            .toArray()
        : indices.toArray();
  }

  /** {@code PᵀAP}: entry (i, j) is that of {@code a} at (order[i], order[j]). */
  static double[] applied(int n, int[] order, double[] a) {
    double[] b = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        b[i + j * n] = a[order[i] + order[j] * n];
      }
    }
    return b;
  }

  /** {@code PQ}: row order[i] is row i of {@code q}. */
  static double[] undone(int n, int[] order, double[] q) {
    double[] rows = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        rows[order[i] + j * n] = q[i + j * n];
      }
    }
    return rows;
  }

  /** The largest entry in the row or the column of each index. */
  private static double[] sizes(int n, double[] a) {
    double[] sizes = new double[n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double size = Math.abs(a[i + j * n]);
        sizes[i] = Math.max(sizes[i], size);
        sizes[j] = Math.max(sizes[j], size);
      }
    }
    return sizes;
  }
}
