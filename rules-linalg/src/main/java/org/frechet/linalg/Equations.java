package org.frechet.linalg;

import java.util.Arrays;
import org.frechet.linalg.kernel.MatrixEquations;
import org.frechet.linalg.kernel.MatrixEquations.Solution;
import org.frechet.linalg.kernel.RealSchur;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/**
 * The primitives of linear matrix equations, by Bartels and Stewart's method on a real Schur form
 * (Comm. ACM 15(9), 1972) that is kept with the coefficient and serves its transpose: each
 * derivative is one more triangular solve.
 */
public final class Equations {

  private static final double ROUNDING = Math.ulp(1.0);

  /** X with {@code A X + X B = C}: m×m, n×n, m×n → m×n. */
  public static final Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> SYLVESTER =
      Primitive.ternary("sylvester", Equations::sylvester);

  /** X with {@code A X + X Aᵀ + Q = 0}: n×n, n×n → n×n. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> LYAP =
      Primitive.binary("lyap", Equations::lyap);

  /** X with {@code A X Aᵀ − X + Q = 0}: n×n, n×n → n×n. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> DLYAP =
      Primitive.binary("dlyap", Equations::dlyap);

  private Equations() {}

  private static Matrix sylvester(Matrix a, Matrix b, Matrix c) {
    Require.square("sylvester", "a", a);
    Require.square("sylvester", "b", b);
    Require.finite("sylvester", "c", c);
    if (c.rows() != a.rows() || c.columns() != b.rows()) {
      throw new IllegalArgumentException(
          "sylvester: a is %s, b is %s, c is %s: expected c to be %d×%d"
              .formatted(a.shape(), b.shape(), c.shape(), a.rows(), b.rows()));
    }
    Kept<RealSchur> left = factored("sylvester", a);
    Kept<RealSchur> right = factored("sylvester", b);
    Solution solution =
        left.transposed() == right.transposed()
            ? solve(left, right, c)
            : solve(fresh(a), fresh(b), c);
    return checked("sylvester", "a and −b share an eigenvalue", solution, c);
  }

  private static Solution solve(Kept<RealSchur> a, Kept<RealSchur> b, Matrix c) {
    return a.transposed()
        ? MatrixEquations.sylvesterTransposed(a.factors(), b.factors(), c.array())
        : MatrixEquations.sylvester(a.factors(), b.factors(), c.array());
  }

  private static Matrix lyap(Matrix a, Matrix q) {
    requireSameSquare("lyap", a, q);
    Kept<RealSchur> factored = factored("lyap", a);
    Solution solution =
        factored.transposed()
            ? MatrixEquations.lyapunovTransposed(factored.factors(), q.array())
            : MatrixEquations.lyapunov(factored.factors(), q.array());
    return checked("lyap", "two eigenvalues of a have the sum zero", solution, q);
  }

  private static Matrix dlyap(Matrix a, Matrix q) {
    requireSameSquare("dlyap", a, q);
    Kept<RealSchur> factored = factored("dlyap", a);
    boolean small = a.norm().toDouble() < 1;
    Matrix right = small ? a.multiply(q).multiply(a.transpose()) : q;
    Solution solution =
        factored.transposed()
            ? MatrixEquations.discreteLyapunovTransposed(factored.factors(), right.array())
            : MatrixEquations.discreteLyapunov(factored.factors(), right.array());
    String condition =
        "two eigenvalues of a have the product one (spectral radius %.6g)"
            .formatted(factored.factors().spectralRadius());
    Matrix y = checked("dlyap", condition, solution, q);
    return symmetricLike(q, small ? y.add(q) : y);
  }

  private static void requireSameSquare(String operation, Matrix a, Matrix q) {
    Require.squareShape(operation, "a", a);
    Require.sameShape(operation, "a and q", a, q);
    Require.finite(operation, "q", q);
  }

  private static Matrix checked(
      String operation, String condition, Solution solution, Matrix like) {
    if (!(solution.separation() > like.rows() * ROUNDING) && like.size() > 0) {
      throw new NoUniqueSolutionException(operation, condition, solution.separation());
    }
    return Matrix.wrap(like.rows(), like.columns(), solution.x());
  }

  /** The solution for a symmetric right-hand side is symmetric: rounding must not spoil that. */
  private static Matrix symmetricLike(Matrix q, Matrix x) {
    boolean symmetric = Arrays.equals(q.array(), q.transpose().array());
    return symmetric ? x.add(x.transpose()).multiply(0.5) : x;
  }

  /** The real Schur form of {@code a}, or of its transpose: what is kept was found finite. */
  private static Kept<RealSchur> factored(String operation, Matrix a) {
    return Kept.with(
        a,
        RealSchur.class,
        (n, entries) -> {
          Require.finite(operation, "a", a);
          return RealSchur.of(n, entries);
        });
  }

  private static Kept<RealSchur> fresh(Matrix a) {
    return Kept.of(a, RealSchur.class, RealSchur::of);
  }
}
