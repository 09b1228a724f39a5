package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.cholesky;
import static org.frechet.linalg.LinearAlgebra.dlyap;
import static org.frechet.linalg.LinearAlgebra.inv;
import static org.frechet.linalg.LinearAlgebra.lyap;
import static org.frechet.linalg.LinearAlgebra.solve;
import static org.frechet.linalg.LinearAlgebra.solveLower;
import static org.frechet.linalg.LinearAlgebra.symmetricPart;

import org.frechet.linalg.kernel.RealSchur;
import org.frechet.value.Matrix;

/**
 * The evaluation of Riccati equations, on constants: the structured doubling algorithm (Chu, Fan,
 * Lin and Wang, Int. J. Control 77(8):767, 2004; after a Cayley transform in continuous time, Chu,
 * Fan and Lin, Linear Algebra Appl. 396:55, 2005), and Newton's method from there (Kleinman 1968),
 * which converges from every stabilizing start. Where doubling finds no stabilizing start, as with
 * an unstable mode that Q does not weigh, it is tried on Q + δI.
 */
final class RiccatiSolver {

  private static final double ROUNDING = Math.ulp(1.0);
  private static final int DOUBLINGS = 60;
  private static final int STEPS = 60;

  /** The last Newton correction, relative to X, of an equation that determines no solution. */
  private static final double UNDETERMINED = 1e-5;

  private final String operation;
  private final boolean discrete;
  private final Matrix a;
  private final Matrix b;
  private final Matrix q;
  private final Matrix r;
  private final Matrix g;

  RiccatiSolver(String operation, boolean discrete, Matrix a, Matrix b, Matrix q, Matrix r) {
    this.operation = operation;
    this.discrete = discrete;
    this.a = a;
    this.b = b;
    this.q = q;
    this.r = r;
    Matrix w = solveLower(cholesky(r), b.transpose());
    this.g = symmetricPart(w.transpose().multiply(w));
  }

  Riccati stabilizing() {
    Riccati start = start(q);
    if (start == null || !(margin(start) > 0)) {
      start = start(q.add(Matrix.identity(a.rows()).multiply(shift())));
    }
    if (start == null || !(margin(start) > 0)) {
      throw new NoStabilizingSolutionException(operation, start == null ? 0 : margin(start));
    }
    try {
      Riccati solution = precise(refined(start));
      if (margin(solution) > a.rows() * ROUNDING) {
        return solution;
      }
      throw new NoStabilizingSolutionException(operation, margin(solution));
    } catch (NoUniqueSolutionException marginal) {
      throw new NoStabilizingSolutionException(operation, margin(start));
    }
  }

  /** A weight of every mode, of the size of the terms of the equation. */
  private double shift() {
    double size = discrete ? 1 : size(a) * size(a);
    double shift = Math.max(size(g) == 0 ? 0 : size / size(g), size(q));
    return shift == 0 ? 1 : shift;
  }

  private Riccati start(Matrix weight) {
    if (!Double.isFinite(size(weight))) {
      return null;
    }
    try {
      Matrix x = discrete ? doubled(a, g, weight) : cayley(weight);
      return x == null || !Double.isFinite(size(x)) ? null : regulator(x);
    } catch (SingularMatrixException broken) {
      return null;
    }
  }

  /** To discrete time, with the equation scaled so that G and Q are of one size. */
  private Matrix cayley(Matrix weight) {
    boolean scalable = size(g) > 0 && size(weight) > 0;
    double scale = scalable ? Math.sqrt(size(weight)) / Math.sqrt(size(g)) : 1;
    Matrix gs = g.multiply(scale);
    Matrix qs = weight.divide(scale);
    // Larger than every eigenvalue of [A −G; −Q −Aᵀ]: A − γI and W are invertible.
    double gamma = Math.hypot(Math.sqrt(2) * size(a), Math.hypot(size(gs), size(qs)));
    Matrix x = gamma == 0 ? qs : cayley(gs, qs, gamma);
    return x == null ? null : x.multiply(scale);
  }

  /** {@code A₀ = I + 2γW⁻ᵀ, G₀ = 2γB⁻¹GW⁻¹, H₀ = 2γW⁻¹QB⁻¹; B = A − γI, W = Bᵀ + QB⁻¹G}. */
  private Matrix cayley(Matrix gs, Matrix qs, double gamma) {
    Matrix shifted = StructureFunctions.addScaledIdentity(a, -gamma);
    Matrix left = solve(shifted, gs);
    Matrix w = shifted.transpose().add(qs.multiply(left));
    if (!Double.isFinite(size(w))) {
      return null;
    }
    Matrix a0 = StructureFunctions.addScaledIdentity(inv(w).transpose().multiply(2 * gamma), 1);
    Matrix g0 = solve(w.transpose(), left.transpose()).multiply(2 * gamma);
    Matrix h0 = solve(w, solve(shifted.transpose(), qs).transpose()).multiply(2 * gamma);
    return doubled(a0, symmetricPart(g0), symmetricPart(h0));
  }

  /** {@code H → X}, quadratically; null if it does not. */
  private static Matrix doubled(Matrix a, Matrix g, Matrix h) {
    for (int k = 0; k < DOUBLINGS; k++) {
      Matrix w = StructureFunctions.addScaledIdentity(g.multiply(h), 1);
      if (!Double.isFinite(size(w)) || !Double.isFinite(size(a))) {
        return null;
      }
      Matrix wa = solve(w, a);
      Matrix wg = solve(w, g);
      Matrix step = symmetricPart(a.transpose().multiply(h).multiply(wa));
      Matrix next = h.add(step);
      g = g.add(symmetricPart(a.multiply(wg).multiply(a.transpose())));
      a = a.multiply(wa);
      h = next;
      if (size(step) <= ROUNDING * size(h)) {
        return h;
      }
    }
    return h;
  }

  /** Newton's corrections, each from the residual, until the next would be rounding. */
  private Riccati refined(Riccati start) {
    Riccati at = start;
    double last = Double.POSITIVE_INFINITY;
    for (int k = 0; k < STEPS && last > UNDETERMINED; k++) {
      Matrix correction = correction(at);
      last = size(correction) / size(at.solution());
      at = regulator(at.solution().add(correction));
    }
    if (last > UNDETERMINED) {
      throw new NoStabilizingSolutionException(operation, margin(at));
    }
    return at;
  }

  /** The same in more digits, which are kept with the solution for its derivatives. */
  private Riccati precise(Riccati found) {
    RealSchur schur = Kept.of(found.closedLoop(), RealSchur.class, RealSchur::of).factors();
    TwofoldRegulator regulator =
        TwofoldRegulator.of(
                discrete,
                TwofoldRegulator.twofold(a),
                TwofoldRegulator.twofold(b),
                TwofoldRegulator.twofold(q),
                TwofoldRegulator.twofold(r),
                TwofoldRegulator.twofold(found.solution()),
                Solving.factored(operation, found.curvature()).factors())
            .refined(schur);
    Matrix x = TwofoldRegulator.rounded(regulator.x());
    x.keep(TwofoldRegulator.class, () -> regulator);
    return new Riccati(
        x,
        TwofoldRegulator.rounded(regulator.gain()),
        TwofoldRegulator.rounded(regulator.closedLoop()),
        discrete ? TwofoldRegulator.rounded(regulator.curvature()) : found.curvature());
  }

  /** From the residual in Joseph's form, to which errors of the gain are of second order. */
  private Matrix correction(Riccati at) {
    Matrix x = at.solution();
    Matrix k = at.gain();
    Matrix closed = at.closedLoop().transpose();
    Matrix cost = k.transpose().multiply(r).multiply(k).add(q);
    return discrete
        ? dlyap(
            closed,
            symmetricPart(closed.multiply(x).multiply(closed.transpose()).add(cost).subtract(x)))
        : lyap(
            closed,
            symmetricPart(closed.multiply(x).add(x.multiply(closed.transpose())).add(cost)));
  }

  private Riccati regulator(Matrix x) {
    Matrix bx = b.transpose().multiply(x);
    Matrix curvature = discrete ? symmetricPart(bx.multiply(b).add(r)) : r;
    Matrix gain = solve(curvature, discrete ? bx.multiply(a) : bx);
    return new Riccati(x, gain, a.subtract(b.multiply(gain)), curvature);
  }

  /** The distance of the closed loop's eigenvalues to the boundary; keeps its Schur form. */
  private double margin(Riccati found) {
    Matrix closed = found.closedLoop();
    if (closed.size() == 0) {
      return 1;
    }
    RealSchur schur = Kept.of(closed, RealSchur.class, RealSchur::of).factors();
    if (discrete) {
      return 1 - schur.spectralRadius();
    }
    double abscissa = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < closed.rows(); i++) {
      abscissa = Math.max(abscissa, schur.re(i));
    }
    return -abscissa / Math.max(size(closed), Double.MIN_VALUE);
  }

  private static double size(Matrix a) {
    return a.norm().toDouble();
  }
}
