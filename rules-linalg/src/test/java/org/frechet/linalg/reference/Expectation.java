package org.frechet.linalg.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.frechet.value.Matrix;

/**
 * A result to the last digit, and by how much it moves when the inputs do: for a relative
 * perturbation ε of the inputs, ε times the sensitivity. That is a number, and bounds the Frobenius
 * norm; or a matrix, and bounds each entry.
 *
 * @param value the result, rounded to double
 * @param sensitivity 1×1, or like the value
 */
record Expectation(Matrix value, Matrix sensitivity) {

  private static final double EPS = Math.ulp(1.0);

  /** Accepts an error of n ε times the sensitivity. */
  void requireMetBy(String quantity, int n, Matrix actual) {
    assertThat(actual.shape()).as("shape of the %s", quantity).isEqualTo(value.shape());
    Matrix error = actual.subtract(value);
    if (sensitivity.size() == 1) {
      requireWithin(quantity, n, error.norm().toDouble(), 0, value.norm().toDouble(), actual);
      return;
    }
    for (int p = 0; p < error.size(); p++) {
      double size = Math.abs(value.array()[p]);
      requireWithin(quantity, n, Math.abs(error.array()[p]), p, size, actual);
    }
  }

  private void requireWithin(
      String quantity, int n, double error, int p, double size, Matrix actual) {
    double bound = sensitivity.array()[p];
    double tolerance = n * EPS * bound;
    assertThat(error)
        .as(
            "error of the %s, tolerance %.3g = %d ε · %.3g (condition %.3g);%n%s%nis not%n%s%n",
            quantity, tolerance, n, bound, bound / size, actual, value)
        .isLessThanOrEqualTo(tolerance);
  }
}
