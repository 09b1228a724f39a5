package org.frechet.linalg;

import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/**
 * A linear Gaussian state space model with coefficients that vary, {@code x(t+1) = F(t) x(t) +
 * w(t)}, {@code y(t) = H(t) x(t) + v(t)}. Each list holds one matrix for all times, or one for each
 * of T. {@code F(T−1)} and {@code Q(T−1)} lead beyond the last observation and count for nothing.
 *
 * @param f the transitions, n×n
 * @param h the observations, p×n
 * @param q the covariances of w, n×n
 * @param r the covariances of v, p×p
 * @param x0 the mean of the state at the time of the first observation, before it is seen
 * @param p0 its covariance, n×n
 */
public record TimeVaryingModel(
    List<Matrix> f, List<Matrix> h, List<Matrix> q, List<Matrix> r, Vector x0, Matrix p0) {}
