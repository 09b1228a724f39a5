package org.frechet.linalg.kernel;

/**
 * How {@code exp(A) ≈ r_m(2⁻ˢ A)^(2ˢ)} is evaluated.
 *
 * @param degree the degree m of the Padé approximant
 * @param squarings the number s of squarings
 */
record PadeScaling(int degree, int squarings) {

  private static final int[] DEGREES = {3, 5, 7, 9, 13};

  /** The lowest degree, up to the highest, that is accurate for derivatives up to the order. */
  static PadeScaling of(int n, double[] a, int order, int highestDegree) {
    return of(n, a, ColumnMajor.oneNorm(n, a), order, highestDegree);
  }

  /** The same with the 1-norm of the matrix. */
  static PadeScaling of(int n, double[] a, double norm, int order, int highestDegree) {
    int i = 0;
    while (DEGREES[i] < highestDegree && norm > Exponential.bound(i, order)) {
      i++;
    }
    double bound = Exponential.bound(i, order);
    if (norm == Double.POSITIVE_INFINITY) {
      // The entries are finite and fewer than 2³¹, so only their sum is out of range.
      double smaller = ColumnMajor.oneNorm(n, ColumnMajor.scalb(a, -32));
      return new PadeScaling(DEGREES[i], 32 + squarings(smaller, bound));
    }
    return new PadeScaling(DEGREES[i], squarings(norm, bound));
  }

  /** The smallest s ≥ 0 with {@code 2⁻ˢ norm ≤ bound}, read off the exponent of the quotient. */
  private static int squarings(double norm, double bound) {
    return norm <= bound ? 0 : Math.getExponent(Math.nextDown(norm / bound)) + 1;
  }
}
