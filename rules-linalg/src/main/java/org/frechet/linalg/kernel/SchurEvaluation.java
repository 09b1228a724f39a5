package org.frechet.linalg.kernel;

/**
 * Functions of one matrix and their Fréchet derivatives of any order, by an algorithm on its
 * balanced Schur form: over the real matrices once, and over the hyperdual ones for each
 * derivative, on the real results that are kept. A derivative factors nothing. Immutable after
 * construction, safe to share between threads.
 */
final class SchurEvaluation {

  /** One or several functions of an upper quasi-triangular matrix with standard blocks. */
  @FunctionalInterface
  interface Algorithm {
    double[][][] apply(HyperdualAlgebra algebra, double[][] t);
  }

  private final String operation;
  private final BalancedSchur factors;
  private final Algorithm algorithm;
  private final HyperdualAlgebra.Zeroth zeroth = new HyperdualAlgebra.Zeroth();

  SchurEvaluation(String operation, BalancedSchur factors, Algorithm algorithm) {
    this.operation = operation;
    this.factors = factors;
    this.algorithm = algorithm;
    evaluate(new double[0][]);
  }

  /**
   * {@code L⁽ᵏ⁾(A; E₁,…,E_k)} of the function with this index; the value for no direction. It is
   * multilinear: directions are scaled to the size of A by powers of two, so that what is in range
   * is reached through what is in range.
   */
  double[] frechet(int function, double[]... directions) {
    int n = factors.schur().n();
    double[][] turned = new double[directions.length][];
    int exponent = 0;
    for (int i = 0; i < turned.length; i++) {
      ColumnMajor.requireSize(operation, "direction " + i, n, n, directions[i]);
      double[] direction = factors.into(directions[i]);
      int scale = ColumnMajor.exponent(direction) - ColumnMajor.exponent(factors.schur().sharedT());
      turned[i] = ColumnMajor.scalb(direction, -scale);
      exponent += scale;
    }
    double[][] y = evaluate(turned)[function];
    double[] derivative = y[y.length - 1];
    return derivative == null
        ? new double[n * n]
        : ColumnMajor.scalb(factors.outOf(derivative), exponent);
  }

  private double[][][] evaluate(double[][] turned) {
    RealSchur schur = factors.schur();
    HyperdualAlgebra algebra = new HyperdualAlgebra(schur.n(), turned.length, zeroth);
    return algorithm.apply(algebra, algebra.variable(schur.sharedT(), turned));
  }
}
