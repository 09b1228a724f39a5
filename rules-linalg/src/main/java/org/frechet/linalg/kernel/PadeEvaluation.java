package org.frechet.linalg.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.frechet.kernel.MatrixStack;

/**
 * {@code exp(A) ≈ r_m(2⁻ˢ A)^(2ˢ)} for one degree m and one number s of squarings (Higham, SIAM J.
 * Matrix Anal. Appl. 26(4):1179, 2005): over the real matrices, with the first derivative, in
 * {@link PadeIntermediates}, and for more directions over the hyperdual ones, or with a stack of
 * directions, on the real results kept there. Immutable after construction, safe to share.
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

  /** {@code L⁽ᵏ⁾(A; E₁,…,E_k)} for k ≥ 1, a new array. */
  double[] frechet(double[]... directions) {
    if (anyZero(directions)) {
      return new double[n * n];
    }
    if (directions.length == 1) {
      return real.frechet(directions[0]);
    }
    HyperdualAlgebra algebra = algebra(directions.length);
    double[][] x = evaluate(algebra, algebra.variable(scaled, directions));
    return x[x.length - 1];
  }

  /** {@code L⁽ᵏ⁺¹⁾(A; E₁,…,E_k, F)} for each F of a stack; null for zero. */
  MatrixStack frechets(double[][] shared, MatrixStack stack) {
    if (anyZero(shared)) {
      return null;
    }
    HyperdualAlgebra algebra = algebra(shared.length);
    StackAlgebra along = new StackAlgebra(n, stack.height(), algebra);
    double[][] a = algebra.variable(scaled, shared);
    MatrixStack[] x = evaluate(along, along.variable(a, stack)).along();
    return x[x.length - 1];
  }

  private static boolean anyZero(double[][] directions) {
    for (double[] direction : directions) {
      if (ColumnMajor.isZero(direction)) {
        return true;
      }
    }
    return false;
  }

  private HyperdualAlgebra algebra(int order) {
    return new HyperdualAlgebra(n, order, real.zeroth());
  }

  private <X> X evaluate(MatrixAlgebra<X> algebra, X a) {
    // The directions are not scaled with A: squareHalvingDirections makes up for it.
    X x = approximant(algebra, a);
    for (int i = 0; i < squarings; i++) {
      X square = algebra.squareHalvingDirections(x);
      algebra.release(x);
      x = square;
    }
    return x;
  }

  /** {@code r_m(A) = (V + U) (V − U)⁻¹}. */
  private <X> X approximant(MatrixAlgebra<X> algebra, X a) {
    List<X> parts = parts(degree, 1, algebra, a);
    X denominator = algebra.combination(new double[] {-1, 1}, parts);
    X numerator = algebra.combination(new double[] {1, 1}, parts);
    parts.forEach(algebra::release);
    X quotient = algebra.quotientInPlace(denominator, numerator);
    algebra.release(denominator);
    return quotient;
  }

  /**
   * {@code U} and {@code V}, where {@code V + jU} is the numerator {@code Σ b_i (jA)ⁱ} of {@code
   * r_m(jA)} and its denominator is {@code V − jU}, for a unit {@code j} with the given square: 1
   * for the odd and the even part, −1 for the imaginary and the real part.
   */
  static <X> List<X> parts(int degree, int square, MatrixAlgebra<X> algebra, X a) {
    List<X> powers = evenPowers(square, algebra, a, Math.min(3, degree / 2));
    if (degree == 9) {
      powers.add(algebra.product(powers.get(2), powers.get(2)));
    }
    X odd = polynomial(algebra, ODD[degree], powers);
    X u = algebra.product(a, odd);
    algebra.release(odd);
    X v = polynomial(algebra, EVEN[degree], powers);
    powers.stream().skip(1).forEach(algebra::release);
    return List.of(u, v);
  }

  /** {@code I, (jA)², (jA)⁴, …, (jA)^(2·highest)}, with null for I. */
  private static <X> List<X> evenPowers(int square, MatrixAlgebra<X> algebra, X a, int highest) {
    List<X> powers = new ArrayList<>();
    powers.add(null);
    X second = algebra.product(a, a);
    powers.add(square < 0 ? algebra.combination(new double[] {square}, List.of(second)) : second);
    for (int j = 2; j <= highest; j++) {
      powers.add(algebra.product(powers.get(j - 1), powers.get(1)));
    }
    return powers;
  }

  /**
   * {@code Σ c_j A²ʲ}. Where the powers end at {@code A⁶}, the terms above it are {@code A⁶ (c₆ A⁶
   * + c₅ A⁴ + c₄ A²)}: six products in all for degree 13.
   */
  private static <X> X polynomial(MatrixAlgebra<X> algebra, double[] c, List<X> powers) {
    int count = powers.size();
    if (c.length == count) {
      return algebra.combination(c, powers);
    }
    double[] above = Arrays.copyOfRange(c, count, c.length);
    X upper = algebra.combination(above, powers.subList(1, count));
    double[] lower = Arrays.copyOf(c, count);
    X sum = algebra.productAndCombination(powers.get(count - 1), upper, lower, powers);
    algebra.release(upper);
    return sum;
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
