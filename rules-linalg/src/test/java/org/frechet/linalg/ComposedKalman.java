package org.frechet.linalg;

import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.cholesky;
import static org.frechet.linalg.LinearAlgebra.solveLower;
import static org.frechet.linalg.LinearAlgebra.symmetricPart;

import java.util.ArrayList;
import java.util.List;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/** The Kalman filter as a textbook has it, in differentiable operations: an oracle. */
final class ComposedKalman {

  private ComposedKalman() {}

  static Scalar logLikelihood(TimeVaryingModel model, Matrix y) {
    Vector x = model.x0();
    Matrix p = symmetricPart(model.p0());
    Scalar sum = Scalar.of(0);
    for (int t = 0; t < y.columns(); t++) {
      Matrix h = at(model.h(), t);
      Vector v = y.column(t).subtract(h.multiply(x));
      Matrix ph = p.multiply(h.transpose());
      Matrix l = cholesky(h.multiply(ph).add(symmetricPart(at(model.r(), t))));
      Matrix w = solveLower(l, ph.transpose());
      Vector z = solveLower(l, v);
      sum = sum.subtract(z.dot(z).multiply(0.5)).subtract(Elementwise.log(l.diagonal()).sum());
      Matrix f = at(model.f(), t);
      x = f.multiply(x.add(w.transpose().multiply(z)));
      Matrix seen = p.subtract(w.transpose().multiply(w));
      p = f.multiply(seen).multiply(f.transpose()).add(symmetricPart(at(model.q(), t)));
    }
    return sum.subtract(0.5 * y.size() * Math.log(2 * Math.PI));
  }

  private static Matrix at(List<Matrix> each, int t) {
    return each.size() == 1 ? each.get(0) : each.get(t);
  }

  /** A model with n states and p observations. */
  static StateSpaceModel model(int n, int p, int seed) {
    return new StateSpaceModel(
        random(n, n, seed).multiply(0.9 / Math.sqrt(n)),
        random(p, n, seed + 1),
        covariance(n, seed + 2),
        covariance(p, seed + 3),
        random(n, seed + 4),
        covariance(n, seed + 5));
  }

  /** A model in which everything varies over time. */
  static TimeVaryingModel varying(int n, int p, int steps, int seed) {
    List<StateSpaceModel> each = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      each.add(model(n, p, seed + 10 * t));
    }
    return new TimeVaryingModel(
        each.stream().map(StateSpaceModel::f).toList(),
        each.stream().map(StateSpaceModel::h).toList(),
        each.stream().map(StateSpaceModel::q).toList(),
        each.stream().map(StateSpaceModel::r).toList(),
        each.get(0).x0(),
        each.get(0).p0());
  }

  private static Matrix covariance(int n, int seed) {
    Matrix a = random(n, n, seed);
    return a.multiply(a.transpose()).add(Matrix.identity(n).multiply(0.5));
  }
}
