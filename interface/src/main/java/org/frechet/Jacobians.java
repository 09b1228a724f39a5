package org.frechet;

import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.value.Matrix;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/** {@code jacobian}: by columns with a forward token, by rows with a reverse one. */
abstract class Jacobians extends Gradients {

  Jacobians(Engine engine) {
    super(engine);
  }

  /** The len(y)×len(x) Jacobian: rows vec(y), columns vec(x), column-major. */
  public <X extends Value, Y> Matrix jacobian(Function<X, Y> f, AdType token, X x) {
    return prepareJacobian(f, token, x).jacobian(x);
  }

  /** The value and the Jacobian, in one evaluation. */
  public <X extends Value, Y> ValueAndJacobian<Y> valueAndJacobian(
      Function<X, Y> f, AdType token, X x) {
    return prepareJacobian(f, token, x).valueAndJacobian(x);
  }

  /** Prepares Jacobians at arguments like {@code x}. */
  public <X extends Value, Y> PreparedJacobian<X, Y> prepareJacobian(
      Function<X, Y> f, AdType token, X x) {
    return new PreparedJacobian<>(engine, f, token, x);
  }

  /** The len(y)×len(x) Jacobian: rows vec(y), columns vec(x), column-major. */
  public <X extends Record, Y> Matrix jacobian(Function<X, Y> f, AdType token, X x) {
    return prepareJacobian(f, token, x).jacobian(x);
  }

  /** The value and the Jacobian, in one evaluation. */
  public <X extends Record, Y> ValueAndJacobian<Y> valueAndJacobian(
      Function<X, Y> f, AdType token, X x) {
    return prepareJacobian(f, token, x).valueAndJacobian(x);
  }

  /** Prepares Jacobians at arguments like {@code x}. */
  public <X extends Record, Y> PreparedJacobian<X, Y> prepareJacobian(
      Function<X, Y> f, AdType token, X x) {
    return new PreparedJacobian<>(engine, f, token, x);
  }

  /** The Jacobian, row by row. */
  public double[][] jacobian(Function<Vector, Vector> f, AdType token, double[] x) {
    return prepareJacobian(f, token, x).jacobian(x);
  }

  /** The value and the Jacobian, in one evaluation. */
  public ValueAndJacobian.OfArray valueAndJacobian(
      Function<Vector, Vector> f, AdType token, double[] x) {
    return prepareJacobian(f, token, x).valueAndJacobian(x);
  }

  /** Prepares Jacobians at arrays of this length. */
  public PreparedJacobian.OfArray prepareJacobian(
      Function<Vector, Vector> f, AdType token, double[] x) {
    return new PreparedJacobian.OfArray(prepareJacobian(f, token, Vector.of(x)));
  }
}
