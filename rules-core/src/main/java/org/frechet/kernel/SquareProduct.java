package org.frechet.kernel;

/**
 * {@code C ← C + α A B} of n×n matrices, for an algorithm with many such products: an
 * implementation may keep the arrays that it works in from one to the next. For one thread.
 */
@FunctionalInterface
public interface SquareProduct {

  /** Of column-major arrays of n² entries; {@code c} is none of the others. 2n³ flops. */
  void add(double alpha, double[] a, double[] b, double[] c);
}
