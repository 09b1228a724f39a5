package org.frechet.linalg.kernel;

import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.R064Store;

/**
 * The oracle of the matrix equations: {@code vec(P X R) = (Rᵀ ⊗ P) vec X}, solved by ojAlgo's LU.
 */
final class Kronecker {

  private final int m;
  private final int n;
  private final double[] k;

  Kronecker(int m, int n) {
    this.m = m;
    this.n = n;
    this.k = new double[m * n * m * n];
  }

  /** Adds the term {@code weight P X R}, with an m×m {@code P} and an n×n {@code R}. */
  Kronecker plus(double weight, double[] p, double[] r) {
    int size = m * n;
    for (int column = 0; column < size; column++) {
      for (int row = 0; row < size; row++) {
        k[row + column * size] +=
            weight * p[row % m + column % m * m] * r[column / m + row / m * n];
      }
    }
    return this;
  }

  double[] solve(double[] c) {
    int size = m * n;
    LU<Double> lu = LU.R064.make(size, size);
    lu.decompose(R064Store.wrap(k, size));
    double[] x = new double[size];
    lu.getSolution(R064Store.wrap(c.clone(), size), R064Store.wrap(x, size));
    return x;
  }
}
