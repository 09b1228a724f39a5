package org.frechet.linalg.kernel;

/**
 * {@code B = D⁻¹ A D} with a diagonal {@code D} of powers of two that evens out the norms of each
 * row and column: Parlett and Reinsch, Numer. Math. 13:293, 1969. Without rounding, and kept only
 * where it lowers the 1-norm {@value #WORTHWHILE}-fold: a matrix that needs none is left alone, as
 * scaling back could magnify errors (Watkins, Electron. Trans. Numer. Anal. 23:1, 2006). Immutable.
 */
final class Balancing {

  private static final double WORTHWHILE = 16;
  private static final double PROGRESS = 0.95;
  private static final int SWEEPS = 100;

  /** So that what is scaled with D, and its squares, stay in the range of double. */
  private static final int FARTHEST = 200;

  private final int n;
  private final double[] balanced;
  private final double norm;

  /** The exponents of D; null where D is the identity, the usual case. */
  private final int[] exponents;

  private Balancing(int n, int[] exponents, double[] balanced) {
    this.n = n;
    this.exponents = exponents;
    this.balanced = balanced;
    this.norm = ColumnMajor.oneNorm(n, balanced);
  }

  /**
   * Balances an n×n matrix, which is left as it is; where it is left alone, its array is shared. If
   * an entry is not finite, the norm is not.
   */
  static Balancing of(int n, double[] a) {
    Balancing none = new Balancing(n, null, a);
    return none.isHopeless() || none.isBalanced() ? none : none.afterSweeps();
  }

  /** Whether the diagonal, which stays as it is, holds the norm up. */
  private boolean isHopeless() {
    return WORTHWHILE * largestOnDiagonal() > norm;
  }

  private double largestOnDiagonal() {
    double largest = 0;
    for (int j = 0; j < n; j++) {
      largest = Math.max(largest, Math.abs(balanced[j * (n + 1)]));
    }
    return largest;
  }

  /** Whether the first sweep would change nothing: from all sums in one pass over the matrix. */
  private boolean isBalanced() {
    double[] columns = new double[n];
    double[] rows = new double[n];
    for (int j = 0; j < n; j++) {
      columns[j] = addSizes(j, 0, j, rows) + addSizes(j, j + 1, n, rows);
    }
    boolean change = false;
    for (int i = 0; i < n; i++) {
      change |= shift(i, columns[i], rows[i]) != 0;
    }
    return !change;
  }

  /** Adds the absolute values of a part of column j to those rows, and returns their sum. */
  private double addSizes(int j, int from, int to, double[] rows) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double size = Math.abs(balanced[i + j * n]);
      sum += size;
      rows[i] += size;
    }
    return sum;
  }

  private Balancing afterSweeps() {
    int[] powers = new int[n];
    double[] entries = balanced.clone();
    Balancing sweeps = new Balancing(n, powers, entries);
    boolean progress = true;
    for (int sweep = 0; progress && sweep < SWEEPS; sweep++) {
      progress = false;
      for (int i = 0; i < n; i++) {
        progress |= sweeps.balance(i);
      }
    }
    Balancing found = new Balancing(n, powers, entries);
    return WORTHWHILE * found.norm <= norm ? found : this;
  }

  /** Whether the matrix is left alone. */
  boolean isIdentity() {
    return exponents == null;
  }

  /** The 1-norm of {@code B}. */
  double norm() {
    return norm;
  }

  /** {@code B}, the array itself, which may be that of A. */
  double[] balanced() {
    return balanced;
  }

  /** {@code D⁻¹ X D}, or X itself where that is the same. */
  double[] into(double[] x) {
    return exponents == null ? x : scaled(x, -1);
  }

  /** {@code D X D⁻¹}, a new array. */
  double[] outOf(double[] x) {
    return exponents == null ? x.clone() : scaled(x, 1);
  }

  private double[] scaled(double[] x, int sign) {
    double[] y = new double[x.length];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        y[i + j * n] = Math.scalb(x[i + j * n], sign * (exponents[i] - exponents[j]));
      }
    }
    return y;
  }

  /** Scales row and column i, and says whether it paid. */
  private boolean balance(int i) {
    double column = 0;
    double row = 0;
    for (int j = 0; j < n; j++) {
      column += j == i ? 0 : Math.abs(balanced[j + i * n]);
      row += j == i ? 0 : Math.abs(balanced[i + j * n]);
    }
    int shift = shift(i, column, row);
    if (shift != 0) {
      scale(i, shift);
    }
    return shift != 0;
  }

  /** The power of two by which to scale column i up and row i down; 0 where it does not pay. */
  private int shift(int i, double column, double row) {
    if (Double.isInfinite(column + row)) {
      return 0;
    }
    int shift =
        column == 0 || row == 0
            ? detached(i, column, row)
            : (int) Math.rint((Math.getExponent(row) - Math.getExponent(column)) / 2.0);
    if (shift == 0) {
      return 0;
    }
    double after = column * powerOfTwo(shift) + row * powerOfTwo(-shift);
    return after < PROGRESS * (column + row) ? shift : 0;
  }

  /**
   * Where nothing leads to i, or nothing from it, the matrix is block triangular, and what is
   * beside the diagonal says nothing about the size of a function of it: it comes down to the size
   * of the diagonal. Without that, scaling and squaring would take the norm of {@code [[1, b], [0,
   * −1]]} for its size, and lose digits to squarings that it does not need (Al-Mohy and Higham,
   * SIAM J. Matrix Anal. Appl. 31(3):970, 2009, on overscaling).
   */
  private int detached(int i, double column, double row) {
    double largest = largestOnDiagonal();
    if (largest == 0 || column + row <= largest) {
      return 0;
    }
    int shift = Math.getExponent(column + row) - Math.getExponent(largest);
    int signed = column == 0 ? shift : -shift;
    int known = exponents == null ? 0 : exponents[i];
    return Math.abs(known + signed) > FARTHEST ? 0 : signed;
  }

  /** Multiplies column i by {@code 2^shift}, and divides row i by it, for |shift| ≤ 1023. */
  private void scale(int i, int shift) {
    exponents[i] += shift;
    double up = powerOfTwo(shift);
    double down = powerOfTwo(-shift);
    for (int j = 0; j < n; j++) {
      if (j != i) {
        balanced[j + i * n] *= up;
        balanced[i + j * n] *= down;
      }
    }
  }

  /** {@code 2^exponent}; from its bits where it is a normal number. */
  private static double powerOfTwo(int exponent) {
    return Math.abs(exponent) <= Double.MAX_EXPONENT - 1
        ? Double.longBitsToDouble((long) (exponent + Double.MAX_EXPONENT) << 52)
        : Math.scalb(1.0, exponent);
  }
}
