package org.frechet.linalg;

import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/**
 * A linear Gaussian state space model, {@code x(t+1) = F x(t) + w(t)}, {@code y(t) = H x(t) + v(t)}
 * with n states and p observations at each time.
 *
 * @param f F, the transition, n×n
 * @param h H, the observation, p×n
 * @param q Q, the covariance of w, n×n
 * @param r R, the covariance of v, p×p
 * @param x0 the mean of the state at the time of the first observation, before it is seen
 * @param p0 its covariance, n×n
 */
public record StateSpaceModel(Matrix f, Matrix h, Matrix q, Matrix r, Vector x0, Matrix p0) {

  /** The same model in the form whose coefficients may vary. */
  public TimeVaryingModel timeVarying() {
    return new TimeVaryingModel(List.of(f), List.of(h), List.of(q), List.of(r), x0, p0);
  }
}
