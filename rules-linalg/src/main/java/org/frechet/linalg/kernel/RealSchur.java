package org.frechet.linalg.kernel;

/**
 * The real Schur form {@code A = Q T Qᵀ} of an n×n matrix: {@code Q} orthogonal, {@code T} upper
 * triangular but for 2×2 diagonal blocks, one for each pair of complex conjugate eigenvalues. The
 * blocks are in standard form: {@code [a b; c a]} with {@code bc < 0}, eigenvalues {@code a ±
 * i√(−bc)}. So a diagonal block is 2×2 exactly where the entry below the diagonal is not zero.
 *
 * <p>Householder reduction to Hessenberg form and Francis's QR iteration, and one step that makes
 * {@code Q} orthogonal to the last digit (Björck and Bowie, SIAM J. Numer. Anal. 8(2):358, 1971);
 * about 30n³ flops. {@code A − Q T Qᵀ} and {@code QᵀQ − I} are of the order of the unit roundoff
 * times {@code ‖A‖} and 1. What is block triangular stays so exactly. The order of the eigenvalues
 * on the diagonal is what the iteration finds.
 *
 * <p>Entries of {@code T} that exceed the range of double, as can be where {@code ‖A‖} does, are
 * infinite. Immutable and safe to share between threads.
 */
public final class RealSchur {

  private static final int SWEEPS_PER_EIGENVALUE = 30;

  private final int n;
  private final double[] t;
  private final double[] q;

  /** Factors that are known to be a real Schur form; the arrays are taken over. */
  RealSchur(int n, double[] t, double[] q) {
    this.n = n;
    this.t = t;
    this.q = q;
  }

  /**
   * The real Schur form of an n×n column-major matrix.
   *
   * @throws IllegalArgumentException if {@code a} does not have n² entries, or one is not finite
   * @throws ArithmeticException if the iteration does not converge in 30n sweeps
   */
  public static RealSchur of(int n, double[] a) {
    return of(n, a, SWEEPS_PER_EIGENVALUE * n);
  }

  static RealSchur of(int n, double[] a, int sweepsAllowed) {
    ColumnMajor.requireSize("schur", "a", n, n, a);
    ColumnMajor.requireFinite("schur", "a", n, a);
    SchurByBlocks found = SchurByBlocks.of(n, a, sweepsAllowed);
    return new RealSchur(n, found.t(), found.q());
  }

  /** The order of the matrix. */
  public int n() {
    return n;
  }

  /** The quasi-triangular factor, a copy. */
  public double[] t() {
    return t.clone();
  }

  /** The orthogonal factor, a copy. */
  public double[] q() {
    return q.clone();
  }

  /** {@code Q T Qᵀ}, the matrix itself up to rounding. */
  public double[] product() {
    double[] half = ColumnMajor.product(false, false, n, n, n, q, t);
    return ColumnMajor.product(false, true, n, n, n, half, q);
  }

  /** The real part of the i-th eigenvalue. */
  public double re(int i) {
    return t[i + i * n];
  }

  /** The imaginary part of the i-th eigenvalue: of a pair, the first has the positive one. */
  public double im(int i) {
    if (startsPair(i)) {
      return imaginary(i);
    }
    return i > 0 && startsPair(i - 1) ? -imaginary(i - 1) : 0;
  }

  /** Whether the rows i and i + 1 of {@code T} hold a 2×2 block. */
  public boolean startsPair(int i) {
    return i + 1 < n && t[i + 1 + i * n] != 0;
  }

  /** The largest modulus of an eigenvalue; 0 for n = 0. */
  public double spectralRadius() {
    double radius = 0;
    for (int i = 0; i < n; i++) {
      radius = Math.max(radius, Math.hypot(re(i), im(i)));
    }
    return radius;
  }

  private double imaginary(int i) {
    return Math.sqrt(Math.abs(t[i + 1 + i * n])) * Math.sqrt(Math.abs(t[i + (i + 1) * n]));
  }

  /** {@code T} itself, for the solvers of this package, which do not write to it. */
  double[] sharedT() {
    return t;
  }

  /** {@code Q} itself, for the solvers of this package, which do not write to it. */
  double[] sharedQ() {
    return q;
  }
}
