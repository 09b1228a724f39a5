package org.frechet.linalg.kernel;

/**
 * A smooth function of one real variable with its derivative and its difference quotient: what a
 * function of a symmetric matrix is made of, to every order of differentiation. Stateless and safe
 * to share between threads.
 */
public interface SpectralFunction {

  /** The name that errors show. */
  String name();

  /** {@code f(x)}. */
  double value(double x);

  /** {@code f′}. */
  SpectralFunction derivative();

  /**
   * {@code f[a, b] = (f(b) − f(a)) / (b − a)} for {@code a ≤ b}, and {@code f′(a)} where they are
   * equal: without cancellation. The default takes {@code ∫ f′} where quadrature is exact to
   * rounding, and else the quotient.
   */
  default double slope(double a, double b) {
    return DividedDifferences.slope(this, a, b);
  }

  /** {@code x ↦ f(2ᵏ x)}: keeps derivatives in range whose arguments are at an end of it. */
  default SpectralFunction scaled(int k) {
    return new SpectralFunctions.Scaled(this, k, 1);
  }

  /** Whether {@code f} is defined at {@code x}, as an eigenvalue. */
  default boolean isDefinedAt(double x) {
    return true;
  }

  /** What {@link #isDefinedAt} demands, in words. */
  default String domain() {
    return "all real numbers";
  }

  /** The exponential. */
  static SpectralFunction exp() {
    return new SpectralFunctions.Exp();
  }

  /** The logarithm. */
  static SpectralFunction log() {
    return new SpectralFunctions.Log(0);
  }

  /** {@code xᵖ} for x ≥ 0, or x &gt; 0 where p is negative; for x ≠ 0 and a whole p. */
  static SpectralFunction power(double p) {
    return new SpectralFunctions.Power(1, p);
  }
}
