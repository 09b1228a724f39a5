package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.exp;

import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;

/** The primitive of discretization. */
public final class Discretization {

  /** {@code Φ = exp(A h)} and {@code Q_d = ∫ exp(A s) Q exp(Aᵀ s) ds}: n×n, n×n, scalar. */
  public static final Primitive.Ternary<Matrix, Matrix, Scalar, Discretized> VAN_LOAN =
      Primitive.composed("vanLoan", Discretization::vanLoan);

  private Discretization() {}

  /**
   * Van Loan's block exponential at a step at which it neither overflows nor cancels, and from
   * there by doubling the step, which adds positive semidefinite matrices only.
   */
  private static Discretized vanLoan(Matrix a, Matrix q, Scalar h) {
    requireSystem(a, q, h);
    int n = a.rows();
    int doublings = doublings(a, h);
    Scalar step = h.multiply(Math.scalb(1.0, -doublings));
    double scale = scaleOf(a, q);
    Matrix[][] blocks = {{a.negate(), q.multiply(scale)}, {Matrix.zeros(n, n), a.transpose()}};
    Matrix m = exp(Matrix.ofBlocks(blocks).multiply(step));
    Matrix transition = m.block(n, n, n, n).transpose();
    Matrix covariance = transition.multiply(m.block(0, n, n, n)).divide(scale);
    for (int k = 0; k < doublings; k++) {
      covariance = covariance.add(StructureFunctions.congruence(transition, covariance));
      transition = transition.multiply(transition);
    }
    return new Discretized(transition, Structures.SYMMETRIC_LIKE.apply(covariance, q));
  }

  /** The least number with {@code ‖A h‖₁ ≤ 2ˢ}; constant, as the result does not depend on it. */
  private static int doublings(Matrix a, Scalar h) {
    double norm = StatisticsFunctions.norm1(a.detach()).toDouble();
    double step = Math.abs(h.detach().toDouble());
    if (norm == 0 || step == 0) {
      return 0;
    }
    int exponent = Math.getExponent(norm) + Math.getExponent(step);
    double mantissa =
        Math.scalb(norm, -Math.getExponent(norm)) * Math.scalb(step, -Math.getExponent(step));
    return Math.max(0, exponent + (mantissa > 2 ? 2 : mantissa > 1 ? 1 : 0));
  }

  /** A power of two that makes Q as large as A, so that it does not raise the norm of the block. */
  private static double scaleOf(Matrix a, Matrix q) {
    double ofA = a.detach().norm().toDouble();
    double ofQ = q.detach().norm().toDouble();
    boolean scalable = ofA > Double.MIN_NORMAL && ofQ > Double.MIN_NORMAL;
    int exponent = scalable ? Math.getExponent(ofA) - Math.getExponent(ofQ) : 0;
    return Math.scalb(1.0, Math.max(-1000, Math.min(1000, exponent)));
  }

  private static void requireSystem(Matrix a, Matrix q, Scalar h) {
    Require.square("vanLoan", "a", a.detach());
    Require.sameShape("vanLoan", "a and q", a, q);
    Require.finite("vanLoan", "q", q.detach());
    if (!h.isFinite()) {
      throw new IllegalArgumentException("vanLoan: the step h is %s".formatted(h.detach()));
    }
  }
}
