package org.frechet.linalg.kernel;

/**
 * The principal logarithm of a real matrix and its Fréchet derivatives of any order, by inverse
 * scaling and squaring on the real Schur form: {@code log A = 2ˢ log(A^(1/2ˢ))}, where the latter
 * is a Padé approximant in {@code X = A^(1/2ˢ) − I}, {@code Σ w_j X (I + x_j X)⁻¹} with the nodes
 * and weights of Gauss and Legendre.
 *
 * <p>Al-Mohy, Higham and Relton, SIAM J. Sci. Comput. 34(4):C153, 2012, and 35(4):C394, 2013: the
 * algorithm, its derivative (here of any order, in the {@link HyperdualAlgebra}) and the diagonal
 * of {@code X} without cancellation, which keeps long chains of roots accurate. Degree 9 at norms
 * of {@code X} up to a quarter leaves the approximant exact to rounding for five derivatives.
 *
 * <p>Roots and factors are kept: a derivative costs s + 9 triangular solves of order n and twice as
 * many products, and factors nothing. Immutable and safe to share between threads.
 */
public final class Logarithm {

  private static final GaussLegendre RULE = GaussLegendre.of(9);
  private static final double LARGEST_NORM = 0.25;

  /** Enough for any matrix in the range of double: each root halves the exponents. */
  private static final int MOST_ROOTS = 1100;

  private final RealSchur schur;
  private final int roots;
  private final HyperdualAlgebra.Zeroth zeroth = new HyperdualAlgebra.Zeroth();

  private Logarithm(RealSchur schur) {
    this.schur = schur;
    HyperdualAlgebra algebra = new HyperdualAlgebra(schur.n(), 0, zeroth);
    double[][] x = algebra.variable(schur.sharedT());
    int taken = 0;
    while (taken < MOST_ROOTS
        && ColumnMajor.oneNorm(schur.n(), minusIdentity(x[0], taken)) > LARGEST_NORM) {
      x = algebra.squareRoot(x);
      taken++;
    }
    this.roots = taken;
    approximant(algebra, x);
  }

  /** Of an A given by its Schur form, without eigenvalues on the closed negative real axis. */
  public static Logarithm of(RealSchur schur) {
    return new Logarithm(schur);
  }

  /** The number s of square roots. */
  public int roots() {
    return roots;
  }

  /**
   * {@code L⁽ᵏ⁾(A; E₁,…,E_k)}, and {@code log A} where there is no direction; {@code L⁽ᵏ⁾(Aᵀ;
   * E₁,…,E_k) = L⁽ᵏ⁾(A; E₁ᵀ,…,E_kᵀ)ᵀ}.
   *
   * @throws IllegalArgumentException if a direction does not have n² entries
   */
  public double[] frechet(double[]... directions) {
    int n = schur.n();
    if (n == 1) {
      return ofNumber(directions);
    }
    double[][] turned = turned(directions);
    HyperdualAlgebra algebra = new HyperdualAlgebra(n, turned.length, zeroth);
    double[][] x = algebra.variable(schur.sharedT(), turned);
    for (int i = 0; i < roots; i++) {
      x = algebra.squareRoot(x);
    }
    double[][] y = approximant(algebra, x);
    double[] derivative = y[y.length - 1];
    if (derivative == null) {
      return new double[n * n];
    }
    double[] half = ColumnMajor.product(false, false, n, n, n, schur.sharedQ(), derivative);
    return ColumnMajor.product(false, true, n, n, n, half, schur.sharedQ());
  }

  /** {@code Qᵀ E Q} for each direction. */
  private double[][] turned(double[][] directions) {
    int n = schur.n();
    double[][] turned = new double[directions.length][];
    for (int i = 0; i < turned.length; i++) {
      ColumnMajor.requireSize("frechet(log)", "direction " + i, n, n, directions[i]);
      double[] half = ColumnMajor.product(true, false, n, n, n, schur.sharedQ(), directions[i]);
      turned[i] = ColumnMajor.product(false, false, n, n, n, half, schur.sharedQ());
    }
    return turned;
  }

  /** A 1×1 matrix is a number: {@code (−1)ᵏ⁻¹ (k−1)! e₁⋯e_k / λᵏ}. */
  private double[] ofNumber(double[][] directions) {
    double lambda = schur.re(0);
    double derivative = directions.length == 0 ? Math.log(lambda) : -1;
    for (int k = 0; k < directions.length; k++) {
      derivative *= -Math.max(1, k) * directions[k][0] / lambda;
    }
    return new double[] {derivative};
  }

  /** {@code 2ˢ Σ w_j X (I + x_j X)⁻¹}. */
  private double[][] approximant(HyperdualAlgebra algebra, double[][] root) {
    double[][] x = algebra.withZeroth(root, () -> minusIdentity(root[0], roots));
    double[][] identity = algebra.real(ColumnMajor.identity(schur.n()));
    int m = RULE.nodes().length;
    double[][][] terms = new double[m][][];
    double[] weights = new double[m];
    for (int j = 0; j < m; j++) {
      double[][] d = algebra.combination(new double[] {1, RULE.nodes()[j]}, identity, x);
      terms[j] = algebra.quotient(d, x);
      weights[j] = Math.scalb(RULE.weights()[j], roots);
    }
    double[][] sum = algebra.combination(weights, terms);
    return algebra.withZeroth(sum, () -> withExactDiagonal(sum[0]));
  }

  /** The diagonal blocks are the logarithms of those of {@code T}. */
  private double[] withExactDiagonal(double[] log) {
    double[] x = log.clone();
    for (int i = 0; i < schur.n(); i++) {
      if (schur.startsPair(i)) {
        double omega = schur.im(i);
        setPair(x, i, logModulus(schur.re(i), omega), Math.atan2(omega, schur.re(i)) / omega);
        i++;
      } else {
        x[i * (schur.n() + 1)] = Math.log(schur.re(i));
      }
    }
    return x;
  }

  /** Sets a block to {@code diagonal I + factor (T_ii − Re λ I)}. */
  private void setPair(double[] x, int i, double diagonal, double factor) {
    int n = schur.n();
    int p = i + i * n;
    x[p] = diagonal;
    x[p + n + 1] = diagonal;
    x[p + 1] = factor * schur.sharedT()[p + 1];
    x[p + n] = factor * schur.sharedT()[p + n];
  }

  /** {@code T^(1/2ˢ) − I}, with the diagonal blocks from those of {@code T}. */
  private double[] minusIdentity(double[] root, int taken) {
    int n = schur.n();
    double[] x = root.clone();
    for (int i = 0; i < n; i++) {
      int p = i + i * n;
      if (schur.startsPair(i)) {
        pairMinusIdentity(x, i, taken);
        i++;
      } else {
        x[p] = Math.expm1(Math.scalb(Math.log(schur.re(i)), -taken));
      }
    }
    return x;
  }

  /** With {@code λ^(1/2ˢ) = e^(u+iv)}: {@code e^u cos v − 1 = expm1(u) cos v − 2 sin²(v/2)}. */
  private void pairMinusIdentity(double[] x, int i, int taken) {
    double a = schur.re(i);
    double omega = schur.im(i);
    double u = Math.scalb(logModulus(a, omega), -taken);
    double v = Math.scalb(Math.atan2(omega, a), -taken);
    double half = Math.sin(v / 2);
    double diagonal = Math.expm1(u) * Math.cos(v) - 2 * half * half;
    setPair(x, i, diagonal, Math.exp(u) * Math.sin(v) / omega);
  }

  /** {@code log |a + iω|}, accurate where the modulus is near one. */
  private static double logModulus(double a, double omega) {
    double modulus = Math.hypot(a, omega);
    double size = Math.abs(a);
    return modulus > 0.5 && modulus < 2
        ? 0.5 * Math.log1p((size - 1) * (size + 1) + omega * omega)
        : Math.log(modulus);
  }
}
