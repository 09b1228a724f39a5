package org.frechet.linalg.kernel;

/**
 * {@code X = T^(1/2ˢ) − I} with as many square roots as bring it within the reach of a Padé
 * approximant: the first half of inverse scaling and squaring, for logarithms and for powers.
 *
 * @param minusIdentity X
 * @param roots s
 */
record RootChain(double[][] minusIdentity, int roots) {

  /** At this norm, degree 9 is exact to three units of roundoff in third derivatives of powers. */
  private static final double LARGEST_NORM = 0.25;

  /** Enough for any matrix in the range of double: each root halves the exponents. */
  private static final int MOST_ROOTS = 1100;

  static RootChain of(RealSchur schur, HyperdualAlgebra algebra, double[][] t) {
    double[][] x = t;
    int taken = 0;
    double[] rest = minusIdentity(schur, x[0], 0);
    while (taken < MOST_ROOTS && !(ColumnMajor.oneNorm(schur.n(), rest) <= LARGEST_NORM)) {
      x = algebra.squareRoot(x);
      taken++;
      rest = minusIdentity(schur, x[0], taken);
    }
    double[] last = rest;
    return new RootChain(algebra.withZeroth(x, () -> last), taken);
  }

  /** {@code T^(1/2ˢ) − I}, with the diagonal blocks from those of {@code T}. */
  private static double[] minusIdentity(RealSchur schur, double[] root, int taken) {
    double exponent = Math.scalb(1.0, -taken);
    return DiagonalBlocks.replaced(
        schur,
        root,
        (re, im) -> DiagonalBlocks.rootMinusOne(taken, re, im),
        SpectralFunction.power(exponent),
        exponent);
  }
}
