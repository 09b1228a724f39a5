package org.frechet.linalg.kernel;

/**
 * Divided differences {@code f[x₀, …, x_k]} of any order, accurate where points meet: by
 *
 * <pre>{@code f[x₀, …, x_k] = ∫₀¹ sᵏ⁻¹ f′[x₀ + s(x₁ − x₀), …, x₀ + s(x_k − x₀)] ds}</pre>
 *
 * (Genocchi and Hermite) where the quotient {@code (f[x₁, …, x_k] − f[x₀, …, x_{k−1}]) / (x_k −
 * x₀)} cancels. What decides is not the distance of the points but the cancellation itself, so that
 * every scale is served; Gaussian quadrature is believed if two rules agree to rounding, and with
 * the quotient to the quotient's own rounding.
 */
final class DividedDifferences {

  private static final GaussLegendre[] RULES = {
    GaussLegendre.of(4), GaussLegendre.of(8), GaussLegendre.of(16), GaussLegendre.of(32)
  };

  /** The part of the terms that may cancel in a quotient that is taken as it is. */
  private static final double CANCELLATION = 0.25;

  private static final double ROUNDING = 0x1p-46;

  private static final double AGREEMENT = 0x1p-48;

  private DividedDifferences() {}

  /** {@code f[x₀, …, x_k]} for ascending points. */
  static double of(SpectralFunction f, double... x) {
    int k = x.length - 1;
    if (k == 0) {
      return f.value(x[0]);
    }
    return k == 1 ? f.slope(x[0], x[1]) : integral(f, x);
  }

  /** {@code f[a, b]} of a function that has no formula of its own for it. */
  static double slope(SpectralFunction f, double a, double b) {
    return integral(f, a, b);
  }

  private static double integral(SpectralFunction f, double... x) {
    int k = x.length - 1;
    if (x[0] == x[k]) {
      double value = f.derivative().value(x[0]);
      return k == 1 ? value : of(f.derivative(), without(x, 0)) / k;
    }
    double upper = of(f, without(x, 0));
    double lower = of(f, without(x, k));
    double width = x[k] - x[0];
    double terms = Math.abs(upper) + Math.abs(lower);
    double quotient = (upper - lower) / width;
    if (Math.abs(upper - lower) >= CANCELLATION * terms) {
      return quotient;
    }
    double found = quadrature(f, x);
    return Math.abs(found - quotient) * width <= ROUNDING * terms ? found : quotient;
  }

  /** The integral where two rules agree on it, else NaN. */
  private static double quadrature(SpectralFunction f, double... x) {
    double coarse = integral(f, RULES[0], x);
    for (int i = 1; i < RULES.length; i++) {
      double fine = integral(f, RULES[i], x);
      if (Math.abs(fine - coarse) <= AGREEMENT * Math.abs(fine)) {
        return fine;
      }
      coarse = fine;
    }
    return Double.NaN;
  }

  private static double integral(SpectralFunction f, GaussLegendre rule, double[] x) {
    SpectralFunction slope = f.derivative();
    int k = x.length - 1;
    double[] at = new double[k];
    double sum = 0;
    for (int node = 0; node < rule.nodes().length; node++) {
      double s = rule.nodes()[node];
      for (int i = 0; i < k; i++) {
        at[i] = x[0] + s * (x[i + 1] - x[0]);
      }
      sum += rule.weights()[node] * Math.pow(s, k - 1) * of(slope, at);
    }
    return sum;
  }

  private static double[] without(double[] x, int i) {
    double[] rest = new double[x.length - 1];
    System.arraycopy(x, 0, rest, 0, i);
    System.arraycopy(x, i + 1, rest, i, rest.length - i);
    return rest;
  }
}
