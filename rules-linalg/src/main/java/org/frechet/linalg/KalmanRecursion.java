package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.cholesky;
import static org.frechet.linalg.LinearAlgebra.identityLike;
import static org.frechet.linalg.LinearAlgebra.solveLower;
import static org.frechet.linalg.LinearAlgebra.solveLowerTransposed;
import static org.frechet.linalg.LinearAlgebra.symmetricPart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Shaping;
import org.frechet.value.Vector;

/**
 * The gradient of the log-likelihood in differentiable operations: the recursions of {@code
 * KalmanFilter} and {@code KalmanGradient}, for derivatives of second and higher order. Confined to
 * one thread.
 */
final class KalmanRecursion {

  /** One time of the filter: K transposed, p×n; S⁻¹; u = S⁻¹ v; R; which are observed, diagonal. */
  private record Step(
      Vector xSeen,
      Matrix covarianceSeen,
      Matrix h,
      Matrix gain,
      Matrix inverse,
      Vector u,
      Matrix noise,
      Matrix observed) {}

  private final TimeVaryingModel model;
  private final Matrix observations;
  private final List<Matrix> ofF;
  private final List<Matrix> ofH;
  private final List<Matrix> ofQ;
  private final List<Matrix> ofR;
  private final List<Vector> ofY = new ArrayList<>();
  private Vector lambda;
  private Matrix bigLambda;

  private KalmanRecursion(TimeVaryingModel model, Matrix observations) {
    this.model = model;
    this.observations = observations;
    ofF = zeros(model.f());
    ofH = zeros(model.h());
    ofQ = zeros(model.q());
    ofR = zeros(model.r());
    lambda = Shaping.zeroLike(model.x0());
    bigLambda = Shaping.zeroLike(model.p0());
  }

  static KalmanGradients gradient(TimeVaryingModel model, Matrix observations) {
    return new KalmanRecursion(model, observations).run();
  }

  private KalmanGradients run() {
    int steps = observations.columns();
    List<Step> seen = filter(steps);
    for (int t = steps - 1; t >= 0; t--) {
      if (t + 1 < steps) {
        unpredict(t, seen.get(t));
      }
      unsee(t, seen.get(t));
    }
    Collections.reverse(ofY);
    Matrix ofObservations = steps == 0 ? Shaping.zeroLike(observations) : Matrix.ofColumns(ofY);
    return new KalmanGradients(
        new TimeVaryingModel(ofF, ofH, ofQ, ofR, lambda, bigLambda), ofObservations);
  }

  private List<Step> filter(int steps) {
    List<Step> seen = new ArrayList<>();
    Vector x = model.x0();
    Matrix covariance = symmetricPart(model.p0());
    for (int t = 0; t < steps; t++) {
      Step step = see(t, x, covariance);
      seen.add(step);
      if (t + 1 < steps) {
        Matrix f = at(model.f(), t);
        Matrix moved = f.multiply(step.covarianceSeen()).multiply(f.transpose());
        x = f.multiply(step.xSeen());
        covariance = symmetricPart(moved.add(at(model.q(), t)));
      }
    }
    return seen;
  }

  private Step see(int t, Vector x, Matrix covariance) {
    Vector given = observations.column(t);
    Matrix observed = Matrix.diagonal(Kalman.IS_OBSERVED.apply(given));
    Matrix h = observed.multiply(at(model.h(), t));
    Matrix r = observed.multiply(symmetricPart(at(model.r(), t))).multiply(observed);
    Matrix cross = h.multiply(covariance);
    Matrix unseen = identityLike(observed).subtract(observed);
    Matrix l = cholesky(cross.multiply(h.transpose()).add(r).add(unseen));
    Matrix inverse = solveTwice(l, identityLike(l));
    Matrix gain = solveTwice(l, cross);
    Vector v = Kalman.ZERO_IF_MISSING.apply(given).subtract(h.multiply(x));
    Vector u = solveTwice(l, v.toColumn()).column(0);
    Vector xSeen = x.add(cross.transpose().multiply(u));
    Matrix m = covariance.subtract(cross.transpose().multiply(gain));
    Matrix left = r.add(unseen).multiply(gain).subtract(h.multiply(m));
    Matrix covarianceSeen = symmetricPart(m.add(left.transpose().multiply(gain)));
    return new Step(xSeen, covarianceSeen, h, gain, inverse, u, r, observed);
  }

  /** {@code (L Lᵀ)⁻¹ B}. */
  private static Matrix solveTwice(Matrix l, Matrix b) {
    return solveLowerTransposed(l, solveLower(l, b));
  }

  /** {@code F̄ += λ x⁺ᵀ + 2 Λ F P⁺, Q̄ += Λ; λ ← Fᵀ λ, Λ ← Fᵀ Λ F}. */
  private void unpredict(int t, Step step) {
    Matrix f = at(model.f(), t);
    Matrix half = bigLambda.multiply(f);
    accumulate(
        ofF, t, lambda.outer(step.xSeen()).add(half.multiply(step.covarianceSeen()).multiply(2.0)));
    accumulate(ofQ, t, bigLambda);
    lambda = f.transpose().multiply(lambda);
    bigLambda = symmetricPart(f.transpose().multiply(half));
  }

  /** The adjoint of the observation, as in {@code KalmanGradient}. */
  private void unsee(int t, Step step) {
    Vector u = step.u();
    Matrix kn = step.gain().multiply(bigLambda);
    Vector k = step.gain().multiply(lambda);
    Matrix ofGain = u.outer(step.covarianceSeen().multiply(lambda)).subtract(step.gain());
    accumulate(
        ofH,
        t,
        ofGain
            .subtract(k.subtract(u).outer(step.xSeen()))
            .subtract(kn.multiply(step.covarianceSeen()).multiply(2.0)));
    accumulate(ofR, t, step.observed().multiply(ofNoise(step, k, kn)).multiply(step.observed()));
    ofY.add(k.subtract(u));
    toState(step, k, kn);
  }

  private void toState(Step step, Vector k, Matrix kn) {
    Matrix h = step.h();
    Vector u = step.u();
    Vector once = lambda.subtract(h.transpose().multiply(k));
    Vector rest = step.inverse().multiply(step.noise().multiply(k));
    Vector before = once.add(h.transpose().multiply(rest.subtract(step.gain().multiply(once))));
    lambda = before.add(h.transpose().multiply(u));
    Matrix half = bigLambda.subtract(kn.transpose().multiply(h));
    Matrix whole = half.subtract(h.transpose().multiply(step.gain().multiply(half)));
    Matrix ofDensity = u.outer(u).subtract(step.inverse()).multiply(0.5);
    Matrix left = before.outer(u).add(h.transpose().multiply(ofDensity));
    bigLambda = symmetricPart(whole.add(left.multiply(h)));
  }

  /** {@code −½ S⁻¹ + ½ u uᵀ − sym(k uᵀ) + Kᵀ N K}. */
  private static Matrix ofNoise(Step step, Vector k, Matrix kn) {
    Matrix ofDensity = step.u().outer(step.u()).subtract(step.inverse()).multiply(0.5);
    Matrix rest = kn.multiply(step.gain().transpose()).subtract(k.outer(step.u()));
    return symmetricPart(ofDensity.add(rest));
  }

  private static Matrix at(List<Matrix> each, int t) {
    return each.size() == 1 ? each.get(0) : each.get(t);
  }

  private static void accumulate(List<Matrix> sums, int t, Matrix part) {
    int i = sums.size() == 1 ? 0 : t;
    sums.set(i, sums.get(i).add(part));
  }

  private static List<Matrix> zeros(List<Matrix> each) {
    List<Matrix> zeros = new ArrayList<>();
    each.forEach(matrix -> zeros.add(Shaping.zeroLike(matrix)));
    return zeros;
  }
}
