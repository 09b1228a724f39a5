package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.dlyap;
import static org.frechet.linalg.LinearAlgebra.lyap;
import static org.frechet.linalg.LinearAlgebra.solve;
import static org.frechet.linalg.LinearAlgebra.symmetricPart;

import org.frechet.linalg.RiccatiEquations.Weights;
import org.frechet.rule.TernaryRules.Triple;
import org.frechet.value.Matrix;

/** The slopes of Riccati equations in differentiable operations, for their own derivatives. */
final class RiccatiFormulas {

  private RiccatiFormulas() {}

  static Riccati pushContinuous(
      Riccati y, Triple<Matrix, Matrix, Weights> at, Triple<Matrix, Matrix, Weights> d) {
    Matrix db = d.second();
    Matrix dr = symmetricPart(d.third().r());
    Matrix moved = d.first().subtract(db.multiply(y.gain()));
    Matrix dx = lyap(y.closedLoop().transpose(), weighed(y, moved, y.solution(), d.third()));
    Matrix right =
        db.transpose()
            .multiply(y.solution())
            .add(at.second().transpose().multiply(dx))
            .subtract(dr.multiply(y.gain()));
    Matrix dk = solve(y.curvature(), right);
    return new Riccati(dx, dk, moved.subtract(at.second().multiply(dk)), dr);
  }

  static Riccati pushDiscrete(
      Riccati y, Triple<Matrix, Matrix, Weights> at, Triple<Matrix, Matrix, Weights> d) {
    Matrix b = at.second();
    Matrix db = d.second();
    Matrix dr = symmetricPart(d.third().r());
    Matrix moved = d.first().subtract(db.multiply(y.gain()));
    Matrix xc = y.solution().multiply(y.closedLoop());
    Matrix dx = dlyap(y.closedLoop().transpose(), weighed(y, moved, xc, d.third()));
    Matrix bx = b.transpose().multiply(y.solution());
    Matrix right =
        db.transpose()
            .multiply(xc)
            .add(b.transpose().multiply(dx).multiply(y.closedLoop()))
            .add(bx.multiply(moved))
            .subtract(dr.multiply(y.gain()));
    Matrix dk = solve(y.curvature(), right);
    Matrix cross = bx.multiply(db);
    Matrix dw = dr.add(cross).add(cross.transpose()).add(b.transpose().multiply(dx).multiply(b));
    return new Riccati(dx, dk, moved.subtract(b.multiply(dk)), dw);
  }

  /** {@code M + Mᵀ + Q̇ + Kᵀ Ṙ K} with {@code M = (Ȧ − Ḃ K)ᵀ X …}. */
  private static Matrix weighed(Riccati y, Matrix moved, Matrix x, Weights d) {
    Matrix m = moved.transpose().multiply(x);
    Matrix ofControl = y.gain().transpose().multiply(symmetricPart(d.r())).multiply(y.gain());
    return symmetricPart(m.multiply(2.0).add(ofControl).add(d.q()));
  }

  /**
   * {@code C S + S Cᵀ + sym X̄ = 0; Ā = 2XS, B̄ = −2XSKᵀ, Q̄ = S, R̄ = KSKᵀ}, and what comes back
   * through K, C and W to X and the arguments.
   */
  static Triple<Matrix, Matrix, Weights> pullContinuous(
      Riccati y, Triple<Matrix, Matrix, Weights> at, Riccati g) {
    Matrix x = y.solution();
    Matrix k = y.gain();
    Matrix b = at.second();
    Matrix v = throughGain(y, b, g);
    Matrix s = lyap(y.closedLoop(), symmetricPart(g.solution().add(b.multiply(v))));
    Matrix ga = x.multiply(s).multiply(2.0).add(g.closedLoop());
    return new Triple<>(
        ga,
        x.multiply(v.transpose()).subtract(ga.multiply(k.transpose())),
        new Weights(s, ofControl(k, s, v, g)));
  }

  /** The same with {@code C S Cᵀ − S + sym X̄ = 0; Ā = 2XCS, B̄ = −2XCSKᵀ}. */
  static Triple<Matrix, Matrix, Weights> pullDiscrete(
      Riccati y, Triple<Matrix, Matrix, Weights> at, Riccati g) {
    Matrix c = y.closedLoop();
    Matrix k = y.gain();
    Matrix b = at.second();
    Matrix v = throughGain(y, b, g);
    Matrix gw = symmetricPart(g.curvature());
    Matrix back = b.multiply(v.multiply(c.transpose()).add(gw.multiply(b.transpose())));
    Matrix s = dlyap(c, symmetricPart(g.solution().add(back)));
    Matrix xc = y.solution().multiply(c);
    Matrix xb = y.solution().multiply(b);
    Matrix ga = xc.multiply(s).multiply(2.0).add(xb.multiply(v)).add(g.closedLoop());
    Matrix gb =
        xc.multiply(v.transpose())
            .add(xb.multiply(gw).multiply(2.0))
            .subtract(ga.multiply(k.transpose()));
    return new Triple<>(ga, gb, new Weights(s, ofControl(k, s, v, g)));
  }

  /** {@code V = W⁻¹ (K̄ − Bᵀ C̄)}. */
  private static Matrix throughGain(Riccati y, Matrix b, Riccati g) {
    return solve(y.curvature(), g.gain().subtract(b.transpose().multiply(g.closedLoop())));
  }

  /** {@code R̄ = K S Kᵀ − sym(V Kᵀ) + sym W̄}. */
  private static Matrix ofControl(Matrix k, Matrix s, Matrix v, Riccati g) {
    Matrix inner = k.multiply(s).subtract(v).multiply(k.transpose());
    return symmetricPart(inner.add(g.curvature()));
  }
}
