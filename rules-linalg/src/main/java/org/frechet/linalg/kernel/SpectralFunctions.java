package org.frechet.linalg.kernel;

/** Difference quotients without cancellation, at every scale: no threshold decides anything. */
final class SpectralFunctions {

  private SpectralFunctions() {}

  /** {@code (eᵇ − eᵃ) / (b − a) = −eᵇ expm1(a − b) / (b − a)}. */
  record Exp() implements SpectralFunction {
    @Override
    public String name() {
      return "exp";
    }

    @Override
    public double value(double x) {
      return Math.exp(x);
    }

    @Override
    public SpectralFunction derivative() {
      return this;
    }

    @Override
    public double slope(double a, double b) {
      return a == b ? Math.exp(a) : -Math.exp(b) * Math.expm1(a - b) / (b - a);
    }
  }

  /** {@code factor · f(2ᵏ x)}. */
  record Scaled(SpectralFunction f, int k, double factor) implements SpectralFunction {
    @Override
    public String name() {
      return f.name();
    }

    @Override
    public double value(double x) {
      return factor * f.value(Math.scalb(x, k));
    }

    @Override
    public SpectralFunction derivative() {
      return new Scaled(f.derivative(), k, Math.scalb(factor, k));
    }

    @Override
    public double slope(double a, double b) {
      return Math.scalb(factor, k) * f.slope(Math.scalb(a, k), Math.scalb(b, k));
    }

    @Override
    public boolean isDefinedAt(double x) {
      return f.isDefinedAt(Math.scalb(x, k));
    }

    @Override
    public String domain() {
      return f.domain();
    }
  }

  /** {@code log x + shift}, of slope {@code log(b/a) / (b − a)}. */
  record Log(double shift) implements SpectralFunction {
    @Override
    public String name() {
      return "log";
    }

    @Override
    public double value(double x) {
      return Math.log(x) + shift;
    }

    @Override
    public SpectralFunction scaled(int k) {
      return new Log(shift + k * Math.log(2));
    }

    @Override
    public SpectralFunction derivative() {
      return new Power(1, -1);
    }

    @Override
    public double slope(double a, double b) {
      return a == b ? 1 / a : logRatio(a, b) / (b - a);
    }

    @Override
    public boolean isDefinedAt(double x) {
      return x > 0;
    }

    @Override
    public String domain() {
      return "positive numbers";
    }
  }

  /**
   * {@code factor · xᵖ}, of slope {@code bᵖ (1 − (a/b)ᵖ) / (b − a)} by expm1; {@code 1 / (√a + √b)}
   * for the root. Where a slope at 0 is infinite, it is 0 by policy. For a whole p, x may be
   * negative.
   */
  record Power(double factor, double p) implements SpectralFunction {
    @Override
    public String name() {
      return "power";
    }

    @Override
    public double value(double x) {
      double value = factor == 0 ? 0 : factor * power(x);
      return Double.isInfinite(value) && x == 0 ? 0 : value;
    }

    private double power(double x) {
      if (p == 0.5) {
        return Math.sqrt(x);
      }
      return p == -0.5 ? 1 / Math.sqrt(x) : Math.pow(x, p);
    }

    @Override
    public SpectralFunction derivative() {
      return new Power(factor * p, p - 1);
    }

    @Override
    public SpectralFunction scaled(int k) {
      return new Power(factor * Math.pow(2, k * p), p);
    }

    @Override
    public double slope(double a, double b) {
      if (a == b) {
        return derivative().value(a);
      }
      if (p == 0.5) {
        return factor / (Math.sqrt(a) + Math.sqrt(b));
      }
      if (p == -1) {
        return a == 0 || b == 0 ? 0 : -factor / a / b;
      }
      if (b < 0) {
        // f(−x) = (−1)ᵖ f(x), and p is whole
        return (p % 2 == 0 ? -1 : 1) * slope(-b, -a);
      }
      if (a < 0) {
        return p > 0 ? DividedDifferences.slope(this, a, b) : (value(b) - value(a)) / (b - a);
      }
      if (a == 0) {
        return (value(b) - value(a)) / b;
      }
      // from the larger of the two powers: the ratio of the other to it cannot overflow
      return p > 0
          ? -factor * Math.pow(b, p) * Math.expm1(-p * logRatio(a, b)) / (b - a)
          : factor * Math.pow(a, p) * Math.expm1(p * logRatio(a, b)) / (b - a);
    }

    @Override
    public boolean isDefinedAt(double x) {
      boolean whole = p == Math.rint(p);
      return p < 0 ? x > 0 || whole && x < 0 : x >= 0 || whole;
    }

    @Override
    public String domain() {
      return p < 0 ? "positive numbers" : "numbers that are not negative";
    }
  }

  /** {@code log(b/a)} for {@code 0 < a < b}. */
  private static double logRatio(double a, double b) {
    if (b / 2 < a) {
      return Math.log1p((b - a) / a);
    }
    double ratio = b / a;
    return Double.isInfinite(ratio) ? Math.log(b) - Math.log(a) : Math.log(ratio);
  }
}
