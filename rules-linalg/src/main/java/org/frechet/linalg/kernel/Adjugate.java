package org.frechet.linalg.kernel;

/**
 * The adjugate and its first two directional derivatives by singular values, {@code A = U S Vᵀ}:
 * {@code adj A = det(U) det(V) V adj(S) Uᵀ}, with products of singular values in place of
 * quotients, so that any rank will do. Immutable and safe to share between threads.
 */
public final class Adjugate {

  private final int n;
  private final double[] u;
  private final double[] s;
  private final double[] v;
  private final double sign;

  private Adjugate(int n, double[] u, double[] s, double[] v) {
    this.n = n;
    this.u = u;
    this.s = s;
    this.v = v;
    this.sign = (double) LuFactors.of(n, u).sign() * LuFactors.of(n, v).sign();
  }

  /** Decomposes an n×n matrix with finite entries (others would make the iteration endless). */
  public static Adjugate of(int n, double[] a) {
    if (n == 0) {
      return new Adjugate(0, new double[0], new double[0], new double[0]);
    }
    SingularDecomposition svd = SingularDecomposition.of(n, n, a);
    return new Adjugate(n, svd.u(), svd.s(), svd.v());
  }

  /** {@code adj A}, column-major. */
  public double[] value() {
    double[] core = new double[n * n];
    for (int i = 0; i < n; i++) {
      core[i * (n + 1)] = productWithout(i, i);
    }
    return around(core);
  }

  /** {@code D adj(A)[E]}, column-major. O(n³) flops. */
  public double[] slope(double[] e) {
    double[] f = turned(e);
    double[] core = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double product = productWithout(i, j);
        if (i != j) {
          core[i + j * n] -= f[i + j * n] * product;
          core[i * (n + 1)] += f[j * (n + 1)] * product;
        }
      }
    }
    return around(core);
  }

  /**
   * {@code D² adj(A)[E, F]}, column-major. For a diagonal A with entries s it is, off the diagonal,
   * {@code Σₖ (E[i, k] F[k, j] + F[i, k] E[k, j] − F[k, k] E[i, j] − E[k, k] F[i, j]) Π s} over k
   * that are not i or j, without s[i], s[j] and s[k] in the product; on it, {@code Σ (E[k, k] F[l,
   * l] − E[k, l] F[l, k]) Π s} over k and l that differ from i and from each other. O(n³) flops.
   */
  public double[] curvature(double[] e, double[] f) {
    double[] x = turned(e);
    double[] y = turned(f);
    double[] core = new double[n * n];
    double[] without = new double[n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        productsWithout(i, j, without);
        for (int k = 0; k < n; k++) {
          if (k != i && k != j && i != j) {
            core[i + j * n] += without[k] * across(x, y, i, j, k);
            core[k * (n + 1)] += without[k] * along(x, y, i, j);
          }
        }
      }
    }
    return around(core);
  }

  private double across(double[] x, double[] y, int i, int j, int k) {
    return x[i + k * n] * y[k + j * n]
        + y[i + k * n] * x[k + j * n]
        - y[k * (n + 1)] * x[i + j * n]
        - x[k * (n + 1)] * y[i + j * n];
  }

  private double along(double[] x, double[] y, int k, int l) {
    return x[k * (n + 1)] * y[l * (n + 1)] - x[k + l * n] * y[l + k * n];
  }

  /** For each k the product without i, j and k, from products of what stands before and after k. */
  private void productsWithout(int i, int j, double[] products) {
    double before = sign;
    for (int k = 0; k < n; k++) {
      products[k] = before;
      before *= k == i || k == j ? 1 : s[k];
    }
    double after = 1;
    for (int k = n - 1; k >= 0; k--) {
      products[k] *= after;
      after *= k == i || k == j ? 1 : s[k];
    }
  }

  /** {@code Uᵀ E V}. */
  private double[] turned(double[] e) {
    double[] half = ColumnMajor.product(true, false, n, n, n, u, e);
    return ColumnMajor.product(false, false, n, n, n, half, v);
  }

  private double productWithout(int i, int j) {
    double product = sign;
    for (int k = 0; k < n; k++) {
      product *= k == i || k == j ? 1 : s[k];
    }
    return product;
  }

  /** {@code V core Uᵀ}. */
  private double[] around(double[] core) {
    return ColumnMajor.product(
        false, true, n, n, n, ColumnMajor.product(false, false, n, n, n, v, core), u);
  }
}
