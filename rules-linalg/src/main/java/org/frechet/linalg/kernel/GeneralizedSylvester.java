package org.frechet.linalg.kernel;

import org.frechet.linalg.kernel.MatrixEquations.Solution;

/**
 * {@code A X B + C X D = E} for m×m {@code A}, {@code C} and n×n {@code B}, {@code D}, factored for
 * any number of right-hand sides, and for its transpose. Without a QZ iteration: as
 *
 * <pre>{@code
 * A X B + C X D = A′ X B′ + C′ X D′,   A′ = cA + sC, C′ = cC − sA, B′ = cB + sD, D′ = cD − sB
 * }</pre>
 *
 * for every angle, the angle is chosen at which C′ and B′ are conditioned best, and the equation is
 * the Sylvester equation {@code (C′⁻¹ A′) X + X (D′ B′⁻¹) = C′⁻¹ E B′⁻¹}. For regular pencils there
 * is such an angle, even if A and C, or B and D, are singular both. One step of refinement from the
 * residual follows each solve; what was lost before is of the order of the condition of C′ and B′.
 * About 60 (m³ + n³) flops; each solve 30 (m²n + mn²). Immutable and safe to share between threads.
 */
public final class GeneralizedSylvester {

  private static final int ANGLES = 8;

  private final Sided left;
  private final Sided right;
  private final int exponent;
  private final LuFactors luC;
  private final LuFactors luB;
  private final RealSchur schurLeft;
  private final RealSchur schurRight;

  /** The coefficients on one side of X: n×n, {@code first} is A or B, {@code second} C or D. */
  private record Sided(int n, double[] first, double[] second) {

    Sided rotated(double c, double s) {
      double[] sum = new double[n * n];
      double[] difference = new double[n * n];
      for (int i = 0; i < n * n; i++) {
        sum[i] = c * first[i] + s * second[i];
        difference[i] = c * second[i] - s * first[i];
      }
      return new Sided(n, sum, difference);
    }

    double reciprocalCondition(boolean ofFirst) {
      return GeneralizedSylvester.reciprocalCondition(n, ofFirst ? first : second);
    }

    Sided scaled(int ofFirst, int ofSecond) {
      return new Sided(n, ColumnMajor.scalb(first, ofFirst), ColumnMajor.scalb(second, ofSecond));
    }
  }

  private GeneralizedSylvester(Sided left, Sided right, int exponent, double angle) {
    this.left = left;
    this.right = right;
    this.exponent = exponent;
    Sided l = left.rotated(Math.cos(angle), Math.sin(angle));
    Sided r = right.rotated(Math.cos(angle), Math.sin(angle));
    luC = LuFactors.of(l.n, l.second);
    luB = LuFactors.of(r.n, r.first);
    luC.solve(l.n, l.first);
    double[] quotient = transposed(r.n, r.n, r.second);
    luB.solveTransposed(r.n, quotient);
    schurLeft = RealSchur.of(l.n, l.first);
    schurRight = RealSchur.of(r.n, transposed(r.n, r.n, quotient));
  }

  /**
   * Factors the equation with finite, column-major coefficients.
   *
   * @return null if a pencil is singular at every angle that was tried
   */
  public static GeneralizedSylvester of(
      int m, int n, double[] a, double[] b, double[] c, double[] d) {
    // Powers of two: A and C of one size, then B and D together.
    int ofA = exponent(a);
    int ofC = exponent(c);
    Sided left = new Sided(m, a, c).scaled(-ofA, -ofC);
    Sided right = new Sided(n, b, d);
    int ofRight = Math.max(exponent(b) + ofA, exponent(d) + ofC);
    right = right.scaled(ofA - ofRight, ofC - ofRight);
    double angle = bestAngle(left, right);
    return Double.isNaN(angle) ? null : new GeneralizedSylvester(left, right, ofRight, angle);
  }

  private static double bestAngle(Sided left, Sided right) {
    double best = 0;
    double bestAngle = Double.NaN;
    for (int k = 0; k < ANGLES; k++) {
      double angle = k * Math.PI / ANGLES;
      double ofC = left.rotated(Math.cos(angle), Math.sin(angle)).reciprocalCondition(false);
      double ofB = right.rotated(Math.cos(angle), Math.sin(angle)).reciprocalCondition(true);
      double worse = Math.min(ofC, ofB);
      bestAngle = worse > best ? angle : bestAngle;
      best = Math.max(best, worse);
    }
    return bestAngle;
  }

  /**
   * The solution of {@code A X B + C X D = E}, or of {@code Aᵀ X Bᵀ + Cᵀ X Dᵀ = E}; its separation.
   */
  public double solve(boolean transposed, double[] e, double[] x) {
    Solution first = once(transposed, e);
    double[] residual = e.clone();
    double[] scaled = ColumnMajor.scalb(first.x(), -exponent);
    subtract(transposed, left.first, first.x(), right.first, residual);
    subtract(transposed, left.second, first.x(), right.second, residual);
    double[] correction = once(transposed, residual).x();
    for (int i = 0; i < x.length; i++) {
      x[i] = scaled[i] + Math.scalb(correction[i], -exponent);
    }
    return first.separation();
  }

  private Solution once(boolean transposed, double[] e) {
    int m = left.n;
    int n = right.n;
    if (transposed) {
      // Mᵀ Y + Y Nᵀ = E with X = C′⁻ᵀ Y B′⁻ᵀ
      Solution y = MatrixEquations.sylvesterTransposed(schurLeft, schurRight, e);
      luC.solveTransposed(n, y.x());
      double[] across = transposed(m, n, y.x());
      luB.solve(m, across);
      System.arraycopy(transposed(n, m, across), 0, y.x(), 0, e.length);
      return y;
    }
    double[] right = e.clone();
    luC.solve(n, right);
    double[] across = transposed(m, n, right);
    luB.solveTransposed(m, across);
    return MatrixEquations.sylvester(schurLeft, schurRight, transposed(n, m, across));
  }

  /** {@code R ← R − op(A) X op(B)}. */
  private void subtract(boolean transposed, double[] a, double[] x, double[] b, double[] r) {
    int m = left.n;
    int n = right.n;
    double[] product =
        ColumnMajor.product(
            false, transposed, m, n, n, ColumnMajor.product(transposed, false, m, n, m, a, x), b);
    for (int i = 0; i < r.length; i++) {
      r[i] -= product[i];
    }
  }

  private static int exponent(double[] a) {
    double largest = ColumnMajor.maxNorm(a);
    return largest == 0 ? 0 : Math.getExponent(largest);
  }

  /** {@code 1 / (‖A‖₁ ‖A⁻¹‖₁)}; 0 for a singular matrix. */
  private static double reciprocalCondition(int n, double[] a) {
    LuFactors lu = LuFactors.of(n, a);
    if (lu.zeroPivot() >= 0) {
      return 0;
    }
    double[] inverse = ColumnMajor.identity(n);
    lu.solve(n, inverse);
    double condition = ColumnMajor.oneNorm(n, a) * ColumnMajor.oneNorm(n, inverse);
    return n == 0 ? 1 : 1 / condition;
  }

  /** The n×m transpose of an m×n block. */
  private static double[] transposed(int m, int n, double[] a) {
    double[] t = new double[a.length];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        t[j + i * n] = a[i + j * m];
      }
    }
    return t;
  }
}
