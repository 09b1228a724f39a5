package org.frechet.linalg.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.frechet.kernel.MatrixStack;

/**
 * The exponential of a real n×n matrix and its Fréchet derivatives of any order, by scaling and
 * squaring: {@code exp(A) ≈ r_m(2⁻ˢ A)^(2ˢ)} with the diagonal Padé approximant {@code r_m} of the
 * lowest degree m ∈ {3, 5, 7, 9, 13} that the norm of {@code A} permits.
 *
 * <p>Higham, SIAM J. Matrix Anal. Appl. 26(4):1179, 2005, gives the approximants and their
 * evaluation; Al-Mohy and Higham, SIAM J. Matrix Anal. Appl. 30(4):1639, 2009, Algorithm 6.4, the
 * derivative of that evaluation and the bounds on the norm that serve both. Higher derivatives come
 * from the same evaluation in the {@link HyperdualAlgebra}.
 *
 * <p>The matrix is balanced first, by powers of two, where that lowers its norm a lot: squaring the
 * approximant of a matrix whose norm only reflects the units of its entries loses all digits. A 1×1
 * matrix is a number.
 *
 * <p>The powers, the denominator's LU factors and the chain of squares of {@code exp(A)} are kept:
 * a first derivative costs two products for each product of the value, and factors nothing. With
 * {@code π} products in the value (2 for m = 3, up to 6 + s for m = 13), {@code L⁽ᵏ⁾} takes about
 * {@code (3ᵏ − 1) π} products and {@code 2ᵏ − 1} solves. A derivative of order two or more at a
 * norm just below a bound wants a higher degree than the value; that evaluation is made and kept
 * when it is first asked for.
 *
 * <p>Entries of a result that are larger than the largest double overflow, to infinities and to the
 * NaN that arise from their products. Immutable to the outside and safe to share between threads.
 */
public final class Exponential {

  private static final int[] DEGREES = {3, 5, 7, 9, 13};
  private static final int HIGHEST_DEGREE = 13;

  /** The largest 1-norms for value and first derivative: ℓ_m of Al-Mohy and Higham 2009. */
  private static final double[] BOUNDS = {1.08e-2, 2.00e-1, 7.83e-1, 1.78, 4.74};

  private static final double UNIT_ROUNDOFF = 0x1p-53;

  private final int n;
  private final Balancing balancing;
  private final PadeScaling scaling;
  private final PadeEvaluation first;

  /** By degree and squarings; null until there is one. */
  private Map<PadeScaling, PadeEvaluation> others;

  private Exponential(int n, Balancing balancing) {
    double[] a = balancing.balanced();
    this.n = n;
    this.balancing = balancing;
    this.scaling = PadeScaling.of(n, a, balancing.norm(), 1, HIGHEST_DEGREE);
    this.first = new PadeEvaluation(n, a, scaling);
  }

  /**
   * The exponential of an n×n column-major matrix.
   *
   * @throws IllegalArgumentException if {@code a} does not have n² entries, or one is not finite
   */
  public static Exponential of(int n, double[] a) {
    return wrap(n, a.clone());
  }

  /** The same without a copy of the array, which must not change any more. */
  public static Exponential wrap(int n, double[] a) {
    ColumnMajor.requireSize("exp", "a", n, n, a);
    Balancing balancing = Balancing.of(n, a);
    if (!Double.isFinite(balancing.norm())) {
      ColumnMajor.requireFinite("exp", "a", n, a); // or the sum of a column is too large
    }
    return new Exponential(n, balancing);
  }

  /** The order of the matrix. */
  public int n() {
    return n;
  }

  /** The degree of the value's Padé approximant: 3, 5, 7, 9 or 13. */
  public int degree() {
    return scaling.degree();
  }

  /** How often the value's approximant is squared. */
  public int squarings() {
    return scaling.squarings();
  }

  /** {@code exp(A)}, a copy. */
  public double[] value() {
    double[] value = sharedValue();
    return value == first.value() ? value.clone() : value;
  }

  /** {@code exp(A)}, an array that must not be written to. */
  public double[] sharedValue() {
    if (n == 1) {
      return new double[] {Math.exp(first.matrix()[0])};
    }
    return outOf(first.value());
  }

  /**
   * The Fréchet derivative {@code L⁽ᵏ⁾(A; E₁,…,E_k)}, the coefficient of {@code ε₁⋯ε_k} in {@code
   * exp(A + Σ εᵢ Eᵢ)}; multilinear and symmetric in the directions, and {@code exp(A)} where there
   * is none. NaN in a direction becomes NaN in the result.
   *
   * <p>The adjoint of {@code L(A; ·)} in ⟨X, Y⟩ = tr(XᵀY) is {@code L(Aᵀ; ·)}, and {@code L⁽ᵏ⁾(Aᵀ;
   * E₁,…,E_k) = L⁽ᵏ⁾(A; E₁ᵀ,…,E_kᵀ)ᵀ} takes nothing more than this object.
   *
   * @throws IllegalArgumentException if a direction does not have n² entries
   */
  public double[] frechet(double[]... directions) {
    for (int i = 0; i < directions.length; i++) {
      requireSize(i, directions[i]);
    }
    if (directions.length == 0 || n == 1) {
      return product(value(), directions);
    }
    PadeEvaluation evaluation = evaluation(directions.length);
    if (balancing.isIdentity()) {
      return evaluation.frechet(directions);
    }
    double[][] balanced = Arrays.stream(directions).map(balancing::into).toArray(double[][]::new);
    return outOf(evaluation.frechet(balanced));
  }

  /**
   * {@code L⁽ᵏ⁺¹⁾(A; E₁,…,E_k, F_j)} for each of the varying directions {@code F_j}, as {@link
   * #frechet} gives it: small ones in stacks, along which the loops run, and what depends on the
   * shared directions alone is computed once for each stack.
   *
   * @throws IllegalArgumentException if a direction does not have n² entries
   */
  public double[][] frechets(double[][] shared, double[][] varying) {
    double[][] all = new double[varying.length][];
    int height = StackAlgebra.height(n, varying.length);
    for (int from = 0; from < varying.length; from += height) {
      int m = Math.min(height, varying.length - from);
      if (m == 1) {
        double[][] directions = Arrays.copyOf(shared, shared.length + 1);
        directions[shared.length] = varying[from];
        all[from] = frechet(directions);
      } else {
        double[][] stacked = Arrays.copyOfRange(varying, from, from + m);
        System.arraycopy(stackedFrechets(shared, stacked), 0, all, from, m);
      }
    }
    return all;
  }

  /** The same for one stack. */
  private double[][] stackedFrechets(double[][] shared, double[][] varying) {
    double[][] fixed = new double[shared.length][];
    Arrays.setAll(fixed, i -> into(i, shared[i]));
    double[][] moving = new double[varying.length][];
    Arrays.setAll(moving, j -> into(shared.length, varying[j]));
    PadeEvaluation evaluation = evaluation(shared.length + 1);
    MatrixStack all = evaluation.frechets(fixed, MatrixStack.of(n, moving));
    double[][] each = new double[varying.length][];
    Arrays.setAll(each, j -> all == null ? new double[n * n] : outOf(all.get(j)));
    return each;
  }

  /** Undoes the balancing: in the array itself where there is none. */
  private double[] outOf(double[] x) {
    return balancing.isIdentity() ? x : balancing.outOf(x);
  }

  private double[] into(int i, double[] direction) {
    requireSize(i, direction);
    return balancing.into(direction);
  }

  /** Words the name only if there is something to complain about. */
  private void requireSize(int i, double[] direction) {
    if (direction.length != n * n) {
      ColumnMajor.requireSize("frechet(exp)", "direction " + i, n, n, direction);
    }
  }

  /** Of numbers, in place: the derivatives of a scalar's exponential. */
  private static double[] product(double[] value, double[]... directions) {
    for (double[] direction : directions) {
      value[0] *= direction[0];
    }
    return value;
  }

  /** The evaluation that is accurate for derivatives up to the order; one for each degree and s. */
  private PadeEvaluation evaluation(int order) {
    if (order == 1) {
      return first;
    }
    double[] a = first.matrix();
    PadeScaling wanted = PadeScaling.of(n, a, order, HIGHEST_DEGREE);
    return wanted.equals(scaling) ? first : other(wanted, a);
  }

  private synchronized PadeEvaluation other(PadeScaling wanted, double[] a) {
    if (others == null) {
      others = new HashMap<>();
    }
    return others.computeIfAbsent(wanted, key -> new PadeEvaluation(n, a, key));
  }

  /**
   * The largest norm for derivatives of an order. As {@code exp(x) − r_m(x) = c x^(2m+1) + …} with
   * {@code c = m!² / ((2m)! (2m+1)!)}, its k-th derivative is about {@code c (2m+1)⋯(2m+2−k)
   * x^(2m+1−k)}, which is the unit roundoff at the bound. For k = 1 this is ℓ_m.
   */
  static double bound(int i, int order) {
    int m = DEGREES[i];
    int exponent = 2 * m + 1 - order;
    if (order <= 1 || exponent <= 0) {
      return order <= 1 ? BOUNDS[i] : -1;
    }
    // c (2m+1)! / exponent! = m!/(2m)! · m!/exponent!
    double derivative = 1;
    for (int j = 1; j <= m; j++) {
      derivative /= m + j;
    }
    for (int j = exponent; j > m; j--) {
      derivative /= j;
    }
    for (int j = exponent; j < m; j++) {
      derivative *= j + 1;
    }
    return Math.min(BOUNDS[i], Math.pow(UNIT_ROUNDOFF / derivative, 1.0 / exponent));
  }
}
