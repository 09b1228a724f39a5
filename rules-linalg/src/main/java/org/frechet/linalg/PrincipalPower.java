package org.frechet.linalg;

import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/**
 * The principal {@code Aᵖ}: n×n → n×n. What the evaluation computes on the way is kept with the
 * matrix and serves its transpose and all derivatives.
 *
 * @param p the exponent, a constant
 */
record PrincipalPower(double p) implements Primitive.Unary<Matrix, Matrix> {

  @Override
  public String name() {
    return "power";
  }

  @Override
  public Matrix evaluate(Matrix a) {
    return MatrixFunctions.power(p, List.of(a));
  }

  Derivative derivative() {
    return new Derivative(p);
  }

  /**
   * {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)}, applied to {@code (A, E₁, …, Eₖ)}.
   *
   * @param p the exponent, a constant
   */
  record Derivative(double p) implements Primitive.Unary<List<Matrix>, Matrix> {

    @Override
    public String name() {
      return "Fréchet derivative of power";
    }

    @Override
    public Matrix evaluate(List<Matrix> arguments) {
      return MatrixFunctions.power(p, arguments);
    }
  }
}
