package org.frechet.benchmarks;

import static org.frechet.linalg.LinearAlgebra.exp;
import static org.frechet.linalg.LinearAlgebra.lyap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.frechet.linalg.kernel.Exponential;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * The yearly sunspot numbers as a CARMA(2, 1) process: {@code dx = A x dt + (0, σ)ᵀ dW}, {@code A =
 * [[0, 1], [−a₀, −a₁]]}, {@code y = (1, b) x}, in the parameters {@code (log a₀, log a₁, log σ,
 * b)}. The negative log-likelihood comes from a Kalman filter that starts in the stationary state.
 */
final class Sunspots {

  static final double[] START = {Math.log(0.4), Math.log(0.3), Math.log(15), 0.6};

  private static final double[] DATA = load();
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private Sunspots() {}

  static Scalar negativeLogLikelihood(Vector theta) {
    Scalar zero = Scalar.of(0);
    Scalar variance = theta.get(2).multiply(2).exp();
    Scalar[][] a = {{zero, Scalar.of(1)}, {coefficient(theta, 0), coefficient(theta, 1)}};
    Scalar[][] q = {{zero, zero}, {zero, variance}};
    Matrix drift = Matrix.of(a);
    Matrix step = exp(drift);
    Matrix stationary = lyap(drift, Matrix.of(q));
    Matrix noise = stationary.subtract(moved(step, stationary));
    return filter(step, noise, Vector.of(Scalar.of(1), theta.get(3)), stationary);
  }

  private static Scalar coefficient(Vector theta, int i) {
    return theta.get(i).exp().negate();
  }

  private static Matrix moved(Matrix step, Matrix p) {
    return step.multiply(p).multiply(step.transpose());
  }

  private static Scalar filter(Matrix step, Matrix noise, Vector h, Matrix stationary) {
    Vector m = Vector.zeros(2);
    Matrix p = stationary;
    Scalar sum = Scalar.of(DATA.length * LOG_TWO_PI);
    for (double y : DATA) {
      Vector ph = p.multiply(h);
      Scalar s = h.dot(ph);
      Scalar v = h.dot(m).negate().add(y);
      Vector gain = ph.divide(s);
      sum = sum.add(s.log()).add(v.multiply(v).divide(s));
      m = step.multiply(m.add(gain.multiply(v)));
      p = moved(step, p.subtract(gain.outer(ph))).add(noise);
    }
    return sum.multiply(0.5);
  }

  /** The same by hand, on numbers. */
  static double negativeLogLikelihood(double[] theta) {
    double a0 = Math.exp(theta[0]);
    double a1 = Math.exp(theta[1]);
    double variance = Math.exp(2 * theta[2]);
    double[] f = Exponential.of(2, new double[] {0, -a0, 1, -a1}).value();
    double[] stationary = {variance / (2 * a0 * a1), 0, variance / (2 * a1)};
    double[] noise = moved(f, stationary[0], stationary[1], stationary[2]);
    for (int i = 0; i < 3; i++) {
      noise[i] = stationary[i] - noise[i];
    }
    return filter(f, noise, theta[3], stationary);
  }

  private static double[] moved(double[] f, double p00, double p01, double p11) {
    double u00 = f[0] * p00 + f[2] * p01;
    double u01 = f[0] * p01 + f[2] * p11;
    double u10 = f[1] * p00 + f[3] * p01;
    double u11 = f[1] * p01 + f[3] * p11;
    return new double[] {u00 * f[0] + u01 * f[2], u00 * f[1] + u01 * f[3], u10 * f[1] + u11 * f[3]};
  }

  private static double filter(double[] f, double[] noise, double b, double[] stationary) {
    double m0 = 0;
    double m1 = 0;
    double[] p = stationary;
    double sum = DATA.length * LOG_TWO_PI;
    for (double y : DATA) {
      double ph0 = p[0] + b * p[1];
      double ph1 = p[1] + b * p[2];
      double s = ph0 + b * ph1;
      double v = y - m0 - b * m1;
      sum += Math.log(s) + v * v / s;
      double n0 = m0 + ph0 * v / s;
      double n1 = m1 + ph1 * v / s;
      m0 = f[0] * n0 + f[2] * n1;
      m1 = f[1] * n0 + f[3] * n1;
      p = moved(f, p[0] - ph0 * ph0 / s, p[1] - ph0 * ph1 / s, p[2] - ph1 * ph1 / s);
      p = new double[] {p[0] + noise[0], p[1] + noise[1], p[2] + noise[2]};
    }
    return sum / 2;
  }

  private static double[] load() {
    InputStream csv = Sunspots.class.getResourceAsStream("sunspots.csv");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(csv), StandardCharsets.UTF_8))) {
      double[] data =
          lines
              .lines()
              .skip(1)
              .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
              .toArray();
      double mean = Arrays.stream(data).average().orElseThrow();
      return Arrays.stream(data).map(y -> y - mean).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
