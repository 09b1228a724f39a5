package org.frechet.linalg.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.frechet.kernel.SquareProduct;

/**
 * The algebra of n×n matrices over the hyperdual numbers {@code R[ε₁,…,ε_k]/(ε₁²,…,ε_k²)}, in which
 * {@code f(A + Σ εᵢ Eᵢ)} has the k-th Fréchet derivative {@code L⁽ᵏ⁾(A; E₁,…,E_k)} of {@code f} as
 * its coefficient of {@code ε₁⋯ε_k} (Fike and Alonso, AIAA 2011-886, for scalars; for matrices it
 * is the block-triangular form of Higham and Relton, SIAM J. Matrix Anal. Appl. 35(3):1019, 2014,
 * without the repetition in it).
 *
 * <p>An element is an array of 2ᵏ coefficients: the one at {@code S}, read as a bit set, belongs to
 * {@code Π_{i∈S} εᵢ}; null is zero, and nothing is computed for it. The zeroth coefficient is that
 * of the real matrices alone and depends on no direction: a {@link Zeroth} records it when an
 * algorithm runs for the first time, and supplies it to each later run of the same algorithm.
 *
 * <p>An instance serves one run, in one thread.
 */
final class HyperdualAlgebra implements MatrixAlgebra<double[][]> {

  /** The zeroth coefficients of a run, in the order of its operations, and the factors it made. */
  static final class Zeroth {
    final List<double[]> coefficients = new ArrayList<>();
    final List<LuFactors> divisors = new ArrayList<>();
  }

  private final int n;
  private final int subsets;
  private final Zeroth zeroth;
  private final SquareProduct squareProduct;
  private final Deque<double[]> released = new ArrayDeque<>();
  private int operation;
  private int division;

  /** The algebra for {@code order} directions; the first run on {@code zeroth} fills it. */
  HyperdualAlgebra(int n, int order, Zeroth zeroth) {
    this.n = n;
    this.subsets = 1 << order;
    this.zeroth = zeroth;
    this.squareProduct = ColumnMajor.KERNELS.squareProduct(n);
  }

  /** {@code A + Σ εᵢ Eᵢ}; a direction that is null or all zeros has no coefficient. */
  double[][] variable(double[] a, double[]... directions) {
    double[][] x = real(a);
    for (int i = 0; i < directions.length; i++) {
      x[1 << i] = ColumnMajor.isZero(directions[i]) ? null : directions[i];
    }
    return x;
  }

  double[][] real(double[] a) {
    double[][] x = new double[subsets][];
    x[0] = a;
    return x;
  }

  /** {@code C_S = Σ_{T⊆S} A_T B_{S∖T}}. */
  @Override
  public double[][] product(double[][] a, double[][] b) {
    return product(a, b, 0);
  }

  @Override
  public double[][] squareHalvingDirections(double[][] x) {
    return product(x, x, 1);
  }

  /** {@code X Y} in which every ε is then halved: the doubling of an angle needs it too. */
  double[][] productHalvingDirections(double[][] x, double[][] y) {
    return product(x, y, 1);
  }

  private double[][] product(double[][] a, double[][] b, int halvings) {
    double[][] c = new double[subsets][];
    c[0] = keep(() -> multiplied(1, a[0], b[0], null));
    for (int s = 1; s < subsets; s++) {
      c[s] = addProduct(s, halved(s, halvings), a, b, null);
    }
    return c;
  }

  /** {@code 2^(−|S|)} after one halving, 1 after none. */
  static double halved(int s, int halvings) {
    return Math.scalb(1.0, -halvings * Integer.bitCount(s));
  }

  /** {@code sum + weight Σ_{T⊆S} A_T B_{S∖T}}, in place where there is a sum already. */
  private double[] addProduct(int s, double weight, double[][] a, double[][] b, double[] sum) {
    double[] c = multiplied(weight, a[0], b[s], sum);
    for (int t = s; t != 0; t = (t - 1) & s) {
      c = multiplied(weight, a[t], b[s ^ t], c);
    }
    return c;
  }

  /** {@code Σ wᵢ Xᵢ}. */
  double[][] combination(double[] weights, double[][]... terms) {
    return combination(weights, Arrays.asList(terms));
  }

  @Override
  public double[][] combination(double[] weights, List<double[][]> terms) {
    double[][] sum = new double[subsets][];
    sum[0] = keep(() -> combined(0, weights, terms));
    for (int s = 1; s < subsets; s++) {
      sum[s] = combined(s, weights, terms);
    }
    return sum;
  }

  @Override
  public double[][] productAndCombination(
      double[][] a, double[][] b, double[] weights, List<double[][]> terms) {
    double[][] sum = new double[subsets][];
    sum[0] = keep(() -> multiplied(1, a[0], b[0], combined(0, weights, terms)));
    for (int s = 1; s < subsets; s++) {
      sum[s] = addProduct(s, 1, a, b, combined(s, weights, terms));
    }
    return sum;
  }

  /** {@code N D⁻¹}, which is {@code D⁻¹ N} where both are functions of one element. */
  double[][] quotient(double[][] d, double[][] numerator) {
    return quotients(d, numerator)[0];
  }

  @Override
  public double[][] quotientInPlace(double[][] d, double[][] numerator) {
    return quotientInPlace(divisorInPlace(d), d, numerator);
  }

  /** The factors of {@code D_∅}; in the first run, they are made of its array. */
  LuFactors divisorInPlace(double[][] d) {
    return divisor(() -> LuFactors.inPlace(n, d[0]));
  }

  /** The same with the factors of {@code D_∅}. */
  double[][] quotientInPlace(LuFactors divisor, double[][] d, double[][] numerator) {
    return quotient(divisor, d, numerator, x -> x);
  }

  /**
   * {@code X = N D⁻¹} for each numerator: from {@code Σ_{T⊆S} X_{S∖T} D_T = N_S} follows {@code X_S
   * = (N_S − Σ_{∅≠T⊆S} X_{S∖T} D_T) D_∅⁻¹}. The factors of {@code D_∅} are kept. On the right, as
   * then the columns of X, which are contiguous, are what is combined.
   */
  double[][][] quotients(double[][] d, double[][]... numerators) {
    LuFactors divisor = divisor(() -> LuFactors.of(n, d[0]));
    double[][][] all = new double[numerators.length][][];
    for (int i = 0; i < all.length; i++) {
      all[i] = quotient(divisor, d, numerators[i], double[]::clone);
    }
    return all;
  }

  private LuFactors divisor(Supplier<LuFactors> factorization) {
    if (division == zeroth.divisors.size()) {
      zeroth.divisors.add(factorization.get());
    }
    return zeroth.divisors.get(division++);
  }

  /** With {@code own} making an array that may be overwritten of one of the numerator. */
  private double[][] quotient(
      LuFactors divisor, double[][] d, double[][] numerator, UnaryOperator<double[]> own) {
    double[][] x = new double[subsets][];
    x[0] = keep(() -> solved(divisor, own.apply(numerator[0])));
    for (int s = 1; s < subsets; s++) {
      double[] residual = numerator[s] == null ? null : own.apply(numerator[s]);
      for (int t = s; t != 0; t = (t - 1) & s) {
        residual = multiplied(-1, x[s ^ t], d[t], residual);
      }
      x[s] = residual == null ? null : solved(divisor, residual);
    }
    return x;
  }

  private double[] solved(LuFactors divisor, double[] b) {
    divisor.solveOnTheRight(n, b);
    return b;
  }

  /**
   * The principal X with {@code X² = A}, for an upper quasi-triangular {@code A_∅} with standard
   * blocks: {@code X_∅ X_S + X_S X_∅ = A_S − Σ_{∅≠T⊊S} X_T X_{S∖T}}.
   */
  double[][] squareRoot(double[][] a) {
    double[][] x = new double[subsets][];
    x[0] = keep(() -> QuasiTriangularRoot.of(n, a[0]));
    for (int s = 1; s < subsets; s++) {
      double[] residual = a[s] == null ? null : a[s].clone();
      for (int t = (s - 1) & s; t != 0; t = (t - 1) & s) {
        residual = multiplied(-1, x[t], x[s ^ t], residual);
      }
      if (residual != null) {
        QuasiTriangularSylvester.solve(false, false, n, n, x[0], x[0], residual);
      }
      x[s] = residual;
    }
    return x;
  }

  /**
   * {@code S = sign A} for an upper quasi-triangular {@code A_∅} of which {@code S_∅} and {@code
   * N_∅ = A_∅ S_∅} are given. From {@code S² = I} and {@code AS = SA} follow {@code S_∅ S_S + S_S
   * S_∅ = F} and {@code A_∅ S_S − S_S A_∅ = G}, hence {@code N_∅ S_S + S_S N_∅ = S_∅ G + F A_∅}.
   */
  double[][] sign(double[][] a, double[] s0, double[] n0) {
    double[][] x = real(s0);
    for (int s = 1; s < subsets; s++) {
      double[] f = null;
      double[] g = null;
      for (int t = s; t != 0; t = (t - 1) & s) {
        f = t == s ? f : multiplied(-1, x[t], x[s ^ t], f);
        g = multiplied(1, x[s ^ t], a[t], multiplied(-1, a[t], x[s ^ t], g));
      }
      double[] residual = multiplied(1, s0, g, multiplied(1, f, a[0], null));
      if (residual != null) {
        QuasiTriangularSylvester.solve(false, false, n, n, n0, n0, residual);
      }
      x[s] = residual;
    }
    return x;
  }

  /** {@code X} with another zeroth coefficient: the same number, computed with less rounding. */
  double[][] withZeroth(double[][] x, Supplier<double[]> replacement) {
    double[][] y = x.clone();
    y[0] = keep(replacement);
    return y;
  }

  private double[] keep(Supplier<double[]> computation) {
    if (operation == zeroth.coefficients.size()) {
      zeroth.coefficients.add(computation.get());
    }
    return zeroth.coefficients.get(operation++);
  }

  /** {@code sum + weight A B}, in place where there is a sum already. */
  private double[] multiplied(double weight, double[] a, double[] b, double[] sum) {
    if (a == null || b == null) {
      return sum;
    }
    double[] c = sum == null ? zeros() : sum;
    squareProduct.add(weight, a, b, c);
    return c;
  }

  private double[] combined(int s, double[] weights, List<double[][]> terms) {
    return Combination.ofCoefficients(n, s, weights, terms, this::array);
  }

  @Override
  public void release(double[][] x) {
    for (int s = 1; s < subsets; s++) {
      if (x[s] != null) {
        released.push(x[s]);
      }
    }
  }

  private double[] zeros() {
    if (released.isEmpty()) {
      return new double[n * n];
    }
    double[] zeros = released.pop();
    Arrays.fill(zeros, 0);
    return zeros;
  }

  /** Of any entries. */
  private double[] array() {
    return released.isEmpty() ? new double[n * n] : released.pop();
  }
}
