package org.frechet.linalg.kernel;

/** The principal square root of a real matrix, with its own real Schur form, from that of A. */
public final class SquareRoot {

  private SquareRoot() {}

  /**
   * The Schur form {@code Q √T Qᵀ} of the principal square root, for an {@code A = Q T Qᵀ} without
   * eigenvalues on the closed negative real axis.
   */
  public static RealSchur of(RealSchur a) {
    double[] root = QuasiTriangularRoot.of(a.n(), a.sharedT());
    return new RealSchur(a.n(), root, a.sharedQ());
  }
}
