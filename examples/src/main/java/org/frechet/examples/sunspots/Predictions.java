package org.frechet.examples.sunspots;

import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * Normal distributions, one for each observation of a series, given the observations before it.
 *
 * @param mean their means
 * @param variance their variances
 */
record Predictions(Vector mean, Vector variance) {

  /** {@code ½ Σ (log 2πv + (y − m)² / v)}. */
  Scalar negativeLogDensity(Vector y) {
    Vector error = y.subtract(mean);
    Vector logs = variance.multiply(2 * Math.PI).log();
    return logs.add(error.multiply(error).divide(variance)).sum().divide(2);
  }

  /** The same for a series that has {@code level} added to it. */
  Predictions shiftedBy(double level) {
    return new Predictions(mean.add(level), variance);
  }

  Vector standardDeviation() {
    return variance.sqrt();
  }
}
