package org.frechet.backend;

/**
 * Finite differences: for functions that leave the differentiable operations, and for comparison.
 * Five-point central differences, four evaluations for each tangent, about eleven correct digits of
 * a first derivative of a function that varies on the scale of its argument; fewer where it varies
 * faster, as sin x does at x = 100 (six or seven): give a smaller step there.
 *
 * @param relativeStep the step, relative to the size of the argument
 */
public record AutoFiniteDiff(double relativeStep) implements AdType {

  /** Checks that the step is positive. */
  public AutoFiniteDiff {
    if (!(relativeStep > 0 && Double.isFinite(relativeStep))) {
      throw new IllegalArgumentException(
          "AutoFiniteDiff: the relative step must be positive, not " + relativeStep);
    }
  }

  /** The step that balances truncation and rounding: ε to the power of 1/5. */
  public AutoFiniteDiff() {
    this(Math.pow(Math.ulp(1.0), 0.2));
  }

  @Override
  public String toString() {
    return "AutoFiniteDiff";
  }
}
