package org.frechet.linalg.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Functions of a symmetric {@code A = V diag(λ) Vᵀ} and their Fréchet derivatives of any order, by
 * divided differences (Daleckii and Krein 1965; Higham, Functions of Matrices, SIAM 2008, theorem
 * 3.11): with {@code G = Vᵀ E V} the derivative is {@code V (f[λᵢ, λⱼ] Gᵢⱼ) Vᵀ}, and of order k
 * {@code Σ f[λ_{i₀}, …, λ_{i_k}] Σ_π Π G_{π(m)}[i_{m−1}, i_m]}. n² differences for the first
 * derivative, about n³/6 for the second, which takes n³ more flops.
 */
public final class SpectralDerivatives {

  private final SpectralFunction f;
  private final int n;
  private final double[] lambda;
  private final double[] v;

  /** For the function {@code f} of a matrix with these eigenvalues, ascending, and eigenvectors. */
  public SpectralDerivatives(SpectralFunction f, double[] values, double[] vectors) {
    this.f = f;
    this.n = values.length;
    this.lambda = values;
    this.v = vectors;
  }

  /** {@code L⁽ᵏ⁾(A; E₁,…,E_k)}, and {@code f(A)} where there is no direction. */
  public double[] frechet(double[]... directions) {
    double[][] turned = new double[directions.length][];
    for (int i = 0; i < turned.length; i++) {
      double[] half = ColumnMajor.product(true, false, n, n, n, v, directions[i]);
      turned[i] = ColumnMajor.product(false, false, n, n, n, half, v);
    }
    double[] core = directions.length == 0 ? diagonal() : sums(turned);
    double[] half = ColumnMajor.product(false, false, n, n, n, v, core);
    return ColumnMajor.product(false, true, n, n, n, half, v);
  }

  private double[] diagonal() {
    double[] d = new double[n * n];
    for (int i = 0; i < n; i++) {
      d[i * (n + 1)] = f.value(lambda[i]);
    }
    return d;
  }

  private double[] sums(double[][] g) {
    double[] sums = new double[n * n];
    Map<Long, Double> known = new HashMap<>();
    int[] path = new int[g.length + 1];
    boolean more = n > 0;
    while (more) {
      double products = products(g, path, 0, 0);
      if (products != 0) {
        sums[path[0] + path[g.length] * n] += difference(known, path) * products;
      }
      more = advance(path);
    }
    return sums;
  }

  /** The next tuple of indices, the first running fastest; false after the last. */
  private boolean advance(int[] path) {
    for (int m = 0; m < path.length; m++) {
      if (++path[m] < n) {
        return true;
      }
      path[m] = 0;
    }
    return false;
  }

  /** {@code Σ_π Π_m G_{π(m)}[i_{m−1}, i_m]}, over the directions that are not used yet. */
  private double products(double[][] g, int[] path, int step, int used) {
    if (step == g.length) {
      return 1;
    }
    double sum = 0;
    for (int d = 0; d < g.length; d++) {
      if ((used & 1 << d) == 0) {
        double entry = g[d][path[step] + path[step + 1] * n];
        sum += entry == 0 ? 0 : entry * products(g, path, step + 1, used | 1 << d);
      }
    }
    return sum;
  }

  /** {@code f[λ_{i₀}, …]}, which depends on the set of indices alone. */
  private double difference(Map<Long, Double> known, int[] path) {
    int[] ascending = path.clone();
    Arrays.sort(ascending);
    long key = 0;
    for (int index : ascending) {
      key = key * n + index;
    }
    return known.computeIfAbsent(
        key,
        absent ->
            DividedDifferences.of(
                f, Arrays.stream(ascending).mapToDouble(i -> lambda[i]).toArray()));
  }
}
