package org.frechet;

import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * {@code hessian} and {@code hvp}: with one token for both orders, or {@link
 * org.frechet.backend.SecondOrder}.
 */
abstract class Hessians extends Jacobians {

  Hessians(Engine engine) {
    super(engine);
  }

  /** The len(x)×len(x) Hessian: rows and columns vec(x), column-major. */
  public <X extends Value> Matrix hessian(Function<X, Scalar> f, AdType token, X x) {
    return prepareHessian(f, token, x).hessian(x);
  }

  /** The value, the gradient and the Hessian, in one evaluation. */
  public <X extends Value> ValueGradientAndHessian<X> valueGradientAndHessian(
      Function<X, Scalar> f, AdType token, X x) {
    return prepareHessian(f, token, x).valueGradientAndHessian(x);
  }

  /** Prepares Hessians at arguments like {@code x}. */
  public <X extends Value> PreparedHessian<X> prepareHessian(
      Function<X, Scalar> f, AdType token, X x) {
    return new PreparedHessian<>(engine, f, token, x);
  }

  /** {@code ∇²f(x) v}, like {@code x}, without forming the Hessian. */
  public <X extends Value> X hvp(Function<X, Scalar> f, AdType token, X x, X v) {
    return prepareHvp(f, token, x).hvp(x, v);
  }

  /** The value, the gradient and {@code ∇²f(x) v}, in one evaluation. */
  public <X extends Value> ValueGradientAndHvp<X> valueGradientAndHvp(
      Function<X, Scalar> f, AdType token, X x, X v) {
    return prepareHvp(f, token, x).valueGradientAndHvp(x, v);
  }

  /** Prepares Hessian-vector products at arguments like {@code x}. */
  public <X extends Value> PreparedHvp<X> prepareHvp(Function<X, Scalar> f, AdType token, X x) {
    return new PreparedHvp<>(engine, f, token, x);
  }

  /** The len(x)×len(x) Hessian: rows and columns vec(x), column-major. */
  public <X extends Record> Matrix hessian(Function<X, Scalar> f, AdType token, X x) {
    return prepareHessian(f, token, x).hessian(x);
  }

  /** The value, the gradient and the Hessian, in one evaluation. */
  public <X extends Record> ValueGradientAndHessian<X> valueGradientAndHessian(
      Function<X, Scalar> f, AdType token, X x) {
    return prepareHessian(f, token, x).valueGradientAndHessian(x);
  }

  /** Prepares Hessians at arguments like {@code x}. */
  public <X extends Record> PreparedHessian<X> prepareHessian(
      Function<X, Scalar> f, AdType token, X x) {
    return new PreparedHessian<>(engine, f, token, x);
  }

  /** {@code ∇²f(x) v}, like {@code x}, without forming the Hessian. */
  public <X extends Record> X hvp(Function<X, Scalar> f, AdType token, X x, X v) {
    return prepareHvp(f, token, x).hvp(x, v);
  }

  /** The value, the gradient and {@code ∇²f(x) v}, in one evaluation. */
  public <X extends Record> ValueGradientAndHvp<X> valueGradientAndHvp(
      Function<X, Scalar> f, AdType token, X x, X v) {
    return prepareHvp(f, token, x).valueGradientAndHvp(x, v);
  }

  /** Prepares Hessian-vector products at arguments like {@code x}. */
  public <X extends Record> PreparedHvp<X> prepareHvp(Function<X, Scalar> f, AdType token, X x) {
    return new PreparedHvp<>(engine, f, token, x);
  }

  /** The Hessian, row by row. */
  public double[][] hessian(Function<Vector, Scalar> f, AdType token, double[] x) {
    return prepareHessian(f, token, x).hessian(x);
  }

  /** The value, the gradient and the Hessian, in one evaluation. */
  public ValueGradientAndHessian.OfArray valueGradientAndHessian(
      Function<Vector, Scalar> f, AdType token, double[] x) {
    return prepareHessian(f, token, x).valueGradientAndHessian(x);
  }

  /** Prepares Hessians at arrays of this length. */
  public PreparedHessian.OfArray prepareHessian(
      Function<Vector, Scalar> f, AdType token, double[] x) {
    return new PreparedHessian.OfArray(prepareHessian(f, token, Vector.of(x)));
  }

  /** {@code ∇²f(x) v}. */
  public double[] hvp(Function<Vector, Scalar> f, AdType token, double[] x, double[] v) {
    return prepareHvp(f, token, x).hvp(x, v);
  }

  /** The value, the gradient and {@code ∇²f(x) v}, in one evaluation. */
  public ValueGradientAndHvp.OfArray valueGradientAndHvp(
      Function<Vector, Scalar> f, AdType token, double[] x, double[] v) {
    return prepareHvp(f, token, x).valueGradientAndHvp(x, v);
  }

  /** Prepares Hessian-vector products at arrays of this length. */
  public PreparedHvp.OfArray prepareHvp(Function<Vector, Scalar> f, AdType token, double[] x) {
    return new PreparedHvp.OfArray(prepareHvp(f, token, Vector.of(x)));
  }
}
