package org.frechet.backend;

/**
 * Forward mode: tangents travel beside the values. Cheap for few inputs; a gradient of n inputs
 * takes n tangents, in sweeps of at most {@code chunk}.
 *
 * @param chunk the largest number of tangents that one evaluation of the function carries: a bound
 *     on memory
 */
public record AutoForward(int chunk) implements AdType {

  /** Checks that the chunk is positive. */
  public AutoForward {
    if (chunk < 1) {
      throw new IllegalArgumentException("AutoForward: the chunk must be positive, not " + chunk);
    }
  }

  /** All tangents in one sweep: the function is evaluated once. */
  public AutoForward() {
    this(Integer.MAX_VALUE);
  }

  @Override
  public String toString() {
    return chunk == Integer.MAX_VALUE ? "AutoForward" : "AutoForward[chunk=" + chunk + "]";
  }
}
