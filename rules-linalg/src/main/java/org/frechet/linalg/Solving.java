package org.frechet.linalg;

import org.frechet.kernel.Kernels;
import org.frechet.linalg.kernel.LuFactors;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/** The primitives of linear systems. One LU is kept with a matrix, and serves its transpose too. */
public final class Solving {

  private static final Object INVERSE = new Object();

  /** {@code X = A⁻¹}: n×n → n×n. 2n³ flops, the LU included. */
  public static final Primitive.Unary<Matrix, Matrix> INV =
      Primitive.unary("inv", Solving::inverse);

  /** {@code A X = B}: n×n, n×r → n×r. 2n³/3 + 2n²r flops. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> SOLVE =
      Primitive.binary("solve", Solving::solve);

  /** {@code L X = B}, reading the lower triangle of L: n×n, n×r → n×r. n²r flops. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> SOLVE_LOWER =
      Primitive.binary("solveLower", (l, b) -> triangular("solveLower", false, l, b));

  /** {@code Lᵀ X = B}, reading the lower triangle of L: n×n, n×r → n×r. n²r flops. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> SOLVE_LOWER_TRANSPOSED =
      Primitive.binary(
          "solveLowerTransposed", (l, b) -> triangular("solveLowerTransposed", true, l, b));

  private Solving() {}

  /** The LU of {@code a}, or of its transpose. */
  static Kept<LuFactors> factored(String operation, Matrix a) {
    Require.square(operation, "a", a);
    return Kept.with(a, LuFactors.class, LuFactors::of);
  }

  /** {@code B ← A⁻¹ B} in place, for an n×r B. */
  private static void solveInPlace(String operation, Matrix a, int r, double[] b) {
    Kept<LuFactors> lu = factored(operation, a);
    if (lu.factors().zeroPivot() >= 0) {
      throw new SingularMatrixException(operation, a.rows(), lu.factors().zeroPivot());
    }
    if (lu.transposed()) {
      lu.factors().solveTransposed(r, b);
    } else {
      lu.factors().solve(r, b);
    }
  }

  private static Matrix inverse(Matrix a) {
    Require.square("inv", "a", a);
    int n = a.rows();
    return a.keep(
        INVERSE,
        () -> {
          double[] x = Matrix.identity(n).array().clone();
          solveInPlace("inv", a, n, x);
          return Matrix.wrap(n, n, x);
        });
  }

  private static Matrix solve(Matrix a, Matrix b) {
    Require.square("solve", "a", a);
    Require.sameRows("solve", a, b);
    Require.finite("solve", "b", b);
    double[] x = b.array().clone();
    solveInPlace("solve", a, b.columns(), x);
    return Matrix.wrap(b.rows(), b.columns(), x);
  }

  private static Matrix triangular(String operation, boolean transpose, Matrix l, Matrix b) {
    int n = l.rows();
    Require.square(operation, "l", l);
    Require.sameRows(operation, l, b);
    for (int i = 0; i < n; i++) {
      if (l.array()[i * (n + 1)] == 0) {
        throw new SingularMatrixException(operation, n, i);
      }
    }
    double[] x = b.array().clone();
    if (x.length > 0) {
      Kernels.best()
          .solveTriangular(true, transpose, false, n, b.columns(), l.array(), 0, n, x, 0, n);
    }
    return Matrix.wrap(n, b.columns(), x);
  }
}
