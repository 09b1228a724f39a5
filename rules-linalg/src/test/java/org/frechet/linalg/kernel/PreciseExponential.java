package org.frechet.linalg.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The oracle: exp by a Taylor series in 80 decimal digits after strong scaling, and its derivatives
 * by nesting {@code exp([[A, E], [0, A]]) = [[exp A, L(A; E)], [0, exp A]]}, level upon level.
 */
final class PreciseExponential {

  private static final MathContext DIGITS = new MathContext(80);

  private PreciseExponential() {}

  static double[] value(int n, double[] a) {
    BigDecimal[] x = Arrays.stream(a).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    int squarings = Math.max(0, Math.getExponent(ColumnMajor.oneNorm(n, a)) + 13);
    BigDecimal unit = BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(squarings), DIGITS);
    Arrays.setAll(x, p -> x[p].multiply(unit, DIGITS));
    BigDecimal[] sum = taylor(n, x);
    for (int i = 0; i < squarings; i++) {
      sum = multiply(n, sum, sum);
    }
    return Arrays.stream(sum).mapToDouble(BigDecimal::doubleValue).toArray();
  }

  /** {@code L⁽ᵏ⁾(A; E₁,…,E_k)}. */
  static double[] frechet(int n, double[] a, double[]... directions) {
    int size = n;
    double[] nested = a;
    for (double[] direction : directions) {
      nested = Matrices.blockTriangular(size, nested, blockDiagonal(n, size / n, direction));
      size *= 2;
    }
    double[] exp = value(size, nested);
    for (; size > n; size /= 2) {
      exp = Matrices.upperRight(size / 2, exp);
    }
    return exp;
  }

  private static double[] blockDiagonal(int n, int copies, double[] block) {
    double[] a = new double[n * copies * n * copies];
    for (int j = 0; j < n * copies; j++) {
      System.arraycopy(block, j % n * n, a, j * n * copies + j / n * n, n);
    }
    return a;
  }

  /** Σ xᵏ/k! for ‖x‖ ≤ 2⁻¹²: 2⁻¹²·²² / 22! is below 10⁻¹⁰⁰. */
  private static BigDecimal[] taylor(int n, BigDecimal[] x) {
    BigDecimal[] sum = new BigDecimal[n * n];
    Arrays.setAll(sum, p -> p % n == p / n ? BigDecimal.ONE : BigDecimal.ZERO);
    BigDecimal[] term = sum.clone();
    for (int k = 1; k <= 22; k++) {
      BigDecimal factor = BigDecimal.valueOf(k);
      BigDecimal[] power = multiply(n, term, x);
      Arrays.setAll(power, p -> power[p].divide(factor, DIGITS));
      Arrays.setAll(sum, p -> sum[p].add(power[p], DIGITS));
      term = power;
    }
    return sum;
  }

  private static BigDecimal[] multiply(int n, BigDecimal[] a, BigDecimal[] b) {
    BigDecimal[] c = new BigDecimal[n * n];
    Arrays.fill(c, BigDecimal.ZERO);
    for (int j = 0; j < n; j++) {
      for (int p = 0; p < n; p++) {
        if (b[p + j * n].signum() == 0) {
          continue;
        }
        for (int i = 0; i < n; i++) {
          if (a[i + p * n].signum() != 0) {
            c[i + j * n] = c[i + j * n].add(a[i + p * n].multiply(b[p + j * n], DIGITS), DIGITS);
          }
        }
      }
    }
    return c;
  }
}
