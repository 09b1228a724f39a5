package org.frechet.linalg.kernel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sine and cosine of a real matrix, circular or hyperbolic, together, and their Fréchet derivatives
 * of any order: {@code exp(jA) = C + jS} with {@code j² = −1} or {@code 1}. With the diagonal Padé
 * approximant {@code (V + jU) / (V − jU)} of the exponential, {@code C = (V² + j²U²) / (V² − j²U²)}
 * and {@code S = 2VU / (V² − j²U²)} keep a small sine relatively accurate, and the angle is
 * doubled: {@code C(2A) = C² + j²S²}, {@code S(2A) = 2CS} (Al-Mohy, Higham and Relton, SIAM J. Sci.
 * Comput. 37(1):A456, 2015, for sine and cosine from Padé approximants of the exponential).
 *
 * <p>The matrix is balanced first, as for the exponential. Degrees up to 9, for norms up to 1.78,
 * where {@code V² − j²U²} does not cancel. Powers and factors are kept: a derivative factors
 * nothing. Immutable and safe to share between threads.
 */
public final class SineAndCosine {

  private static final int HIGHEST_DEGREE = 9;

  private final int n;
  private final Balancing balancing;
  private final double[] a;
  private final int square;
  private final Map<PadeScaling, HyperdualAlgebra.Zeroth> zeroths = new ConcurrentHashMap<>();

  private SineAndCosine(int n, double[] a, int square) {
    ColumnMajor.requireSize("sine and cosine", "a", n, n, a);
    ColumnMajor.requireFinite("sine and cosine", "a", n, a);
    this.n = n;
    this.balancing = Balancing.of(n, a.clone());
    this.a = balancing.balanced();
    this.square = square;
  }

  /** The circular functions of an n×n matrix. */
  public static SineAndCosine circular(int n, double[] a) {
    return new SineAndCosine(n, a, -1);
  }

  /** The hyperbolic functions of an n×n matrix. */
  public static SineAndCosine hyperbolic(int n, double[] a) {
    return new SineAndCosine(n, a, 1);
  }

  /** {@code L⁽ᵏ⁾(A; E₁,…,E_k)} of the sine, and the sine itself where there is no direction. */
  public double[] sine(double[]... directions) {
    return last(evaluate(directions)[1]);
  }

  /** {@code L⁽ᵏ⁾(A; E₁,…,E_k)} of the cosine, and the cosine itself where there is no direction. */
  public double[] cosine(double[]... directions) {
    return last(evaluate(directions)[0]);
  }

  private double[] last(double[][] x) {
    double[] derivative = x[x.length - 1];
    return derivative == null ? new double[n * n] : balancing.outOf(derivative);
  }

  private double[][][] evaluate(double[][] directions) {
    double[][] balanced = new double[directions.length][];
    for (int i = 0; i < directions.length; i++) {
      ColumnMajor.requireSize("sine and cosine", "direction " + i, n, n, directions[i]);
      balanced[i] = balancing.into(directions[i]);
    }
    PadeScaling scaling = PadeScaling.of(n, a, Math.max(1, directions.length), HIGHEST_DEGREE);
    HyperdualAlgebra.Zeroth zeroth = zeroths.computeIfAbsent(scaling, this::prepared);
    return evaluate(scaling, zeroth, balanced);
  }

  private HyperdualAlgebra.Zeroth prepared(PadeScaling scaling) {
    HyperdualAlgebra.Zeroth zeroth = new HyperdualAlgebra.Zeroth();
    evaluate(scaling, zeroth, new double[0][]);
    return zeroth;
  }

  private double[][][] evaluate(
      PadeScaling scaling, HyperdualAlgebra.Zeroth zeroth, double[][] directions) {
    HyperdualAlgebra algebra = new HyperdualAlgebra(n, directions.length, zeroth);
    // The directions are not scaled with A: each doubling halves them instead.
    double[][] scaled = algebra.variable(ColumnMajor.scalb(a, -scaling.squarings()), directions);
    double[][][] pair = approximant(algebra, scaled, scaling.degree());
    for (int i = 0; i < scaling.squarings(); i++) {
      double[][] c = pair[0];
      double[][] s = pair[1];
      double[][] product = algebra.productHalvingDirections(c, s);
      pair[0] =
          algebra.combination(
              new double[] {1, square},
              algebra.squareHalvingDirections(c),
              algebra.squareHalvingDirections(s));
      pair[1] = algebra.combination(new double[] {2}, product);
    }
    return pair;
  }

  /** Cosine and sine, unscaled; {@code U} and {@code V} commute. */
  private double[][][] approximant(HyperdualAlgebra algebra, double[][] x, int degree) {
    List<double[][]> parts = PadeEvaluation.parts(degree, square, algebra, x);
    double[][] u = parts.get(0);
    double[][] v = parts.get(1);
    double[][] uu = algebra.product(u, u);
    double[][] vv = algebra.product(v, v);
    double[][] uv = algebra.product(u, v);
    return algebra.quotients(
        algebra.combination(new double[] {1, -square}, vv, uu),
        algebra.combination(new double[] {1, square}, vv, uu),
        algebra.combination(new double[] {2}, uv));
  }
}
