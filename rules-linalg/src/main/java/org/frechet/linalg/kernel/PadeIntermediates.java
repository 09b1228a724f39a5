package org.frechet.linalg.kernel;

import java.util.Arrays;
import java.util.List;
import org.frechet.kernel.SquareProduct;

/**
 * The value and the first derivative of {@code exp(A) ≈ r_m(2⁻ˢ A)^(2ˢ)}, with what the value makes
 * on the way and every derivative needs: the even powers, the factors of {@code U = A p(A²)}, the
 * LU factors of the denominator and the chain of squares (Al-Mohy and Higham, SIAM J. Matrix Anal.
 * Appl. 30(4):1639, 2009, Algorithm 6.4).
 *
 * <p>It is the evaluation that {@link PadeEvaluation} has over the {@link HyperdualAlgebra},
 * written out for no and for one direction: there most of the time went into arrays that are used
 * once, so here they are used again. Sums of powers are not kept, as to add them up takes less than
 * to keep them. Immutable after construction, safe to share.
 */
final class PadeIntermediates {

  private final int n;
  private final int degree;
  private final double[] a;

  /** {@code A², A⁴, …}: up to {@code A⁶}, or {@code A⁸} for degree 9. */
  private final double[][] powers;

  /** {@code p(A²)}. */
  private final double[] odd;

  private final LuFactors denominator;

  /** {@code r_m(2⁻ˢ A)}, its square, …, {@code exp(A)}. */
  private final double[][] chain;

  /** Takes {@code 2⁻ˢ A}, which is kept. Each array that it makes is kept too. */
  PadeIntermediates(int n, double[] a, int degree, int squarings) {
    this.n = n;
    this.degree = degree;
    this.a = a;
    SquareProduct multiply = ColumnMajor.KERNELS.squareProduct(n);
    this.powers = powers(multiply);
    this.odd = zeros();
    double[] u = zeros();
    double[] v = zeros();
    PadePolynomial.odd(degree).evaluate(n, multiply, powers, odd, u);
    PadePolynomial.even(degree).evaluate(n, multiply, powers, v, u);
    Arrays.fill(u, 0);
    multiply.add(1, a, odd, u);
    addAndSubtract(u, v);
    this.denominator = LuFactors.inPlace(n, v);
    denominator.solveOnTheRight(n, u);
    this.chain = squares(multiply, u, squarings);
  }

  private double[][] powers(SquareProduct multiply) {
    double[][] even = new double[degree == 9 ? 4 : Math.min(3, degree / 2)][];
    even[0] = product(multiply, a, a);
    for (int j = 1; j < even.length; j++) {
      even[j] =
          j == 3 ? product(multiply, even[1], even[1]) : product(multiply, even[j - 1], even[0]);
    }
    return even;
  }

  private double[][] squares(SquareProduct multiply, double[] x, int squarings) {
    double[][] squares = new double[squarings + 1][];
    squares[0] = x;
    for (int i = 1; i <= squarings; i++) {
      squares[i] = product(multiply, squares[i - 1], squares[i - 1]);
    }
    return squares;
  }

  /** {@code exp(A)}, the array itself. */
  double[] value() {
    return chain[chain.length - 1];
  }

  /** {@code L(A; E)}, a new array; {@code E} is not scaled with {@code A}. */
  double[] frechet(double[] e) {
    SquareProduct multiply = ColumnMajor.KERNELS.squareProduct(n);
    double[][] d = powers(multiply, e);
    double[] u = zeros();
    double[] v = zeros();
    PadePolynomial.odd(degree).differentiate(multiply, powers, d, v, u);
    Arrays.fill(u, 0);
    productRule(multiply, a, e, odd, v, u);
    PadePolynomial.even(degree).differentiate(multiply, powers, d, v, d[0]);
    addAndSubtract(u, v);
    // From X (V − U) = V + U follows L (V − U) = (V + U)˙ − X (V − U)˙.
    multiply.add(-1, chain[0], v, u);
    denominator.solveOnTheRight(n, u);
    return squares(multiply, u, v);
  }

  /** The derivatives of the powers. */
  private double[][] powers(SquareProduct multiply, double[] e) {
    double[][] d = new double[powers.length][];
    d[0] = productRule(multiply, a, e, a, e, zeros());
    for (int j = 1; j < d.length; j++) {
      int left = j == 3 ? 1 : j - 1;
      int right = j == 3 ? 1 : 0;
      d[j] = productRule(multiply, powers[left], d[left], powers[right], d[right], zeros());
    }
    return d;
  }

  /**
   * {@code (X²)˙ / 2 = (X L + L X) / 2} for each X of the chain but the last: as {@code exp(A +
   * εE)} is the square of {@code exp((A + εE) / 2)}, the halves make up for the direction that was
   * not scaled with A, and cannot underflow.
   */
  private double[] squares(SquareProduct multiply, double[] first, double[] second) {
    double[] l = first;
    double[] next = second;
    for (int i = 0; i + 1 < chain.length; i++) {
      Arrays.fill(next, 0);
      multiply.add(0.5, chain[i], l, next);
      multiply.add(0.5, l, chain[i], next);
      double[] held = l;
      l = next;
      next = held;
    }
    return l;
  }

  /** {@code C + X Ẏ + Ẋ Y}, in place. */
  private static double[] productRule(
      SquareProduct multiply, double[] x, double[] dx, double[] y, double[] dy, double[] c) {
    multiply.add(1, x, dy, c);
    multiply.add(1, dx, y, c);
    return c;
  }

  /** {@code (U, V) ← (V + U, V − U)}: numerator and denominator. */
  private static void addAndSubtract(double[] u, double[] v) {
    for (int p = 0; p < u.length; p++) {
      double odd = u[p];
      double even = v[p];
      u[p] = even + odd;
      v[p] = even - odd;
    }
  }

  /**
   * The zeroth coefficients of {@link PadeEvaluation}'s operations, in their order. One that no
   * other operation's derivative uses, and the array of which has been used again, is null.
   */
  HyperdualAlgebra.Zeroth zeroth() {
    HyperdualAlgebra.Zeroth zeroth = new HyperdualAlgebra.Zeroth();
    List<double[]> coefficients = zeroth.coefficients;
    double[] none = null;
    coefficients.addAll(Arrays.asList(powers));
    addUpper(PadePolynomial.odd(degree), coefficients);
    coefficients.addAll(Arrays.asList(odd, none));
    addUpper(PadePolynomial.even(degree), coefficients);
    coefficients.addAll(Arrays.asList(none, none, none));
    coefficients.addAll(Arrays.asList(chain));
    zeroth.divisors.add(denominator);
    return zeroth;
  }

  private void addUpper(PadePolynomial p, List<double[]> coefficients) {
    if (p.hasUpper()) {
      coefficients.add(p.upper(powers, zeros()));
    }
  }

  private double[] zeros() {
    return new double[n * n];
  }

  private double[] product(SquareProduct multiply, double[] x, double[] y) {
    double[] c = zeros();
    multiply.add(1, x, y, c);
    return c;
  }
}
