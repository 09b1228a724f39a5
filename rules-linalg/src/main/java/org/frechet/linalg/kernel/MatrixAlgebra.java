package org.frechet.linalg.kernel;

import java.util.List;

/**
 * The sums, products and quotients of which a rational function of a matrix is made, over elements
 * that carry derivatives with them.
 *
 * @param <X> an element
 */
interface MatrixAlgebra<X> {

  X product(X a, X b);

  /**
   * {@code X²} in which every ε is then halved. The exponential of {@code 2(A + εE)} is the square
   * of that of {@code A + εE}; its derivative in the direction {@code E} is half the coefficient.
   * So the directions need no scaling down with {@code A}, and cannot underflow.
   */
  X squareHalvingDirections(X x);

  /** {@code Σ wᵢ Xᵢ}; a term that is null is the identity. */
  X combination(double[] weights, List<X> terms);

  /** {@code A B + Σ wᵢ Xᵢ}; a term that is null is the identity. */
  X productAndCombination(X a, X b, double[] weights, List<X> terms);

  /**
   * {@code N D⁻¹}, in place: the numerator, and what does not depend on a direction in D, are
   * overwritten. They must be results of {@link #combination}, and the numerator must not be used
   * again.
   */
  X quotientInPlace(X d, X numerator);

  /** Takes back the arrays of a result that is not used again, for later results. */
  void release(X x);
}
