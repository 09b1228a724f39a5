package org.frechet.linalg;

import java.util.function.UnaryOperator;
import org.frechet.linalg.kernel.LuFactors;
import org.frechet.linalg.kernel.MatrixEquations;
import org.frechet.linalg.kernel.RealSchur;
import org.frechet.linalg.kernel.Twofold;
import org.frechet.value.Matrix;

/**
 * A solution of a Riccati equation in some 32 digits, with the gain and the closed loop that belong
 * to it: where control is cheap, the gain is large, and what it leaves of the slow modes is less
 * than the rounding of {@code B K}. Linear equations are solved on factors in doubles, with
 * residuals in full (Higham, Accuracy and Stability, 2nd edition, chapter 12).
 *
 * @param discrete the kind of equation
 * @param a A
 * @param b B
 * @param q Q, symmetric
 * @param r R, symmetric
 * @param x X
 * @param gain K
 * @param closedLoop {@code C = A − B K}
 * @param curvature {@code W = R}, or {@code R + Bᵀ X B}
 * @param factors of W in doubles, or of one close to it
 */
record TwofoldRegulator(
    boolean discrete,
    Twofold a,
    Twofold b,
    Twofold q,
    Twofold r,
    Twofold x,
    Twofold gain,
    Twofold closedLoop,
    Twofold curvature,
    LuFactors factors) {

  private static final int STEPS = 8;

  /** Under this, relative to the solution, a correction does not count. */
  private static final double NEGLIGIBLE = 0x1p-80;

  /** The regulator of X, as near to the equation as X is. */
  static TwofoldRegulator of(
      boolean discrete, Twofold a, Twofold b, Twofold q, Twofold r, Twofold x, LuFactors factors) {
    Twofold bx = b.transposed().times(x);
    Twofold w = discrete ? r.plus(bx.times(b)).symmetric() : r;
    Twofold gain = solve(w, factors, discrete ? bx.times(a) : bx);
    Twofold closedLoop = a.minus(b.times(gain));
    return new TwofoldRegulator(discrete, a, b, q, r, x, gain, closedLoop, w, factors);
  }

  static Twofold twofold(Matrix a) {
    return Twofold.of(a.rows(), a.columns(), a.array());
  }

  static Matrix rounded(Twofold a) {
    return Matrix.wrap(a.rows(), a.columns(), a.high());
  }

  /**
   * Newton's method from a regulator that is right in doubles, on the Schur form of its closed
   * loop; this one, if it leads nowhere.
   */
  TwofoldRegulator refined(RealSchur schur) {
    TwofoldRegulator at = this;
    double last = Double.POSITIVE_INFINITY;
    for (int k = 0; k < STEPS && last > NEGLIGIBLE * x.size(); k++) {
      Twofold correction = inDoubles(schur, true, at.residual());
      TwofoldRegulator next = of(discrete, a, b, q, r, at.x.plus(correction), factors);
      if (!next.isFinite() || !(correction.size() < last / 2)) {
        return at;
      }
      at = next;
      last = correction.size();
    }
    return at;
  }

  private boolean isFinite() {
    return x.isFinite() && closedLoop.isFinite();
  }

  /** In Joseph's form, to which errors of the gain are of second order. */
  private Twofold residual() {
    Twofold cost = gain.transposed().times(r).times(gain).plus(q);
    return applied(true, x).plus(cost).symmetric();
  }

  /** {@code Cᵀ X + X C} or {@code Cᵀ X C − X}; not {@code transposed}: {@code C X + X Cᵀ}, … */
  private Twofold applied(boolean transposed, Twofold y) {
    Twofold c = transposed ? closedLoop.transposed() : closedLoop;
    Twofold half = c.times(y);
    return discrete ? half.times(c.transposed()).minus(y) : half.plus(y.times(c.transposed()));
  }

  /** {@code Cᵀ Y + Y C + N = 0} or {@code Cᵀ Y C − Y + N = 0}, symmetric; or that with Cᵀ for C. */
  Twofold equation(RealSchur schur, boolean transposed, Twofold n) {
    return corrected(
        n,
        y -> n.plus(applied(transposed, y)).symmetric(),
        rest -> inDoubles(schur, transposed, rest));
  }

  private Twofold inDoubles(RealSchur schur, boolean transposed, Twofold n) {
    double[] right = n.high();
    MatrixEquations.Solution solution;
    if (discrete) {
      solution =
          transposed
              ? MatrixEquations.discreteLyapunovTransposed(schur, right)
              : MatrixEquations.discreteLyapunov(schur, right);
    } else {
      solution =
          transposed
              ? MatrixEquations.lyapunovTransposed(schur, right)
              : MatrixEquations.lyapunov(schur, right);
    }
    return Twofold.of(n.rows(), n.columns(), solution.x()).symmetric();
  }

  /** {@code W⁻¹ Y}. */
  Twofold overCurvature(Twofold y) {
    return solve(curvature, factors, y);
  }

  private static Twofold solve(Twofold w, LuFactors factors, Twofold y) {
    return corrected(
        y,
        x -> y.minus(w.times(x)),
        rest -> {
          double[] x = rest.high().clone();
          factors.solve(rest.columns(), x);
          return Twofold.of(rest.rows(), rest.columns(), x);
        });
  }

  /** The solution of a linear equation, from a solver in doubles, by corrections that shrink. */
  private static Twofold corrected(
      Twofold right, UnaryOperator<Twofold> residual, UnaryOperator<Twofold> solver) {
    Twofold found = solver.apply(right);
    double last = Double.POSITIVE_INFINITY;
    for (int k = 0; k < STEPS && last > NEGLIGIBLE * found.size(); k++) {
      Twofold correction = solver.apply(residual.apply(found));
      Twofold next = found.plus(correction);
      if (!next.isFinite() || !(correction.size() < last / 2)) {
        return found;
      }
      found = next;
      last = correction.size();
    }
    return found;
  }
}
