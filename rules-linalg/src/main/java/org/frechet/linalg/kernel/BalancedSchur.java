package org.frechet.linalg.kernel;

import java.util.function.Supplier;

/**
 * {@code A = D Q T Qᵀ D⁻¹}: the real Schur form of the balanced matrix, on which functions of
 * matrices are evaluated. A matrix whose entries are in different units is a similarity with a
 * diagonal {@code D} away from one that is not, and {@code f(A) = D f(D⁻¹AD) D⁻¹}; the Schur form
 * of the matrix itself would lose its small entries in the rounding of the large ones. Immutable
 * and safe to share between threads.
 */
public final class BalancedSchur {

  private final double[] matrix;
  private final Balancing balancing;
  private final RealSchur schur;

  private BalancedSchur(double[] matrix, Balancing balancing, RealSchur schur) {
    this.matrix = matrix;
    this.balancing = balancing;
    this.schur = schur;
  }

  /**
   * Of an n×n column-major matrix, which is not to change afterwards.
   *
   * @throws IllegalArgumentException if {@code a} does not have n² entries, or one is not finite
   */
  public static BalancedSchur of(int n, double[] a) {
    return of(n, a, () -> RealSchur.of(n, a));
  }

  /** The same, with the Schur form of {@code a} from elsewhere where it needs no balancing. */
  public static BalancedSchur of(int n, double[] a, Supplier<RealSchur> unbalanced) {
    ColumnMajor.requireSize("schur", "a", n, n, a);
    ColumnMajor.requireFinite("schur", "a", n, a);
    Balancing balancing = Balancing.of(n, a);
    return new BalancedSchur(
        a,
        balancing,
        balancing.isIdentity() ? unbalanced.get() : RealSchur.of(n, balancing.balanced()));
  }

  /** {@code A}, the array that it was made of. */
  double[] matrix() {
    return matrix;
  }

  /** {@code Q T Qᵀ = D⁻¹ A D}. */
  public RealSchur schur() {
    return schur;
  }

  /** {@code Qᵀ D⁻¹ E D Q}. */
  double[] into(double[] e) {
    return turned(true, balancing.into(e));
  }

  /** {@code D Q X Qᵀ D⁻¹}. */
  double[] outOf(double[] x) {
    return balancing.outOf(turned(false, x));
  }

  /** {@code Qᵀ X Q}, or {@code Q X Qᵀ}. */
  private double[] turned(boolean into, double[] x) {
    int n = schur.n();
    double[] half = ColumnMajor.product(into, false, n, n, n, schur.sharedQ(), x);
    return ColumnMajor.product(false, !into, n, n, n, half, schur.sharedQ());
  }
}
