package org.frechet.linalg;

import static org.frechet.linalg.MatrixFunctions.EXP_ACTION;
import static org.frechet.linalg.MatrixFunctions.EXP_ACTION_ADJOINT;

import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;

/**
 * The action of the exponential and its adjoint in the matrix, which close on each other: every
 * derivative of either is an action of an augmented matrix, and no exponential is formed.
 */
public final class ExponentialActionRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public ExponentialActionRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // Y = exp(tA) B :  Ẏ = A Y ṫ + t L(tA; Ȧ) B + exp(tA) Ḃ;
    // t̄ = ⟨Ȳ, A Y⟩,  Ā = t L(tAᵀ; Ȳ Bᵀ),  B̄ = exp(tAᵀ) Ȳ
    rules
        .on(EXP_ACTION)
        .first(
            (y, t, a, b, dt) -> a.multiply(y).multiply(dt),
            (y, t, a, b, gy) -> gy.dot(a.multiply(y)))
        .second(
            (y, t, a, b, da) -> slope(t, a, b, da),
            (y, t, a, b, gy) -> EXP_ACTION_ADJOINT.apply(a.multiply(t), gy, b).multiply(t))
        .third(
            (y, t, a, b, db) -> EXP_ACTION.apply(t, a, db),
            (y, t, a, b, gy) -> EXP_ACTION.apply(t, a.transpose(), gy));

    // Z = L(Aᵀ; U Bᵀ) :  Ż = L⁽²⁾(Aᵀ; U Bᵀ, Ȧᵀ) + L(Aᵀ; U̇ Bᵀ) + L(Aᵀ; U Ḃᵀ);
    // Ā = L⁽²⁾(Aᵀ; U Bᵀ, Z̄ᵀ),  Ū = L(A; Z̄) B,  B̄ = L(Aᵀ; Z̄ᵀ) U
    rules
        .on(EXP_ACTION_ADJOINT)
        .first((z, a, u, b, da) -> second(a, u, b, da), (z, a, u, b, gz) -> second(a, u, b, gz))
        .second(
            (z, a, u, b, du) -> EXP_ACTION_ADJOINT.apply(a, du, b),
            (z, a, u, b, gz) -> slope(Scalar.of(1), a, b, gz))
        .third(
            (z, a, u, b, db) -> EXP_ACTION_ADJOINT.apply(a, u, db),
            (z, a, u, b, gz) -> slope(Scalar.of(1), a.transpose(), u, gz.transpose()));
  }

  /** {@code t L(tA; E) B}: the upper half of {@code exp(t [[A, E], [0, A]]) [0; B]}. */
  private static Matrix slope(Scalar t, Matrix a, Matrix b, Matrix e) {
    Augmented block = Augmented.of(a, e);
    Matrix zero = Matrix.zeros(b.rows(), b.columns());
    Matrix below = Matrix.ofBlocks(new Matrix[][] {{zero}, {b}});
    return EXP_ACTION
        .apply(t, block.matrix(), below)
        .block(0, 0, b.rows(), b.columns())
        .multiply(block.scale());
  }

  /**
   * {@code L⁽²⁾(Aᵀ; U Bᵀ, Eᵀ)}: the upper right block of {@code L} at {@code [[Aᵀ, Eᵀ], [0, Aᵀ]]}.
   */
  private static Matrix second(Matrix a, Matrix u, Matrix b, Matrix e) {
    int n = a.rows();
    Augmented block = Augmented.of(a.transpose(), e.transpose());
    return EXP_ACTION_ADJOINT
        .apply(block.matrix().transpose(), twice(u), twice(b))
        .block(0, n, n, n)
        .multiply(block.scale());
  }

  /** {@code [[B, 0], [0, B]]}. */
  private static Matrix twice(Matrix b) {
    Matrix zero = Matrix.zeros(b.rows(), b.columns());
    return Matrix.ofBlocks(new Matrix[][] {{b, zero}, {zero, b}});
  }
}
