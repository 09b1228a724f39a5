package org.frechet.linalg.kernel;

/**
 * The standard form of a 2×2 diagonal block: upper triangular where its eigenvalues are real, equal
 * diagonal entries and off-diagonal entries of opposite sign where they are a complex pair. One
 * rotation reaches either (Golub and Van Loan, Matrix Computations, 4th edition, section 7.4.1, for
 * the real eigenvalues; the symmetric part's Jacobi angle plus 45° for the pair).
 */
final class StandardBlock {

  private StandardBlock() {}

  /**
   * {@code √|half² + bc|} with the sign of the radicand, for {@code [a b; c d]} with {@code half =
   * (a − d)/2}: its eigenvalues are {@code (a + d)/2 ± √(half² + bc)}.
   */
  static double signedRoot(double half, double b, double c) {
    double scale = Math.max(Math.abs(half), Math.max(Math.abs(b), Math.abs(c)));
    if (scale == 0) {
      return 0;
    }
    double radicand = (half / scale) * (half / scale) + (b / scale) * (c / scale);
    return Math.copySign(Math.sqrt(Math.abs(radicand)) * scale, radicand);
  }

  /** Rotates the block at k of the quasi-triangular {@code t} into standard form, and q with it. */
  static void standardize(double[] t, double[] q, int n, int k) {
    int p = k + k * n;
    double a = t[p];
    double c = t[p + 1];
    double b = t[p + n];
    double d = t[p + n + 1];
    double half = (a - d) / 2;
    double root = signedRoot(half, b, c);
    if (c == 0) {
      return;
    }
    if (root < 0) {
      equalizeDiagonal(t, q, n, k, half, root);
      return;
    }
    // (z, c) is an eigenvector of d + z, where z is the root of z² − 2 half z − bc without
    // cancellation; the difference b − c of the off-diagonal entries stays.
    double z = half + Math.copySign(root, half);
    double length = Math.hypot(z, c);
    rotate(t, q, n, k, z / length, c / length);
    set(t, n, p, d + z, b - c, 0, z == 0 ? d : d - b / z * c);
  }

  /** Turns the symmetric part of the block until its diagonal is constant. */
  private static void equalizeDiagonal(
      double[] t, double[] q, int n, int k, double half, double root) {
    int p = k + k * n;
    double mean = t[p + n + 1] + half;
    double symmetric = (t[p + n] + t[p + 1]) / 2;
    double skew = (t[p + n] - t[p + 1]) / 2;
    double radius = Math.hypot(half, symmetric);
    double turned = Math.copySign(radius, symmetric);
    if (radius > 0) {
      double cosine = Math.sqrt((1 + Math.abs(symmetric) / radius) / 2);
      rotate(t, q, n, k, cosine, -half / turned / (2 * cosine));
    }
    // The entries are turned ± skew, and their product is −root²: one of them would cancel.
    if (turned >= 0 == skew >= 0) {
      double upper = turned + skew;
      set(t, n, p, mean, upper, -root * (root / upper), mean);
    } else {
      double lower = turned - skew;
      set(t, n, p, mean, -root * (root / lower), lower, mean);
    }
  }

  /** Rotates all but the block itself, which is set to what it becomes. */
  private static void rotate(double[] t, double[] q, int n, int k, double c, double s) {
    SmallTransformations.rotateRows(t, n, k, c, s, k + 2, n);
    SmallTransformations.rotateColumns(t, n, k, c, s, k);
    SmallTransformations.rotateColumns(q, n, k, c, s, n);
  }

  private static void set(
      double[] t, int n, int p, double upperLeft, double upper, double lower, double lowerRight) {
    t[p] = upperLeft;
    t[p + n] = upper;
    t[p + 1] = lower;
    t[p + n + 1] = lowerRight;
  }
}
