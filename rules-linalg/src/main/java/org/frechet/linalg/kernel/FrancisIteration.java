package org.frechet.linalg.kernel;

/**
 * The double-shift QR iteration that takes an upper Hessenberg matrix to real Schur form: Francis,
 * Computer Journal 4:265 and 332, 1961; Golub and Van Loan, Matrix Computations, 4th edition,
 * Algorithms 7.5.1 and 7.5.2. About 20n³ flops with {@code Q}.
 *
 * <p>The matrix is expected to be scaled to entries of at most about 1.
 */
final class FrancisIteration {

  private static final double EPS = Math.ulp(1.0);

  /** After so many sweeps without a deflation, a shift of another kind breaks the symmetry. */
  private static final int EXCEPTIONAL = 10;

  /** After so many, what is negligible beside the whole matrix counts as negligible. */
  private static final int STUCK = 20;

  private final int n;
  private final double[] h;
  private final double[] q;
  private final double norm;

  private FrancisIteration(int n, double[] h, double[] q) {
    this.n = n;
    this.h = h;
    this.q = q;
    this.norm = ColumnMajor.oneNorm(n, h);
  }

  /**
   * Overwrites {@code H} with {@code T} and {@code Q} with {@code Q Z} where {@code H = Z T Zᵀ}.
   *
   * @return −1, or the index of the eigenvalue that was not isolated in the sweeps allowed
   */
  static int run(int n, double[] h, double[] q, int sweepsAllowed) {
    return new FrancisIteration(n, h, q).run(sweepsAllowed);
  }

  private int run(int sweepsAllowed) {
    int last = n - 1;
    int sweeps = 0;
    int sinceDeflation = 0;
    while (last > 0) {
      int first = deflate(last, sinceDeflation >= STUCK);
      if (first >= last - 1) {
        if (first == last - 1) {
          StandardBlock.standardize(h, q, n, first);
        }
        last = first - 1;
        sinceDeflation = 0;
      } else if (sweeps++ == sweepsAllowed) {
        return last;
      } else {
        sweep(first, last, ++sinceDeflation);
      }
    }
    return -1;
  }

  /** The start of the unreduced block that ends at {@code last}, cut off by an exact zero. */
  private int deflate(int last, boolean byNorm) {
    int k = last;
    while (k > 0 && !isNegligible(k, byNorm)) {
      k--;
    }
    if (k > 0) {
      h[k + (k - 1) * n] = 0;
    }
    return k;
  }

  /** Whether {@code h(k, k−1)} is lost beside its neighbours on the diagonal. */
  private boolean isNegligible(int k, boolean byNorm) {
    double neighbours = Math.abs(h[k - 1 + (k - 1) * n]) + Math.abs(h[k + k * n]);
    double scale = neighbours == 0 || byNorm ? norm : neighbours;
    return Math.abs(h[k + (k - 1) * n]) <= Math.max(EPS * scale, Double.MIN_NORMAL);
  }

  /** One implicit double QR step on the unreduced block first..last of three rows or more. */
  private void sweep(int first, int last, int trial) {
    double[] x = trial % EXCEPTIONAL == 0 ? exceptional(first, last) : wilkinson(first, last);
    for (int k = first; k < last - 1; k++) {
      if (k > first) {
        System.arraycopy(h, k + (k - 1) * n, x, 0, 3);
      }
      chase(k, x, k > first, Math.min(k + 4, last + 1));
    }
    int k = last - 1;
    int bulge = k + (k - 1) * n;
    double length = Math.hypot(h[bulge], h[bulge + 1]);
    if (length > 0) {
      double c = h[bulge] / length;
      double s = h[bulge + 1] / length;
      h[bulge] = length;
      h[bulge + 1] = 0;
      rotate(k, c, s, last + 1);
    }
  }

  private void rotate(int k, double c, double s, int rows) {
    SmallTransformations.rotateRows(h, n, k, c, s, k, n);
    SmallTransformations.rotateColumns(h, n, k, c, s, rows);
    SmallTransformations.rotateColumns(q, n, k, c, s, n);
  }

  /** Applies the reflection that takes x to a multiple of e₁ to rows and columns k..k+2. */
  private void chase(int k, double[] x, boolean isColumnOfH, int rows) {
    double scale = Math.max(Math.abs(x[1]), Math.abs(x[2]));
    if (scale == 0) {
      return;
    }
    scale = Math.max(scale, Math.abs(x[0]));
    double alpha = x[0] / scale;
    double x2 = x[1] / scale;
    double x3 = x[2] / scale;
    double beta = -Math.copySign(Math.sqrt(alpha * alpha + x2 * x2 + x3 * x3), alpha);
    double tau = (beta - alpha) / beta;
    double v2 = x2 / (alpha - beta);
    double v3 = x3 / (alpha - beta);
    if (isColumnOfH) {
      int column = k + (k - 1) * n;
      h[column] = beta * scale;
      h[column + 1] = 0;
      h[column + 2] = 0;
    }
    SmallTransformations.reflectRows(h, n, k, tau, v2, v3, k);
    SmallTransformations.reflectColumns(h, n, k, tau, v2, v3, rows);
    SmallTransformations.reflectColumns(q, n, k, tau, v2, v3, n);
  }

  /**
   * Shifts at the eigenvalues of the trailing 2×2 block; where they are real, twice at the one that
   * is nearer to the last diagonal entry, which converges faster than one of each.
   */
  private double[] wilkinson(int first, int last) {
    int p = last - 1 + (last - 1) * n;
    double d = h[p + n + 1];
    double half = (h[p] - d) / 2;
    double root = StandardBlock.signedRoot(half, h[p + n], h[p + 1]);
    if (root < 0) {
      return firstColumn(first, d + half, root);
    }
    return firstColumn(first, d + half - Math.copySign(root, half), 0);
  }

  /**
   * Shifts at {@code c (3/4 ± i √(7/16))} with the size c of the last subdiagonal entries: sum 1.5
   * c, product c² (Martin, Peters and Wilkinson, Numerische Mathematik 14:219, 1970). They end the
   * cycles in which the usual shifts can be caught, as for a permutation.
   */
  private double[] exceptional(int first, int last) {
    int p = last + (last - 1) * n;
    double size = Math.abs(h[p]) + Math.abs(h[p - n - 1]);
    return firstColumn(first, 0.75 * size, -size * Math.sqrt(7.0 / 16));
  }

  /**
   * The first column of {@code (H − σ₁)(H − σ₂)} up to a factor, for {@code σ = mean ±
   * |root|·√(sign root)}: {@code ((h₁₁ − mean)² − δ + h₁₂h₂₁, h₂₁(h₁₁ + h₂₂ − 2 mean), h₂₁h₃₂)}
   * with δ = ±root².
   */
  private double[] firstColumn(int first, double mean, double root) {
    int p = first + first * n;
    double h11 = h[p] - mean;
    double h21 = h[p + 1];
    double h22 = h[p + n + 1] - mean;
    double scale = Math.abs(h11) + Math.abs(root) + Math.abs(h21);
    return new double[] {
      h11 * (h11 / scale) - root * (Math.abs(root) / scale) + h[p + n] * (h21 / scale),
      (h21 / scale) * (h11 + h22),
      (h21 / scale) * h[p + n + 2]
    };
  }
}
