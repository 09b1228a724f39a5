package org.frechet.linalg.reference;

import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import java.util.function.Function;
import org.frechet.linalg.Discretized;
import org.frechet.linalg.StateSpaceModel;
import org.frechet.linalg.reference.Reference.Point;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * Riccati equations, discretization, the Kalman filter, norms and densities, against references.
 */
class EquationReferencesTest extends ReferencesTest {

  @Override
  List<ReferenceFunction> functions() {
    return List.of(
        plain("care", 9, 54, x -> care(x.get(0), x.get(1), x.get(2), x.get(3))),
        plain("dare", 6, 36, x -> dare(x.get(0), x.get(1), x.get(2), x.get(3))),
        plain(
            "gsylvester", 6, 42, x -> gsylvester(x.get(0), x.get(1), x.get(2), x.get(3), x.get(4))),
        plain("vanLoan", 8, 40, x -> discretized(x)),
        plain("spectralNorm", 6, 28, x -> single(spectralNorm(x.get(0)))),
        plain("nuclearNorm", 6, 28, x -> single(nuclearNorm(x.get(0)))),
        plain("cond", 6, 18, x -> single(cond(x.get(0)))),
        plain("logNormalDensity", 2, 10, x -> single(density(x))),
        plain("kalman", 5, 45, x -> single(kalman(x))),
        plain("logSumExp", 2, 10, x -> single(logSumExp(x.get(0)))));
  }

  private static ReferenceFunction plain(
      String file, int cases, int expectations, Function<Point, Matrix> f) {
    return new ReferenceFunction(file, cases, expectations, parameter -> f);
  }

  private static Matrix single(Scalar x) {
    return Matrix.of(new Scalar[][] {{x}});
  }

  /** Φ and Q_d, side by side. */
  private static Matrix discretized(Point x) {
    Discretized found = vanLoan(x.get(0), x.get(1), x.get(2).get(0, 0));
    return Matrix.beside(List.of(found.transition(), found.covariance()));
  }

  private static Scalar density(Point x) {
    return logNormalDensity(x.get(0).column(0), x.get(1).column(0), x.get(2));
  }

  private static Scalar kalman(Point x) {
    Vector mean = x.get(4).column(0);
    return kalmanLogLikelihood(
        new StateSpaceModel(x.get(0), x.get(1), x.get(2), x.get(3), mean, x.get(5)), x.get(6));
  }
}
