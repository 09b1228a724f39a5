package org.frechet.linalg;

import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/** Systems with triangular and with factored matrices, which {@code LinearAlgebra} inherits. */
abstract class SolvingFunctions extends FactorizationFunctions {

  SolvingFunctions() {}

  /** X with {@code L X = B} for a lower triangular L, whose upper triangle is not read. */
  public static Matrix solveLower(Matrix l, Matrix b) {
    return Solving.SOLVE_LOWER.apply(l, b);
  }

  /** x with {@code L x = b} for a lower triangular L. */
  public static Vector solveLower(Matrix l, Vector b) {
    return Solving.SOLVE_LOWER_VECTOR.apply(l, Require.given("solveLower", b));
  }

  /** X with {@code Lᵀ X = B} for a lower triangular L, whose upper triangle is not read. */
  public static Matrix solveLowerTransposed(Matrix l, Matrix b) {
    return Solving.SOLVE_LOWER_TRANSPOSED.apply(l, b);
  }

  /** x with {@code Lᵀ x = b} for a lower triangular L. */
  public static Vector solveLowerTransposed(Matrix l, Vector b) {
    return Solving.SOLVE_LOWER_TRANSPOSED_VECTOR.apply(l, Require.given("solveLowerTransposed", b));
  }

  /** X with {@code U X = B} for an upper triangular U, whose lower triangle is not read. */
  public static Matrix solveUpper(Matrix u, Matrix b) {
    requireSystem("solveUpper", "u", u, b);
    return solveLowerTransposed(u.transpose(), b);
  }

  /** x with {@code U x = b} for an upper triangular U. */
  public static Vector solveUpper(Matrix u, Vector b) {
    requireSystem("solveUpper", "u", u, b);
    return solveLowerTransposed(u.transpose(), b);
  }

  /** X with {@code Uᵀ X = B} for an upper triangular U, whose lower triangle is not read. */
  public static Matrix solveUpperTransposed(Matrix u, Matrix b) {
    requireSystem("solveUpperTransposed", "u", u, b);
    return solveLower(u.transpose(), b);
  }

  /** x with {@code Uᵀ x = b} for an upper triangular U. */
  public static Vector solveUpperTransposed(Matrix u, Vector b) {
    requireSystem("solveUpperTransposed", "u", u, b);
    return solveLower(u.transpose(), b);
  }

  /**
   * X with {@code L X = B} for a lower triangular L with ones on its diagonal; neither the diagonal
   * nor the upper triangle is read, and their cotangent is zero.
   */
  public static Matrix solveUnitLower(Matrix l, Matrix b) {
    return solveLower(unitLower("solveUnitLower", l, b), b);
  }

  /** x with {@code L x = b}, as {@link #solveUnitLower(Matrix, Matrix)}. */
  public static Vector solveUnitLower(Matrix l, Vector b) {
    return solveLower(unitLower("solveUnitLower", l, b), b);
  }

  /** X with {@code Lᵀ X = B}, as {@link #solveUnitLower(Matrix, Matrix)}. */
  public static Matrix solveUnitLowerTransposed(Matrix l, Matrix b) {
    return solveLowerTransposed(unitLower("solveUnitLowerTransposed", l, b), b);
  }

  /** x with {@code Lᵀ x = b}, as {@link #solveUnitLower(Matrix, Matrix)}. */
  public static Vector solveUnitLowerTransposed(Matrix l, Vector b) {
    return solveLowerTransposed(unitLower("solveUnitLowerTransposed", l, b), b);
  }

  /**
   * X with {@code U X = B} for an upper triangular U with ones on its diagonal; neither the
   * diagonal nor the lower triangle is read, and their cotangent is zero.
   */
  public static Matrix solveUnitUpper(Matrix u, Matrix b) {
    requireSystem("solveUnitUpper", "u", u, b);
    return solveUnitLowerTransposed(u.transpose(), b);
  }

  /** x with {@code U x = b}, as {@link #solveUnitUpper(Matrix, Matrix)}. */
  public static Vector solveUnitUpper(Matrix u, Vector b) {
    requireSystem("solveUnitUpper", "u", u, b);
    return solveUnitLowerTransposed(u.transpose(), b);
  }

  /** X with {@code Uᵀ X = B}, as {@link #solveUnitUpper(Matrix, Matrix)}. */
  public static Matrix solveUnitUpperTransposed(Matrix u, Matrix b) {
    requireSystem("solveUnitUpperTransposed", "u", u, b);
    return solveUnitLower(u.transpose(), b);
  }

  /** x with {@code Uᵀ x = b}, as {@link #solveUnitUpper(Matrix, Matrix)}. */
  public static Vector solveUnitUpperTransposed(Matrix u, Vector b) {
    requireSystem("solveUnitUpperTransposed", "u", u, b);
    return solveUnitLower(u.transpose(), b);
  }

  /**
   * X with {@code A X = B} from {@code P A = L U} of a square A: n×n, n×r → n×r, 2n²r flops.
   *
   * @throws SingularMatrixException if a pivot is exactly zero
   */
  public static Matrix solve(Lu lu, Matrix b) {
    requireSystem("solve", "the L of a", Require.given("solve", lu).l(), b);
    requireSystem("solve", "the U of a", lu.u(), b);
    return solveUpper(lu.u(), solveLower(lu.l(), permuteRows(lu.permutation(), b)));
  }

  /** x with {@code A x = b}, as {@link #solve(Lu, Matrix)}. */
  public static Vector solve(Lu lu, Vector b) {
    return solve(lu, column("solve", b)).column(0);
  }

  /**
   * The X with least {@code ‖A X − B‖} from {@code A = Q R} of an m×n matrix, m ≥ n: m×r → n×r.
   *
   * @throws RankDeficientException if the columns of A are dependent within rounding
   */
  public static Matrix solve(Qr qr, Matrix b) {
    Require.sameRows("solve", Require.given("solve", qr).q(), Require.given("solve", b));
    Require.squareShape("solve", "the R of a", qr.r());
    Matrix r = OrthogonalFactorizations.REQUIRE_INDEPENDENT_COLUMNS.apply(qr.r());
    return solveUpper(r, qr.q().transpose().multiply(b));
  }

  /** As {@link #solve(Qr, Matrix)}, for one right-hand side. */
  public static Vector solve(Qr qr, Vector b) {
    return solve(qr, column("solve", b)).column(0);
  }

  /**
   * X with {@code A X = B} from {@code A = L diag(d) Lᵀ}: n×n, n×r → n×r, 2n²r flops.
   *
   * @throws SingularMatrixException if an entry of d is exactly zero
   */
  public static Matrix solve(Ldlt ldlt, Matrix b) {
    requireSystem("solve", "the L of a", Require.given("solve", ldlt).l(), b);
    Vector pivots = ldlt.d().detach();
    for (int i = 0; i < pivots.size(); i++) {
      if (pivots.get(i).isZero()) {
        throw new SingularMatrixException("solve", pivots.size(), i);
      }
    }
    Matrix z = solveLower(ldlt.l(), b);
    Vector reciprocals = Elementwise.reciprocalOrZero(ldlt.d());
    return solveLowerTransposed(ldlt.l(), Matrix.diagonal(reciprocals).multiply(z));
  }

  /** x with {@code A x = b}, as {@link #solve(Ldlt, Matrix)}. */
  public static Vector solve(Ldlt ldlt, Vector b) {
    return solve(ldlt, column("solve", b)).column(0);
  }

  private static Matrix unitLower(String operation, Matrix l, Value b) {
    requireSystem(operation, "l", l, b);
    return tril(l, -1).add(Matrix.identity(l.rows()));
  }

  private static void requireSystem(String operation, String name, Matrix a, Value b) {
    Require.squareShape(operation, name, Require.given(operation, a));
    Require.sameRows(operation, a, Require.given(operation, b));
  }

  private static Matrix column(String operation, Vector b) {
    return Require.given(operation, b).toColumn();
  }
}
