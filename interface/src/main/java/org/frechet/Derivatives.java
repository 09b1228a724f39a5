package org.frechet;

import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.value.Scalar;

/** {@code derivative} and {@code secondDerivative} of functions of a scalar. */
abstract class Derivatives extends Pullbacks {

  Derivatives(Engine engine) {
    super(engine);
  }

  /** {@code f′(x)}, like {@code f(x)}. */
  public <Y> Y derivative(Function<Scalar, Y> f, AdType token, Scalar x) {
    return prepareDerivative(f, token, x).derivative(x);
  }

  /** {@code f′(x)} of a function of numbers. */
  public double derivative(Function<Scalar, Scalar> f, AdType token, double x) {
    return derivative(f, token, Scalar.of(x)).toDouble();
  }

  /** The value and {@code f′(x)}, in one evaluation. */
  public <Y> ValueAndDerivative<Y> valueAndDerivative(
      Function<Scalar, Y> f, AdType token, Scalar x) {
    return prepareDerivative(f, token, x).valueAndDerivative(x);
  }

  /** Prepares the derivative. */
  public <Y> PreparedDerivative<Y> prepareDerivative(
      Function<Scalar, Y> f, AdType token, Scalar x) {
    return new PreparedDerivative<>(engine, f, token, x);
  }

  /** {@code f″(x)}, like {@code f(x)}. */
  public <Y> Y secondDerivative(Function<Scalar, Y> f, AdType token, Scalar x) {
    return prepareSecondDerivative(f, token, x).secondDerivative(x);
  }

  /** {@code f″(x)} of a function of numbers. */
  public double secondDerivative(Function<Scalar, Scalar> f, AdType token, double x) {
    return secondDerivative(f, token, Scalar.of(x)).toDouble();
  }

  /** The value, {@code f′(x)} and {@code f″(x)}, in one evaluation. */
  public <Y> ValueDerivativeAndSecondDerivative<Y> valueDerivativeAndSecondDerivative(
      Function<Scalar, Y> f, AdType token, Scalar x) {
    return prepareSecondDerivative(f, token, x).valueDerivativeAndSecondDerivative(x);
  }

  /** Prepares the second derivative. */
  public <Y> PreparedSecondDerivative<Y> prepareSecondDerivative(
      Function<Scalar, Y> f, AdType token, Scalar x) {
    return new PreparedSecondDerivative<>(engine, f, token, x);
  }
}
