package org.frechet.linalg.kernel;

/**
 * {@code A = Q H Qᵀ} with an upper Hessenberg {@code H} and an orthogonal {@code Q}.
 *
 * @param q Q, column-major
 * @param h H, column-major
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
public record HessenbergReduction(double[] q, double[] h) {

  /** Reduces an n×n matrix, which is left as it is. 14n³/3 flops. */
  public static HessenbergReduction of(int n, double[] a) {
    ColumnMajor.requireSize("hessenberg", "a", n, n, a);
    ColumnMajor.requireFinite("hessenberg", "a", n, a);
    double[] h = a.clone();
    double[] q = ColumnMajor.identity(n);
    Hessenberg.reduce(n, h, q);
    return new HessenbergReduction(q, h);
  }
}
