package org.frechet.kernel;

import org.apache.commons.numbers.gamma.LogGamma;

/** Scalar functions that {@link Math} does not have, accurate over their whole domain. */
public final class SpecialFunctions {

  /** Bernoulli numbers B₂, B₄, …, B₂₀. */
  private static final double[] BERNOULLI = {
    1.0 / 6,
    -1.0 / 30,
    1.0 / 42,
    -1.0 / 30,
    5.0 / 66,
    -691.0 / 2730,
    7.0 / 6,
    -3617.0 / 510,
    43867.0 / 798,
    -174611.0 / 330
  };

  private static final double ASYMPTOTIC = 16;
  private static final double FARTHEST = -1e6;

  private SpecialFunctions() {}

  /** The inverse hyperbolic sine, accurate near 0 and free of overflow. */
  public static double asinh(double x) {
    double a = Math.abs(x);
    double y =
        a > 1e8 ? Math.log(a) + Math.log(2) : Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
    return Math.copySign(y, x);
  }

  /** The inverse hyperbolic cosine on x ≥ 1, accurate near 1 and free of overflow. */
  public static double acosh(double x) {
    double t = x - 1;
    return x > 1e8 ? Math.log(x) + Math.log(2) : Math.log1p(t + Math.sqrt(t * (2 + t)));
  }

  /** The inverse hyperbolic tangent on (−1, 1), accurate near 0 and near ±1. */
  public static double atanh(double x) {
    double a = Math.abs(x);
    return Math.copySign(0.5 * Math.log1p(2 * a / (1 - a)), x);
  }

  /** {@code 1 / (1 + e⁻ˣ)}, without overflow, to full relative accuracy in both tails. */
  public static double logistic(double x) {
    double e = Math.exp(-Math.abs(x));
    return (x >= 0 ? 1 : e) / (1 + e);
  }

  /** {@code log(1 + eˣ)}, without overflow, to full relative accuracy in both tails. */
  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** {@code log |Γ(x)|}; infinite at the poles 0, −1, −2, … (reflection formula below zero). */
  public static double logGamma(double x) {
    if (x > 0 || Double.isNaN(x)) {
      return LogGamma.value(x);
    }
    // the distance to the nearest pole is exact, so |sin πx| is accurate beside it
    double sine = Math.sin(Math.PI * Math.abs(x - Math.rint(x)));
    return sine == 0 ? Double.POSITIVE_INFINITY : Math.log(Math.PI / sine) - LogGamma.value(1 - x);
  }

  /**
   * The polygamma function {@code ψ⁽ⁿ⁾(x)}, the (n+1)-st derivative of {@code log Γ}: upward
   * recurrence, then the asymptotic series (Abramowitz and Stegun, 6.4.6 and 6.4.11). NaN at the
   * poles, and below −10⁶, where the recurrence would take too long.
   */
  public static double polygamma(int n, double x) {
    if (Double.isNaN(x) || x < FARTHEST || (x <= 0 && x == Math.rint(x))) {
      return Double.NaN;
    }
    double sign = n % 2 == 0 ? -1 : 1;
    double factorial = factorial(n);
    double sum = 0;
    double y = x;
    for (; y < ASYMPTOTIC + n; y++) {
      sum += sign * factorial / Math.pow(y, n + 1);
    }
    return sum + (n == 0 ? digammaAtLarge(y) : sign * polygammaAtLarge(n, y, factorial));
  }

  private static double digammaAtLarge(double y) {
    double sum = Math.log(y) - 0.5 / y;
    double power = 1;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      power /= y * y;
      sum -= BERNOULLI[k - 1] / (2 * k) * power;
    }
    return sum;
  }

  private static double polygammaAtLarge(int n, double y, double factorial) {
    double lead = factorial / n / Math.pow(y, n);
    double sum = lead + factorial / (2 * Math.pow(y, n + 1));
    double term = lead;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      // (2k+n−1)! / ((2k)! y^(2k+n)) from its predecessor
      term *= (2.0 * k + n - 1) * (2.0 * k + n - 2) / ((2.0 * k) * (2.0 * k - 1) * y * y);
      sum += BERNOULLI[k - 1] * term;
    }
    return sum;
  }

  private static double factorial(int n) {
    double product = 1;
    for (int i = 2; i <= n; i++) {
      product *= i;
    }
    return product;
  }

  /** {@code a / (a² + b²)}, and 0 at the origin, without squares that over- or underflow. */
  public static double angleSlope(double a, double b) {
    double radius = Math.hypot(a, b);
    return a == 0 ? 0 : a / radius / radius;
  }
}
