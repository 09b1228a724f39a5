package org.frechet.linalg;

import java.util.Optional;
import org.frechet.kernel.Kernels;
import org.frechet.linalg.kernel.LuFactors;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/** The primitives of linear systems. One LU is kept with a matrix, and serves its transpose too. */
public final class Solving {

  private static final Object LU = new Object();
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

  /**
   * An LU, of a matrix or of its transpose.
   *
   * @param of the factors
   * @param transposed whether they are those of the transpose
   */
  record Factored(LuFactors of, boolean transposed) {

    /** {@code B ← A⁻¹ B} in place. */
    void solve(int r, double[] b) {
      if (transposed) {
        of.solveTransposed(r, b);
      } else {
        of.solve(r, b);
      }
    }
  }

  /** The LU that is kept with {@code a} or with its transpose; a new one is kept with {@code a}. */
  static Factored factored(String operation, Matrix a) {
    Require.square(operation, "a", a);
    Optional<LuFactors> ofTranspose = a.transpose().kept(LU);
    return ofTranspose.isPresent() && a.kept(LU).isEmpty()
        ? new Factored(ofTranspose.get(), true)
        : new Factored(a.keep(LU, () -> LuFactors.of(a.rows(), a.array())), false);
  }

  private static Factored regular(String operation, Matrix a) {
    Factored factored = factored(operation, a);
    if (factored.of().zeroPivot() >= 0) {
      throw new SingularMatrixException(operation, a.rows(), factored.of().zeroPivot());
    }
    return factored;
  }

  private static Matrix inverse(Matrix a) {
    int n = a.rows();
    Factored factored = regular("inv", a);
    return a.keep(
        INVERSE,
        () -> {
          double[] x = Matrix.identity(n).array().clone();
          factored.solve(n, x);
          return Matrix.wrap(n, n, x);
        });
  }

  private static Matrix solve(Matrix a, Matrix b) {
    Factored factored = regular("solve", a);
    Require.sameRows("solve", a, b);
    Require.finite("solve", "b", b);
    double[] x = b.array().clone();
    factored.solve(b.columns(), x);
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
