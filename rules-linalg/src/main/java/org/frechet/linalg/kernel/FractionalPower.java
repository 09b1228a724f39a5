package org.frechet.linalg.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The principal power {@code Aᵖ} of a real matrix and its Fréchet derivatives of any order, on the
 * balanced real Schur form, by the method of Schur and Padé: with {@code p = m + f}, m whole, it is
 * {@code Tᵐ (T^(1/2ˢ))^f} with the latter squared s times (Higham and Lin, SIAM J. Matrix Anal.
 * Appl. 32(3):1056, 2011; 34(3):1341, 2013, for the derivative). No logarithm is formed, whose size
 * would multiply the rounding errors; m and f have one sign, so that the terms of the product rule
 * do not cancel; and products of triangles do not mix what belongs to small and to large
 * eigenvalues. The value for a positive m takes powers of A itself, which has no rounding errors.
 *
 * <p>A value takes about 45n³ flops and n³ for each root and square; a derivative factors nothing.
 * Immutable and safe to share between threads.
 */
public final class FractionalPower {

  private static final int DEGREE = 9;

  private final double p;
  private final int whole;
  private final BalancedSchur factors;
  private final RealSchur schur;
  private final SchurEvaluation evaluation;

  private FractionalPower(BalancedSchur factors, double p) {
    this.p = p;
    this.whole = (int) p;
    this.factors = factors;
    this.schur = factors.schur();
    this.evaluation = new SchurEvaluation("frechet(power)", factors, this::evaluate);
  }

  /** The powers of one matrix: each is made once. Safe to share between threads. */
  public static final class Family {
    private final BalancedSchur factors;
    private final Map<Double, FractionalPower> members = new ConcurrentHashMap<>();

    private Family(BalancedSchur factors) {
      this.factors = factors;
    }

    /** {@code Aᵖ} for {@code |p| < 2³¹}. */
    public FractionalPower of(double p) {
      return members.computeIfAbsent(p, absent -> new FractionalPower(factors, p));
    }
  }

  /** Of an A given by its Schur form, without eigenvalues on the closed negative real axis. */
  public static Family of(BalancedSchur factors) {
    return new Family(factors);
  }

  /** {@code L⁽ᵏ⁾(A; E₁,…,E_k)}, and {@code Aᵖ} where there is no direction. */
  public double[] frechet(double[]... directions) {
    if (schur.n() == 1) {
      return ofNumber(directions);
    }
    return directions.length == 0 && whole > 0 ? value() : evaluation.frechet(0, directions);
  }

  /** {@code Aᵐ A^f}. */
  private double[] value() {
    int n = schur.n();
    HyperdualAlgebra algebra = new HyperdualAlgebra(n, 0, new HyperdualAlgebra.Zeroth());
    double[] integral = integral(algebra, algebra.real(factors.matrix()))[0];
    return ColumnMajor.product(false, false, n, n, n, integral, evaluation.frechet(1));
  }

  /** {@code p (p − 1) ⋯ (p − k + 1) λᵖ (e₁/λ)⋯(e_k/λ)}. */
  private double[] ofNumber(double[][] directions) {
    double lambda = schur.re(0);
    double derivative = Math.pow(lambda, p);
    for (int k = 0; k < directions.length; k++) {
      derivative *= (p - k) * (directions[k][0] / lambda);
    }
    return new double[] {derivative};
  }

  /** {@code Tᵖ} and {@code T^f}. */
  private double[][][] evaluate(HyperdualAlgebra algebra, double[][] t) {
    RootChain chain = RootChain.of(schur, algebra, t);
    double fraction = p - whole;
    double[][] y = approximant(algebra, chain.minusIdentity(), fraction);
    y = withDiagonal(algebra, y, Math.scalb(fraction, -chain.roots()));
    for (int k = chain.roots() - 1; k >= 0; k--) {
      y = withDiagonal(algebra, algebra.product(y, y), Math.scalb(fraction, -k));
    }
    if (whole == 0) {
      return new double[][][] {y, y};
    }
    double[][] product = algebra.product(integral(algebra, t), y);
    return new double[][][] {withDiagonal(algebra, product, p), y};
  }

  private double[][] withDiagonal(HyperdualAlgebra algebra, double[][] y, double exponent) {
    return algebra.withZeroth(
        y,
        () ->
            DiagonalBlocks.replaced(
                schur,
                y[0],
                (re, im) -> DiagonalBlocks.power(exponent, re, im),
                SpectralFunction.power(exponent),
                exponent));
  }

  /**
   * {@code (I + X)^f}, the diagonal Padé approximant as a continued fraction, from its end: {@code
   * I + Y₁, Y_j = (I + Y_(j+1))⁻¹ c_j X}.
   */
  private double[][] approximant(HyperdualAlgebra algebra, double[][] x, double f) {
    double[][] identity = algebra.real(ColumnMajor.identity(schur.n()));
    double[] ones = {1, 1};
    double[][] y = algebra.combination(new double[] {coefficient(2 * DEGREE, f)}, x);
    for (int j = 2 * DEGREE - 1; j > 0; j--) {
      double[][] numerator = algebra.combination(new double[] {coefficient(j, f)}, x);
      y = algebra.quotient(algebra.combination(ones, identity, y), numerator);
    }
    return algebra.combination(ones, identity, y);
  }

  /** From Higham and Lin 2011, who write {@code (I − X)^f}. */
  private static double coefficient(int i, double f) {
    if (i == 1) {
      return f;
    }
    int j = i / 2;
    return i % 2 == 0 ? (j - f) / (2 * (2 * j - 1)) : (j + f) / (2 * (2 * j + 1));
  }

  /** {@code Tᵐ}, by binary powering of T or of its inverse. */
  private double[][] integral(HyperdualAlgebra algebra, double[][] t) {
    double[][] identity = algebra.real(ColumnMajor.identity(schur.n()));
    double[][] square = whole < 0 ? algebra.quotient(t, identity) : t;
    double[][] power = null;
    for (int rest = Math.abs(whole); rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        power = power == null ? square : algebra.product(power, square);
      }
      square = rest > 1 ? algebra.product(square, square) : square;
    }
    return power;
  }
}
