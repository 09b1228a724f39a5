package org.frechet.linalg;

import org.frechet.value.Matrix;

/**
 * The gradient of a Kalman filter's log-likelihood.
 *
 * @param model in the model; symmetric in the covariances
 * @param observations in the observations, 0 for missing ones
 */
public record KalmanGradients(TimeVaryingModel model, Matrix observations) {}
