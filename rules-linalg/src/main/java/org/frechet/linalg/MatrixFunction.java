package org.frechet.linalg;

import java.util.function.UnaryOperator;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/**
 * Any analytic function of a matrix, given by nothing but its evaluation, n×n → n×n for every n:
 * its derivatives of every order come from {@code f([[A, E], [0, A]]) = [[f(A), L(A; E)], [0,
 * f(A)]]} (Mathias, SIAM J. Matrix Anal. Appl. 17(3):610, 1996; Higham and Relton 2014). A
 * derivative of order k evaluates at order 2ᵏn, 8ᵏ times the work: whoever has an algorithm for the
 * Fréchet derivative makes an {@link AnalyticFunction} of it.
 *
 * <p>The evaluation must be a primary matrix function and may read numbers, {@code a.array()}; it
 * is called with constants only. Safe to share if the evaluation is.
 *
 * @param name the name that errors show
 * @param evaluation computes {@code f(A)}, also of matrices with repeated and defective eigenvalues
 */
public record MatrixFunction(String name, UnaryOperator<Matrix> evaluation)
    implements Primitive.Unary<Matrix, Matrix> {

  @Override
  public Matrix evaluate(Matrix a) {
    Require.square(name, "a", a);
    Matrix y = evaluation.apply(a);
    if (y == null || !y.hasShapeOf(a)) {
      throw new IllegalStateException(
          "%s: a is %s, but its evaluation returned %s"
              .formatted(name, a.shape(), y == null ? "null" : y.shape()));
    }
    return y;
  }
}
