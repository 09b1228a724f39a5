package org.frechet.examples.sunspots;

import static org.frechet.linalg.LinearAlgebra.exp;
import static org.frechet.linalg.LinearAlgebra.lyap;

import java.util.ArrayList;
import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * The continuous-time ARMA(2,1) process, a noisy damped oscillator:
 *
 * <pre>{@code
 * dx = A x dt + (0, σ)ᵀ dW,   A = [0, 1; −a₀, −a₁],   y = (1, b) x
 * }</pre>
 *
 * <p>Sampled at unit times it is the state space model {@code x(t+1) = Φ x(t) + noise} with {@code
 * Φ = exp(A)}. The likelihood is written here once, for numbers and for derivatives of any order by
 * any backend. See Brockwell 2001, Handbook of Statistics 19, 249–276.
 */
record Carma(Scalar a0, Scalar a1, Scalar sigma, Scalar b) {

  private static final Scalar ZERO = Scalar.of(0);
  private static final Scalar ONE = Scalar.of(1);

  /** From {@code θ = (log a₀, log a₁, log σ, b)}: every θ is a stable process. */
  static Carma of(Vector theta) {
    return new Carma(theta.get(0).exp(), theta.get(1).exp(), theta.get(2).exp(), theta.get(3));
  }

  /** A, whose eigenvalues have negative real parts. */
  Matrix drift() {
    return Matrix.of(new Scalar[][] {{ZERO, ONE}, {a0.negate(), a1.negate()}});
  }

  /** P∞, the covariance of x at any time: {@code A P∞ + P∞ Aᵀ + diag(0, σ²) = 0}. */
  Matrix stationaryCovariance() {
    return lyap(drift(), Matrix.diagonal(Vector.of(ZERO, sigma.multiply(sigma))));
  }

  /** The length of a cycle, {@code 2π / √(a₀ − a₁²/4)}; NaN for a process that does not swing. */
  Scalar cycle() {
    Scalar halfDamping = a1.divide(2);
    Scalar frequency = a0.subtract(halfDamping.multiply(halfDamping)).sqrt();
    return Scalar.of(2 * Math.PI).divide(frequency);
  }

  /** −log L of a series that was observed once per unit of time. */
  Scalar negativeLogLikelihood(Vector y) {
    return predict(y).negativeLogDensity(y);
  }

  /**
   * What is to be expected of each y, given those before it: the Kalman filter. The belief about x
   * starts as its stationary distribution; each round tells it y(t), then moves it to t + 1.
   */
  Predictions predict(Vector y) {
    Matrix transition = exp(drift());
    Matrix p = stationaryCovariance();
    Matrix noise = p.subtract(congruence(transition, p));
    Vector x = Vector.zeros(2);
    Vector loading = Vector.of(ONE, b);
    List<Scalar> means = new ArrayList<>();
    List<Scalar> variances = new ArrayList<>();
    for (int t = 0; t < y.size(); t++) {
      Vector covariance = p.multiply(loading); // of x and y(t)
      Scalar mean = loading.dot(x);
      Scalar variance = loading.dot(covariance);
      Vector gain = covariance.divide(variance);
      x = transition.multiply(x.add(gain.multiply(y.get(t).subtract(mean))));
      p = congruence(transition, p.subtract(gain.outer(covariance))).add(noise);
      means.add(mean);
      variances.add(variance);
    }
    return new Predictions(Vector.of(means), Vector.of(variances));
  }

  /** {@code F P Fᵀ}. */
  private static Matrix congruence(Matrix f, Matrix p) {
    return f.multiply(p).multiply(f.transpose());
  }
}
