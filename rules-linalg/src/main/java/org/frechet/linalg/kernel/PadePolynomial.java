package org.frechet.linalg.kernel;

import java.util.Arrays;
import org.frechet.kernel.SquareProduct;

/**
 * {@code c₀ I + Σ c_j A²ʲ}, the even part of a Padé numerator, or its odd part divided by A. For
 * degree 13 the powers end at {@code A⁶}, and the terms above it are {@code A⁶ (c₆ A⁶ + c₅ A⁴ + c₄
 * A²)}: six products in all (Higham, SIAM J. Matrix Anal. Appl. 26(4):1179, 2005).
 *
 * @param constant {@code c₀}
 * @param lower {@code c₁, c₂, …}
 * @param upper {@code c₄, c₅, c₆} for degree 13, else null
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
record PadePolynomial(double constant, double[] lower, double[] upper) {

  private static final int HIGHEST_DEGREE = 13;
  private static final PadePolynomial[] EVEN = every(0);
  private static final PadePolynomial[] ODD = every(1);

  static PadePolynomial even(int degree) {
    return EVEN[degree];
  }

  static PadePolynomial odd(int degree) {
    return ODD[degree];
  }

  private static PadePolynomial[] every(int parity) {
    PadePolynomial[] all = new PadePolynomial[HIGHEST_DEGREE + 1];
    for (int degree = 3; degree <= HIGHEST_DEGREE; degree += 2) {
      all[degree] = of(degree, parity);
    }
    return all;
  }

  private static PadePolynomial of(int degree, int parity) {
    double[] c = PadeEvaluation.everySecond(degree, parity);
    return degree < HIGHEST_DEGREE
        ? new PadePolynomial(c[0], Arrays.copyOfRange(c, 1, c.length), null)
        : new PadePolynomial(c[0], Arrays.copyOfRange(c, 1, 4), Arrays.copyOfRange(c, 4, 7));
  }

  boolean hasUpper() {
    return upper != null;
  }

  /** The polynomial of {@code A²}, in the target; both arrays are written to. */
  void evaluate(int n, SquareProduct multiply, double[][] powers, double[] target, double[] spare) {
    sums(powers, target, spare);
    Combination.addToDiagonal(n, constant, target);
    if (hasUpper()) {
      multiply.add(1, powers[2], spare, target);
    }
  }

  /**
   * Its derivative, from those of the powers, in the target; both arrays are written to. The spare
   * one may be the first of the derivatives.
   */
  void differentiate(
      SquareProduct multiply, double[][] powers, double[][] d, double[] target, double[] spare) {
    sums(d, target, spare);
    if (hasUpper()) {
      multiply.add(1, powers[2], spare, target);
      multiply.add(1, d[2], upper(powers, spare), target);
    }
  }

  /**
   * {@code c₁ A² + c₂ A⁴ + …} as far as there are powers, or of their derivatives, in the target,
   * and where there are higher terms {@link #upper} in the spare array, which may be the first.
   */
  private void sums(double[][] powers, double[] target, double[] spare) {
    if (!hasUpper()) {
      Combination.set(target, lower.length, lower, powers);
      return;
    }
    double[] x = powers[0];
    double[] y = powers[1];
    double[] z = powers[2];
    double c1 = lower[0];
    double c2 = lower[1];
    double c3 = lower[2];
    double c4 = upper[0];
    double c5 = upper[1];
    double c6 = upper[2];
    for (int p = 0; p < target.length; p++) {
      double x0 = x[p];
      double y0 = y[p];
      double z0 = z[p];
      target[p] = c1 * x0 + c2 * y0 + c3 * z0;
      spare[p] = c4 * x0 + c5 * y0 + c6 * z0;
    }
  }

  /** {@code c₄ A² + c₅ A⁴ + c₆ A⁶}, or of the derivatives of the powers, in the target. */
  double[] upper(double[][] powers, double[] target) {
    return Combination.set(target, upper.length, upper, powers);
  }
}
