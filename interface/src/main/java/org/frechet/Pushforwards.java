package org.frechet;

import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * {@code pushforward}: tangents through a function. A reverse token needs one pullback for each
 * entry of f(x).
 */
abstract class Pushforwards extends EngineHolder {

  Pushforwards(Engine engine) {
    super(engine);
  }

  /** {@code ẏ = J ẋ}, like {@code f(x)}. */
  public <X extends Value, Y> Y pushforward(Function<X, Y> f, AdType token, X x, X dx) {
    return preparePushforward(f, token, x).pushforward(x, dx);
  }

  /** The value and {@code ẏ = J ẋ}, in one evaluation. */
  public <X extends Value, Y> ValueAndPushforward<Y> valueAndPushforward(
      Function<X, Y> f, AdType token, X x, X dx) {
    return preparePushforward(f, token, x).valueAndPushforward(x, dx);
  }

  /** {@code J ẋ} for several tangents. */
  public <X extends Value, Y> List<Y> pushforwards(
      Function<X, Y> f, AdType token, X x, List<X> dxs) {
    return preparePushforward(f, token, x).pushforwards(x, dxs);
  }

  /** The value and {@code J ẋ} for several tangents, in one evaluation. */
  public <X extends Value, Y> ValueAndPushforwards<Y> valueAndPushforwards(
      Function<X, Y> f, AdType token, X x, List<X> dxs) {
    return preparePushforward(f, token, x).valueAndPushforwards(x, dxs);
  }

  /** Prepares pushforwards at arguments like {@code x}. */
  public <X extends Value, Y> PreparedPushforward<X, Y> preparePushforward(
      Function<X, Y> f, AdType token, X x) {
    return new PreparedPushforward<>(engine, f, token, x);
  }

  /** {@code ẏ = J ẋ}, like {@code f(x)}. */
  public <X extends Record, Y> Y pushforward(Function<X, Y> f, AdType token, X x, X dx) {
    return preparePushforward(f, token, x).pushforward(x, dx);
  }

  /** The value and {@code ẏ = J ẋ}, in one evaluation. */
  public <X extends Record, Y> ValueAndPushforward<Y> valueAndPushforward(
      Function<X, Y> f, AdType token, X x, X dx) {
    return preparePushforward(f, token, x).valueAndPushforward(x, dx);
  }

  /** {@code J ẋ} for several tangents. */
  public <X extends Record, Y> List<Y> pushforwards(
      Function<X, Y> f, AdType token, X x, List<X> dxs) {
    return preparePushforward(f, token, x).pushforwards(x, dxs);
  }

  /** The value and {@code J ẋ} for several tangents, in one evaluation. */
  public <X extends Record, Y> ValueAndPushforwards<Y> valueAndPushforwards(
      Function<X, Y> f, AdType token, X x, List<X> dxs) {
    return preparePushforward(f, token, x).valueAndPushforwards(x, dxs);
  }

  /** Prepares pushforwards at arguments like {@code x}. */
  public <X extends Record, Y> PreparedPushforward<X, Y> preparePushforward(
      Function<X, Y> f, AdType token, X x) {
    return new PreparedPushforward<>(engine, f, token, x);
  }

  /** {@code ẏ = J ẋ}. */
  public double[] pushforward(Function<Vector, Vector> f, AdType token, double[] x, double[] dx) {
    return preparePushforward(f, token, x).pushforward(x, dx);
  }

  /** The value and {@code ẏ = J ẋ}, in one evaluation. */
  public ValueAndPushforward.OfArray valueAndPushforward(
      Function<Vector, Vector> f, AdType token, double[] x, double[] dx) {
    return preparePushforward(f, token, x).valueAndPushforward(x, dx);
  }

  /** Prepares pushforwards at arrays of this length. */
  public PreparedPushforward.OfArray preparePushforward(
      Function<Vector, Vector> f, AdType token, double[] x) {
    return new PreparedPushforward.OfArray(preparePushforward(f, token, Vector.of(x)));
  }
}
