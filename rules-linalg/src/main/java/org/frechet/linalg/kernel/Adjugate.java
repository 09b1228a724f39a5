package org.frechet.linalg.kernel;

import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.R064Store;

/**
 * The adjugate and its directional derivative by singular values, {@code A = U S Vᵀ}: {@code adj A
 * = det(U) det(V) V adj(S) Uᵀ}, with products of singular values in place of quotients, so that any
 * rank will do. Immutable and safe to share between threads.
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
    SingularValue<Double> svd = SingularValue.R064.make(n, n);
    svd.decompose(R064Store.wrap(a.clone(), n));
    return new Adjugate(
        n,
        R064Store.FACTORY.copy(svd.getU()).data,
        svd.getSingularValues().toRawCopy1D(),
        R064Store.FACTORY.copy(svd.getV()).data);
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
    double[] f =
        ColumnMajor.product(
            false, false, n, n, n, ColumnMajor.product(true, false, n, n, n, u, e), v);
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
