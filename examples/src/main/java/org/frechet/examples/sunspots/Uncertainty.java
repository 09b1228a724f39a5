package org.frechet.examples.sunspots;

import static org.frechet.linalg.LinearAlgebra.inv;

import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * How far the data determine the parameters, by the normal approximation at the maximum of the
 * likelihood: the covariance of the estimate is the inverse Hessian of −log L.
 *
 * @param theta the estimate
 * @param hessian of −log L there
 */
record Uncertainty(Differentiation di, Vector theta, Matrix hessian) {

  /** Forward over reverse: the gradient is recorded once, and pushed along each parameter. */
  static final AdType HESSIAN = SecondOrder.of(new AutoForward(), new AutoReverse());

  /** Of the estimate {@code theta}, a minimum of −log L. */
  static Uncertainty at(
      Differentiation di, Function<Vector, Scalar> negativeLogLikelihood, Vector theta) {
    return new Uncertainty(di, theta, di.hessian(negativeLogLikelihood, HESSIAN, theta));
  }

  /** The covariance of the estimate. */
  Matrix covariance() {
    return inv(hessian);
  }

  /** The standard errors of the parameters. */
  Vector standardErrors() {
    return covariance().diagonal().sqrt();
  }

  /** The standard error of {@code g(θ)} by the delta method, {@code √(∇gᵀ C ∇g)}. */
  double standardError(Function<Vector, Scalar> g) {
    Vector slope = di.gradient(g, new AutoReverse(), theta);
    return slope.dot(covariance().multiply(slope)).sqrt().toDouble();
  }
}
