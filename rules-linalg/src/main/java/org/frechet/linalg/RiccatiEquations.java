package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.symmetricPart;

import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/** The primitives of algebraic Riccati equations. They read the symmetric parts of Q and R. */
public final class RiccatiEquations {

  /** {@code Aᵀ X + X A − X B R⁻¹ Bᵀ X + Q = 0}, stabilizing: n×n, n×m, weights. */
  public static final Primitive.Ternary<Matrix, Matrix, Weights, Riccati> CARE =
      Primitive.ternary("care", (a, b, w) -> solve("care", false, a, b, w));

  /** {@code X = Aᵀ X A − Aᵀ X B (R + Bᵀ X B)⁻¹ Bᵀ X A + Q}, stabilizing: n×n, n×m, weights. */
  public static final Primitive.Ternary<Matrix, Matrix, Weights, Riccati> DARE =
      Primitive.ternary("dare", (a, b, w) -> solve("dare", true, a, b, w));

  private RiccatiEquations() {}

  /**
   * The weights of the cost.
   *
   * @param q of the state, n×n
   * @param r of the control, m×m, with a positive definite symmetric part
   */
  public record Weights(Matrix q, Matrix r) {}

  private static Riccati solve(String operation, boolean discrete, Matrix a, Matrix b, Weights w) {
    Require.square(operation, "a", a);
    Require.square(operation, "q", w.q());
    Require.square(operation, "r", w.r());
    Require.finite(operation, "b", b);
    Require.sameShape(operation, "a and q", a, w.q());
    if (b.rows() != a.rows() || b.columns() != w.r().rows()) {
      throw new IllegalArgumentException(
          "%s: a is %s, b is %s, r is %s: expected b to be %d×%d"
              .formatted(operation, a.shape(), b.shape(), w.r().shape(), a.rows(), w.r().rows()));
    }
    return new RiccatiSolver(operation, discrete, a, b, symmetricPart(w.q()), symmetricPart(w.r()))
        .stabilizing();
  }
}
