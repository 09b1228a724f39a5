package org.frechet;

import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/** {@code gradient} of scalar functions. A forward token needs one tangent for each entry of x. */
abstract class Gradients extends Derivatives {

  Gradients(Engine engine) {
    super(engine);
  }

  /** {@code ∇f(x)}, like {@code x}. */
  public <X extends Value> X gradient(Function<X, Scalar> f, AdType token, X x) {
    return once(f, token).gradient(x);
  }

  /** The value and {@code ∇f(x)}, in one evaluation. */
  public <X extends Value> ValueAndGradient<X> valueAndGradient(
      Function<X, Scalar> f, AdType token, X x) {
    return once(f, token).valueAndGradient(x);
  }

  /** Prepares gradients at arguments like {@code x}. */
  public <X extends Value> PreparedGradient<X> prepareGradient(
      Function<X, Scalar> f, AdType token, X x) {
    return new PreparedGradient<>(engine, f, token, x);
  }

  /** {@code ∇f(x)}, like {@code x}. */
  public <X extends Record> X gradient(Function<X, Scalar> f, AdType token, X x) {
    return once(f, token).gradient(x);
  }

  /** The value and {@code ∇f(x)}, in one evaluation. */
  public <X extends Record> ValueAndGradient<X> valueAndGradient(
      Function<X, Scalar> f, AdType token, X x) {
    return once(f, token).valueAndGradient(x);
  }

  /** Prepares gradients at arguments like {@code x}. */
  public <X extends Record> PreparedGradient<X> prepareGradient(
      Function<X, Scalar> f, AdType token, X x) {
    return new PreparedGradient<>(engine, f, token, x);
  }

  /** {@code ∇f(x)}. */
  public double[] gradient(Function<Vector, Scalar> f, AdType token, double[] x) {
    return new PreparedGradient.OfArray(once(f, token)).gradient(x);
  }

  /** The value and {@code ∇f(x)}, in one evaluation. */
  public ValueAndGradient.OfArray valueAndGradient(
      Function<Vector, Scalar> f, AdType token, double[] x) {
    return new PreparedGradient.OfArray(once(f, token)).valueAndGradient(x);
  }

  /** Prepares gradients at arrays of this length. */
  public PreparedGradient.OfArray prepareGradient(
      Function<Vector, Scalar> f, AdType token, double[] x) {
    return new PreparedGradient.OfArray(prepareGradient(f, token, Vector.of(x)));
  }

  private <X> PreparedGradient<X> once(Function<X, Scalar> f, AdType token) {
    return new PreparedGradient<>(engine, f, token);
  }
}
