package org.frechet;

import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * {@code pullback}: cotangents back through a function. A forward token needs one tangent for each
 * entry of x.
 */
abstract class Pullbacks extends Pushforwards {

  Pullbacks(Engine engine) {
    super(engine);
  }

  /** {@code x̄ = Jᵀ ȳ}, like {@code x}. */
  public <X extends Value, Y> X pullback(Function<X, Y> f, AdType token, X x, Y dy) {
    return preparePullback(f, token, x).pullback(x, dy);
  }

  /** The value and {@code x̄ = Jᵀ ȳ}, in one evaluation. */
  public <X extends Value, Y> ValueAndPullback<Y, X> valueAndPullback(
      Function<X, Y> f, AdType token, X x, Y dy) {
    return preparePullback(f, token, x).valueAndPullback(x, dy);
  }

  /** {@code Jᵀ ȳ} for several cotangents. */
  public <X extends Value, Y> List<X> pullbacks(Function<X, Y> f, AdType token, X x, List<Y> dys) {
    return preparePullback(f, token, x).pullbacks(x, dys);
  }

  /** The value and {@code Jᵀ ȳ} for several cotangents, in one evaluation. */
  public <X extends Value, Y> ValueAndPullbacks<Y, X> valueAndPullbacks(
      Function<X, Y> f, AdType token, X x, List<Y> dys) {
    return preparePullback(f, token, x).valueAndPullbacks(x, dys);
  }

  /** Prepares pullbacks at arguments like {@code x}. */
  public <X extends Value, Y> PreparedPullback<X, Y> preparePullback(
      Function<X, Y> f, AdType token, X x) {
    return new PreparedPullback<>(engine, f, token, x);
  }

  /** {@code x̄ = Jᵀ ȳ}, like {@code x}. */
  public <X extends Record, Y> X pullback(Function<X, Y> f, AdType token, X x, Y dy) {
    return preparePullback(f, token, x).pullback(x, dy);
  }

  /** The value and {@code x̄ = Jᵀ ȳ}, in one evaluation. */
  public <X extends Record, Y> ValueAndPullback<Y, X> valueAndPullback(
      Function<X, Y> f, AdType token, X x, Y dy) {
    return preparePullback(f, token, x).valueAndPullback(x, dy);
  }

  /** {@code Jᵀ ȳ} for several cotangents. */
  public <X extends Record, Y> List<X> pullbacks(Function<X, Y> f, AdType token, X x, List<Y> dys) {
    return preparePullback(f, token, x).pullbacks(x, dys);
  }

  /** The value and {@code Jᵀ ȳ} for several cotangents, in one evaluation. */
  public <X extends Record, Y> ValueAndPullbacks<Y, X> valueAndPullbacks(
      Function<X, Y> f, AdType token, X x, List<Y> dys) {
    return preparePullback(f, token, x).valueAndPullbacks(x, dys);
  }

  /** Prepares pullbacks at arguments like {@code x}. */
  public <X extends Record, Y> PreparedPullback<X, Y> preparePullback(
      Function<X, Y> f, AdType token, X x) {
    return new PreparedPullback<>(engine, f, token, x);
  }

  /** {@code x̄ = Jᵀ ȳ}. */
  public double[] pullback(Function<Vector, Vector> f, AdType token, double[] x, double[] dy) {
    return preparePullback(f, token, x).pullback(x, dy);
  }

  /** The value and {@code x̄ = Jᵀ ȳ}, in one evaluation. */
  public ValueAndPullback.OfArray valueAndPullback(
      Function<Vector, Vector> f, AdType token, double[] x, double[] dy) {
    return preparePullback(f, token, x).valueAndPullback(x, dy);
  }

  /** Prepares pullbacks at arrays of this length. */
  public PreparedPullback.OfArray preparePullback(
      Function<Vector, Vector> f, AdType token, double[] x) {
    return new PreparedPullback.OfArray(preparePullback(f, token, Vector.of(x)));
  }
}
