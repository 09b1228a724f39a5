package org.frechet.linalg;

import java.util.Optional;
import org.frechet.kernel.Kernels;
import org.frechet.linalg.kernel.LuFactors;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Value;
import org.frechet.value.Vector;

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

  /** {@code L x = b}, as {@link #SOLVE_LOWER}: n×n, n → n. n² flops. */
  public static final Primitive.Binary<Matrix, Vector, Vector> SOLVE_LOWER_VECTOR =
      Primitive.binary("solveLower of a vector", (l, b) -> triangular("solveLower", false, l, b));

  /** {@code Lᵀ x = b}, as {@link #SOLVE_LOWER_TRANSPOSED}: n×n, n → n. n² flops. */
  public static final Primitive.Binary<Matrix, Vector, Vector> SOLVE_LOWER_TRANSPOSED_VECTOR =
      Primitive.binary(
          "solveLowerTransposed of a vector",
          (l, b) -> triangular("solveLowerTransposed", true, l, b));

  private Solving() {}

  /** The LU of {@code a}, or of its transpose. */
  static Kept<LuFactors> factored(String operation, Matrix a) {
    Require.squareShape(operation, "a", a);
    return Kept.with(
        a,
        LuFactors.class,
        (n, entries) -> {
          Require.finite(operation, "a", a);
          return LuFactors.of(n, entries);
        });
  }

  /** The same of a matrix that is not singular. */
  private static Kept<LuFactors> regular(String operation, Matrix a) {
    Kept<LuFactors> lu = factored(operation, a);
    if (lu.factors().zeroPivot() >= 0) {
      throw new SingularMatrixException(operation, a.rows(), lu.factors().zeroPivot());
    }
    return lu;
  }

  /** The inverse that is kept with {@code a}, or with its transpose, or a new one. */
  private static Matrix inverse(Matrix a) {
    Optional<Matrix> ofTranspose = a.transpose().kept(INVERSE);
    return ofTranspose.isPresent() && a.kept(INVERSE).isEmpty()
        ? ofTranspose.get().transpose()
        : a.keep(INVERSE, () -> newInverse(a));
  }

  private static Matrix newInverse(Matrix a) {
    Kept<LuFactors> lu = regular("inv", a);
    Matrix inverse = Matrix.wrap(a.rows(), a.rows(), lu.factors().inverse());
    return lu.transposed() ? inverse.transpose() : inverse;
  }

  private static Matrix solve(Matrix a, Matrix b) {
    Require.squareShape("solve", "a", a);
    Require.sameRows("solve", a, b);
    Require.finite("solve", "b", b);
    Kept<LuFactors> lu = regular("solve", a);
    double[] x = b.array().clone();
    if (lu.transposed()) {
      lu.factors().solveTransposed(b.columns(), x);
    } else {
      lu.factors().solve(b.columns(), x);
    }
    return Matrix.wrap(b.rows(), b.columns(), x);
  }

  private static Matrix triangular(String operation, boolean transpose, Matrix l, Matrix b) {
    requireTriangular(operation, l, b);
    return Matrix.wrap(
        b.rows(), b.columns(), substituted(transpose, l, b.columns(), b.array().clone()));
  }

  private static Vector triangular(String operation, boolean transpose, Matrix l, Vector b) {
    requireTriangular(operation, l, b);
    return Vector.wrap(substituted(transpose, l, 1, b.toArray()));
  }

  static void requireTriangular(String operation, Matrix l, Value b) {
    int n = l.rows();
    Require.square(operation, "l", l);
    Require.sameRows(operation, l, b);
    for (int i = 0; i < n; i++) {
      if (l.array()[i * (n + 1)] == 0) {
        throw new SingularMatrixException(operation, n, i);
      }
    }
  }

  /** Overwrites the right-hand sides with the solutions. */
  private static double[] substituted(boolean transpose, Matrix l, int columns, double[] x) {
    int n = l.rows();
    if (x.length > 0) {
      Kernels.best().solveTriangular(true, transpose, false, n, columns, l.array(), 0, n, x, 0, n);
    }
    return x;
  }
}
