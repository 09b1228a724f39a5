package org.frechet.linalg.kernel;

/**
 * The iteration behind {@link RealSchur}, on one irreducible diagonal block at a time: what is
 * block triangular already stays so, without rounding on its zeros. Equal blocks, as in {@code [[A,
 * E], [0, A]]}, have equal eigenvalues to the last digit. Each block is scaled by itself.
 *
 * @param t the quasi-triangular factor
 * @param q the orthogonal factor
 */
record SchurByBlocks(double[] t, double[] q) {

  /** Of an n×n matrix with finite entries, which is left as it is. */
  static SchurByBlocks of(int n, double[] a, int sweepsAllowed) {
    int cut = cut(n, a);
    if (cut == 0) {
      return ofIrreducible(n, a, sweepsAllowed);
    }
    BlockTriangular whole = BlockTriangular.at(cut, n, a);
    int m = n - cut;
    SchurByBlocks upper = of(cut, whole.upper(), sweepsAllowed);
    SchurByBlocks lower = of(m, whole.lower(), sweepsAllowed);
    double[] corner = turned(cut, m, upper.q, whole.corner(), lower.q);
    double[] zero = new double[corner.length];
    return new SchurByBlocks(
        new BlockTriangular(cut, m, upper.t, corner, lower.t).joined(),
        new BlockTriangular(cut, m, upper.q, zero, lower.q).joined());
  }

  /** {@code Q₁ᵀ C Q₂}. */
  private static double[] turned(int m, int n, double[] q1, double[] c, double[] q2) {
    int exponent = ColumnMajor.exponent(c);
    double[] scaled = ColumnMajor.scalb(c, -exponent);
    double[] half = ColumnMajor.product(true, false, m, n, m, q1, scaled);
    return ColumnMajor.scalb(ColumnMajor.product(false, false, m, n, n, half, q2), exponent);
  }

  private static SchurByBlocks ofIrreducible(int n, double[] a, int sweepsAllowed) {
    // a power of two is exact, and squares of entries then stay in range
    int exponent = ColumnMajor.exponent(a);
    int[] order = GradedOrder.of(n, a);
    double[] t = GradedOrder.applied(n, order, ColumnMajor.scalb(a, -exponent));
    double[] q = ColumnMajor.identity(n);
    Hessenberg.reduce(n, t, q);
    int failed = FrancisIteration.run(n, t, q, sweepsAllowed);
    if (failed >= 0) {
      throw new ArithmeticException(
          String.format(
              "schur: the QR iteration on a %d×%d matrix did not isolate eigenvalue %d in %d sweeps",
              n, n, failed, sweepsAllowed));
    }
    return new SchurByBlocks(
        ColumnMajor.scalb(t, exponent), GradedOrder.undone(n, order, orthogonalized(n, q)));
  }

  /** {@code Q (3I − QᵀQ) / 2}: the reflections leave more rounding in Q than in T. */
  private static double[] orthogonalized(int n, double[] q) {
    double[] correction = ColumnMajor.product(true, false, n, n, n, q, q);
    for (int p = 0; p < correction.length; p++) {
      correction[p] = ((p % (n + 1) == 0 ? 1 : 0) - correction[p]) / 2;
    }
    double[] orthogonal = ColumnMajor.product(false, false, n, n, n, q, correction);
    for (int p = 0; p < orthogonal.length; p++) {
      orthogonal[p] += q[p];
    }
    return orthogonal;
  }

  /** The order of an upper left block with nothing but zeros below, about half; 0 for none. */
  private static int cut(int n, double[] a) {
    int cut = 0;
    int lowest = 0;
    for (int j = 0; j < n - 1; j++) {
      for (int i = lowest + 1; i < n; i++) {
        lowest = a[i + j * n] == 0 ? lowest : i;
      }
      if (lowest <= j) {
        cut = Math.abs(2 * (j + 1) - n) < Math.abs(2 * cut - n) ? j + 1 : cut;
        lowest = j + 1;
      }
    }
    return cut;
  }
}
