package org.frechet.backend;

/**
 * Reverse mode: the function is recorded once, then cotangents are pulled back. Cheap for few
 * outputs; the gradient of a scalar costs a few evaluations, however many inputs there are.
 */
public record AutoReverse() implements AdType {

  @Override
  public String toString() {
    return "AutoReverse";
  }
}
