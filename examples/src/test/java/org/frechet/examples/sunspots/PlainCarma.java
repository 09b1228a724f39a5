package org.frechet.examples.sunspots;

/**
 * The same likelihood in plain doubles, by closed forms for two dimensions, sharing nothing with
 * the library: exp(A) by the roots of the oscillator, P∞ = σ² / (2 a₀ a₁) diag(1, a₀).
 */
final class PlainCarma {

  private final double[][] transition;
  private final double[] stationary;
  private final double b;

  PlainCarma(double... theta) {
    double a0 = Math.exp(theta[0]);
    double a1 = Math.exp(theta[1]);
    double sigma = Math.exp(theta[2]);
    b = theta[3];
    double variance = sigma * sigma / (2 * a0 * a1);
    stationary = new double[] {variance, variance * a0};
    transition = transition(a0, a1);
  }

  /** e⁻ᵈ (cos ω I + sin ω / ω (A + d I)) with d = a₁/2, ω² = a₀ − d², for a process that swings. */
  private static double[][] transition(double a0, double a1) {
    double d = a1 / 2;
    double omega = Math.sqrt(a0 - d * d);
    double c = Math.exp(-d) * Math.cos(omega);
    double s = Math.exp(-d) * Math.sin(omega) / omega;
    return new double[][] {{c + s * d, s}, {-s * a0, c + s * (d - a1)}};
  }

  double negativeLogLikelihood(double[] series) {
    double[][] noise = congruence(diagonal(-stationary[0], -stationary[1]));
    noise[0][0] += stationary[0];
    noise[1][1] += stationary[1];
    double[] x = {0, 0};
    double[][] p = diagonal(stationary[0], stationary[1]);
    double sum = 0;
    for (double y : series) {
      double[] ph = {p[0][0] + p[0][1] * b, p[1][0] + p[1][1] * b};
      double v = ph[0] + b * ph[1];
      double e = y - x[0] - b * x[1];
      sum += 0.5 * (Math.log(2 * Math.PI * v) + e * e / v);
      x = times(new double[] {x[0] + ph[0] * e / v, x[1] + ph[1] * e / v});
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          p[i][j] -= ph[i] * ph[j] / v;
        }
      }
      p = plus(congruence(p), noise);
    }
    return sum;
  }

  private static double[][] diagonal(double first, double second) {
    return new double[][] {{first, 0}, {0, second}};
  }

  private double[] times(double[] x) {
    double[][] f = transition;
    return new double[] {f[0][0] * x[0] + f[0][1] * x[1], f[1][0] * x[0] + f[1][1] * x[1]};
  }

  private double[][] congruence(double[][] p) {
    double[][] result = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        for (int k = 0; k < 2; k++) {
          for (int l = 0; l < 2; l++) {
            result[i][j] += transition[i][k] * p[k][l] * transition[j][l];
          }
        }
      }
    }
    return result;
  }

  private static double[][] plus(double[][] a, double[][] b) {
    return new double[][] {
      {a[0][0] + b[0][0], a[0][1] + b[0][1]}, {a[1][0] + b[1][0], a[1][1] + b[1][1]}
    };
  }
}
