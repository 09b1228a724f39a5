package org.frechet.linalg.kernel;

import java.util.Arrays;

/**
 * {@code exp(A) ≈ r_m(2⁻ˢ A)^(2ˢ)} for one degree m and one number s of squarings (Higham, SIAM J.
 * Matrix Anal. Appl. 26(4):1179, 2005): over the real matrices, with the first derivative, in
 * {@link PadeIntermediates}, and for more directions over the hyperdual ones, on the real results
 * kept there. Immutable after construction, safe to share.
 */
final class PadeEvaluation {

  /** The coefficients of even and of odd powers, by degree. */
  private static final double[][] EVEN = every(0);

  private static final double[][] ODD = every(1);

  private final int n;
  private final int degree;
  private final int squarings;

  /** {@code 2⁻ˢ A}. */
  private final double[] scaled;

  private final PadeIntermediates real;

  /** Leaves the array as it is, and keeps it where nothing is scaled. */
  PadeEvaluation(int n, double[] a, PadeScaling scaling) {
    this.n = n;
    this.degree = scaling.degree();
    this.squarings = scaling.squarings();
    this.scaled = squarings == 0 ? a : ColumnMajor.scalb(a, -squarings);
    this.real = new PadeIntermediates(n, scaled, degree, squarings);
  }

  /**
   * {@code A}, not to be changed. Exact but for what is subnormal after scaling, which no
   * evaluation with as many squarings, or more, sees either.
   */
  double[] matrix() {
    return squarings == 0 ? scaled : ColumnMajor.scalb(scaled, squarings);
  }

  /** {@code exp(A)}, the array itself. */
  double[] value() {
    return real.value();
  }

  /**
   * {@code L⁽ᵏ⁾(A; E₁,…,E_k)} for k ≥ 1, a new array; for each {@code E_k} if it is a {@link Stack}
   * of them.
   */
  double[] frechet(double[]... directions) {
    double[] last = directions[directions.length - 1];
    for (double[] direction : directions) {
      if (ColumnMajor.isZero(direction)) {
        return new double[last.length];
      }
    }
    if (directions.length == 1 && last.length == n * n) {
      return real.frechet(last);
    }
    double[][] x = evaluate(directions);
    return x[x.length - 1];
  }

  private double[][] evaluate(double[][] directions) {
    HyperdualAlgebra algebra = new HyperdualAlgebra(n, directions.length, real.zeroth());
    // The directions are not scaled with A: squareHalvingDirections makes up for it.
    double[][] x = approximant(algebra, algebra.variable(scaled, directions));
    for (int i = 0; i < squarings; i++) {
      x = algebra.squareHalvingDirections(x);
    }
    return x;
  }

  /** {@code r_m(A) = (V + U) (V − U)⁻¹}. */
  private double[][] approximant(HyperdualAlgebra algebra, double[][] a) {
    double[][][] parts = parts(degree, 1, algebra, a);
    double[][] denominator = algebra.combination(new double[] {-1, 1}, parts);
    return algebra.quotientInPlace(denominator, algebra.combination(new double[] {1, 1}, parts));
  }

  /**
   * {@code U} and {@code V}, where {@code V + jU} is the numerator {@code Σ b_i (jA)ⁱ} of {@code
   * r_m(jA)} and its denominator is {@code V − jU}, for a unit {@code j} with the given square: 1
   * for the odd and the even part, −1 for the imaginary and the real part.
   */
  static double[][][] parts(int degree, int square, HyperdualAlgebra algebra, double[][] a) {
    double[][][] powers = evenPowers(square, algebra, a, Math.min(3, degree / 2));
    if (degree == 9) {
      powers = Arrays.copyOf(powers, 5);
      powers[4] = algebra.product(powers[2], powers[2]);
    }
    double[][] u = algebra.product(a, polynomial(algebra, ODD[degree], powers));
    return new double[][][] {u, polynomial(algebra, EVEN[degree], powers)};
  }

  /** {@code I, (jA)², (jA)⁴, …, (jA)^(2·highest)}, with null for I. */
  private static double[][][] evenPowers(
      int square, HyperdualAlgebra algebra, double[][] a, int highest) {
    double[][][] powers = new double[highest + 1][][];
    powers[1] = algebra.product(a, a);
    if (square < 0) {
      powers[1] = algebra.combination(new double[] {square}, powers[1]);
    }
    for (int j = 2; j <= highest; j++) {
      powers[j] = algebra.product(powers[j - 1], powers[1]);
    }
    return powers;
  }

  /**
   * {@code Σ c_j A²ʲ}. Where the powers end at {@code A⁶}, the terms above it are {@code A⁶ (c₆ A⁶
   * + c₅ A⁴ + c₄ A²)}: six products in all for degree 13.
   */
  private static double[][] polynomial(HyperdualAlgebra algebra, double[] c, double[][][] powers) {
    int highest = powers.length - 1;
    if (c.length == powers.length) {
      return algebra.combination(c, powers);
    }
    double[] upper = Arrays.copyOfRange(c, powers.length, c.length);
    double[][][] above = Arrays.copyOfRange(powers, 1, powers.length);
    double[] lower = Arrays.copyOf(c, powers.length);
    return algebra.productAndCombination(
        powers[highest], algebra.combination(upper, above), lower, powers);
  }

  /**
   * The numerator of {@code r_m}, as whole numbers: {@code b_m = 1} and {@code b_{j−1} = b_j j (2m
   * − j + 1) / (m − j + 1)} (Higham 2005, equation 2.2, multiplied through).
   */
  static double[] coefficients(int m) {
    double[] b = new double[m + 1];
    long coefficient = 1;
    for (int j = m; j >= 0; j--) {
      b[j] = coefficient;
      coefficient = coefficient * j * (2L * m - j + 1) / (m - j + 1);
    }
    return b;
  }

  private static double[][] every(int parity) {
    double[][] all = new double[14][];
    for (int degree = 3; degree < all.length; degree += 2) {
      all[degree] = everySecond(degree, parity);
    }
    return all;
  }

  /** The coefficients of the numerator's even (0) or odd (1) powers. */
  static double[] everySecond(int degree, int parity) {
    double[] b = coefficients(degree);
    double[] c = new double[b.length / 2];
    for (int j = 0; j < c.length; j++) {
      c[j] = b[2 * j + parity];
    }
    return c;
  }
}
