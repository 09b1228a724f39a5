package org.frechet.linalg.kernel;

import java.util.Arrays;

/**
 * The linear matrix equations on kept Schur factors: the right-hand side is turned into the basis
 * of the Schur vectors, the quasi-triangular equation is solved there, and the solution is turned
 * back (Bartels and Stewart 1972; Kitagawa 1977). Nothing is factored: 8n³ flops of products and
 * the quasi-triangular solve.
 *
 * <p>Each equation stands beside its transpose, the equation of the adjoint: for {@code X = M⁻¹ C},
 * the latter computes {@code M⁻ᵀ C} in ⟨X, Y⟩ = tr(XᵀY).
 */
public final class MatrixEquations {

  /** A solution with the separation of the equation, as the quasi-triangular solvers define it. */
  public static final class Solution {
    private final double[] x;
    private final double separation;

    private Solution(double[] x, double separation) {
      this.x = x;
      this.separation = separation;
    }

    /** The solution, column-major; all NaN where the separation is 0. The array is the caller's. */
    public double[] x() {
      return x;
    }

    /**
     * From 1, well posed, to 0, no unique solution. Below n times the unit roundoff, the input's
     * own rounding may have made the solution.
     */
    public double separation() {
      return separation;
    }
  }

  private MatrixEquations() {}

  /** {@code A X + X B = C} for m×m {@code A}, n×n {@code B} and m×n {@code C}. */
  public static Solution sylvester(RealSchur a, RealSchur b, double[] c) {
    return sylvester("sylvester", a, false, b, false, false, c);
  }

  /** {@code Aᵀ X + X Bᵀ = C} for m×m {@code A}, n×n {@code B} and m×n {@code C}. */
  public static Solution sylvesterTransposed(RealSchur a, RealSchur b, double[] c) {
    return sylvester("sylvester", a, true, b, true, false, c);
  }

  /** {@code A X + X Aᵀ + Q = 0} for n×n matrices, {@code X} as symmetric as {@code Q}. */
  public static Solution lyapunov(RealSchur a, double[] q) {
    return lyapunov(a, false, q);
  }

  /** {@code Aᵀ X + X A + Q = 0} for n×n matrices, {@code X} as symmetric as {@code Q}. */
  public static Solution lyapunovTransposed(RealSchur a, double[] q) {
    return lyapunov(a, true, q);
  }

  /** {@code A X Aᵀ − X + Q = 0} for n×n matrices, {@code Q} symmetric or not. */
  public static Solution discreteLyapunov(RealSchur a, double[] q) {
    return stein("dlyap", a, a, false, q);
  }

  /** {@code Aᵀ X A − X + Q = 0} for n×n matrices, {@code Q} symmetric or not. */
  public static Solution discreteLyapunovTransposed(RealSchur a, double[] q) {
    return stein("dlyap", a, a, true, q);
  }

  /** {@code A X Bᵀ − X + C = 0} for m×m {@code A}, n×n {@code B} and m×n {@code C}. */
  public static Solution stein(RealSchur a, RealSchur b, double[] c) {
    return stein("stein", a, b, false, c);
  }

  /** {@code Aᵀ X B − X + C = 0} for m×m {@code A}, n×n {@code B} and m×n {@code C}. */
  public static Solution steinTransposed(RealSchur a, RealSchur b, double[] c) {
    return stein("stein", a, b, true, c);
  }

  private static Solution lyapunov(RealSchur a, boolean transposed, double[] q) {
    int n = a.n();
    if (!ColumnMajor.isSymmetric(n, q)) {
      return sylvester("lyap", a, transposed, a, !transposed, true, q);
    }
    double[] y = toSchurBasis("lyap", a, a, q);
    ColumnMajor.negate(y);
    double separation = QuasiTriangularSylvester.solveSymmetric(transposed, n, a.sharedT(), y);
    double[] x = fromSchurBasis(a, a, y);
    Blocks.symmetrize(n, x, 0);
    return new Solution(x, separation);
  }

  private static Solution sylvester(
      String operation,
      RealSchur a,
      boolean transposeA,
      RealSchur b,
      boolean transposeB,
      boolean negated,
      double[] c) {
    double[] y = toSchurBasis(operation, a, b, c);
    if (negated) {
      ColumnMajor.negate(y);
    }
    double separation =
        QuasiTriangularSylvester.solve(
            transposeA, transposeB, a.n(), b.n(), a.sharedT(), b.sharedT(), y);
    return new Solution(fromSchurBasis(a, b, y), separation);
  }

  private static Solution stein(
      String operation, RealSchur a, RealSchur b, boolean transposed, double[] c) {
    double[] y = toSchurBasis(operation, a, b, c);
    double separation =
        QuasiTriangularStein.solve(transposed, a.n(), b.n(), a.sharedT(), b.sharedT(), y);
    return new Solution(fromSchurBasis(a, b, y), separation);
  }

  /** {@code Q_Aᵀ C Q_B}, a new array. */
  private static double[] toSchurBasis(String operation, RealSchur a, RealSchur b, double[] c) {
    int m = a.n();
    int n = b.n();
    ColumnMajor.requireSize(operation, "the right-hand side", m, n, c);
    double[] half = ColumnMajor.product(true, false, m, n, m, a.sharedQ(), c);
    return ColumnMajor.product(false, false, m, n, n, half, b.sharedQ());
  }

  /** {@code Q_A Y Q_Bᵀ}, in the array of Y. */
  private static double[] fromSchurBasis(RealSchur a, RealSchur b, double[] y) {
    int m = a.n();
    int n = b.n();
    double[] half = ColumnMajor.product(false, false, m, n, m, a.sharedQ(), y);
    Arrays.fill(y, 0);
    Blocks.multiply(false, true, m, n, n, 1, half, 0, b.sharedQ(), 0, y, 0);
    return y;
  }
}
