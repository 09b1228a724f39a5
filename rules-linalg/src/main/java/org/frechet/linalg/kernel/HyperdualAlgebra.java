package org.frechet.linalg.kernel;

import java.util.ArrayList;
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
 * <p>In sums, products and quotients the last direction may be a {@link Stack} of directions. An
 * instance serves one run, in one thread.
 */
final class HyperdualAlgebra {

  /** The zeroth coefficients of a run, in the order of its operations, and the factors it made. */
  static final class Zeroth {
    final List<double[]> coefficients = new ArrayList<>();
    final List<LuFactors> divisors = new ArrayList<>();
  }

  private final int n;
  private final int subsets;
  private final Zeroth zeroth;
  private final SquareProduct squareProduct;
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
  double[][] product(double[][] a, double[][] b) {
    return product(a, b, 0);
  }

  /**
   * {@code X²} in which every ε is then halved. The exponential of {@code 2(A + εE)} is the square
   * of that of {@code A + εE}; its derivative in the direction {@code E} is half the coefficient.
   * So the directions need no scaling down with {@code A}, and cannot underflow.
   */
  double[][] squareHalvingDirections(double[][] x) {
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
      c[s] = addProduct(s, Math.scalb(1.0, -halvings * Integer.bitCount(s)), a, b, null);
    }
    return c;
  }

  /** {@code sum + weight Σ_{T⊆S} A_T B_{S∖T}}, in place where there is a sum already. */
  private double[] addProduct(int s, double weight, double[][] a, double[][] b, double[] sum) {
    double[] c = multiplied(weight, a[0], b[s], sum);
    for (int t = s; t != 0; t = (t - 1) & s) {
      c = multiplied(weight, a[t], b[s ^ t], c);
    }
    return c;
  }

  /** {@code Σ wᵢ Xᵢ}; a term that is null is the identity. */
  double[][] combination(double[] weights, double[][]... terms) {
    double[][] sum = new double[subsets][];
    sum[0] = keep(() -> combined(0, weights, terms));
    for (int s = 1; s < subsets; s++) {
      sum[s] = combined(s, weights, terms);
    }
    return sum;
  }

  /** {@code A B + Σ wᵢ Xᵢ}; a term that is null is the identity. */
  double[][] productAndCombination(
      double[][] a, double[][] b, double[] weights, double[][]... terms) {
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

  /**
   * {@code N D⁻¹} as {@link #quotient} has it, in place: the numerator, and {@code D_∅} in the
   * first run, are overwritten. They must be results of {@link #combination}, which are new arrays,
   * and must not be used again.
   */
  double[][] quotientInPlace(double[][] d, double[][] numerator) {
    return quotient(divisor(() -> LuFactors.inPlace(n, d[0])), d, numerator, x -> x);
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
    divisor.solveOnTheRight(n == 0 ? 0 : b.length / n, b);
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

  /**
   * {@code sum + weight A B}, in place where there is a sum already; one of the two may be a stack.
   */
  private double[] multiplied(double weight, double[] a, double[] b, double[] sum) {
    if (a == null || b == null) {
      return sum;
    }
    double[] c = sum == null ? new double[Math.max(a.length, b.length)] : sum;
    if (b.length > a.length) {
      Stack.addProduct(n, weight, a, b, c);
    } else if (a.length == b.length) {
      squareProduct.add(weight, a, b, c);
    } else {
      int m = a.length / n;
      ColumnMajor.KERNELS.multiply(false, false, m, n, n, weight, a, 0, m, b, 0, n, c, 0, m);
    }
    return c;
  }

  private double[] combined(int s, double[] weights, double[][][] terms) {
    return Combination.ofCoefficients(n, s, weights, terms);
  }
}
