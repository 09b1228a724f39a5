package org.frechet.testkit;

import java.util.List;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.PreparedGradient;
import org.frechet.PreparedHvp;
import org.frechet.PreparedJacobian;
import org.frechet.PreparedPullback;
import org.frechet.PreparedPushforward;
import org.frechet.ValueAndGradient;
import org.frechet.ValueAndJacobian;
import org.frechet.ValueAndPullbacks;
import org.frechet.ValueAndPushforwards;
import org.frechet.ValueGradientAndHessian;
import org.frechet.ValueGradientAndHvp;
import org.frechet.backend.AdType;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Value;

/**
 * The operators of one facade with one token on one function, whether its argument is a value or a
 * record.
 */
@SuppressWarnings("unchecked") // the argument was made for the function
final class Operators {

  private final Differentiation di;
  private final AdType token;
  private final Function<Object, Object> f;

  Operators(Differentiation di, AdType token, Function<Object, Object> f) {
    this.di = di;
    this.token = token;
    this.f = f;
  }

  ValueAndPushforwards<Object> pushforwards(Object x, List<Object> dxs) {
    return x instanceof Value value
        ? di.valueAndPushforwards(f::apply, token, value, (List<Value>) (List<?>) dxs)
        : di.valueAndPushforwards(f::apply, token, (Record) x, (List<Record>) (List<?>) dxs);
  }

  Object pushforward(Object x, Object dx) {
    return x instanceof Value value
        ? di.pushforward(f::apply, token, value, (Value) dx)
        : di.pushforward(f::apply, token, (Record) x, (Record) dx);
  }

  ValueAndPullbacks<Object, Object> pullbacks(Object x, List<Object> dys) {
    return (ValueAndPullbacks<Object, Object>)
        (x instanceof Value value
            ? di.valueAndPullbacks(f::apply, token, value, dys)
            : di.valueAndPullbacks(f::apply, token, (Record) x, dys));
  }

  Object pullback(Object x, Object dy) {
    return x instanceof Value value
        ? di.pullback(f::apply, token, value, dy)
        : di.pullback(f::apply, token, (Record) x, dy);
  }

  ValueAndJacobian<Object> valueAndJacobian(Object x) {
    return x instanceof Value value
        ? di.valueAndJacobian(f::apply, token, value)
        : di.valueAndJacobian(f::apply, token, (Record) x);
  }

  Matrix jacobian(Object x) {
    return x instanceof Value value
        ? di.jacobian(f::apply, token, value)
        : di.jacobian(f::apply, token, (Record) x);
  }

  Object gradient(Object x) {
    return x instanceof Value value
        ? di.gradient(this::scalar, token, value)
        : di.gradient(this::scalar, token, (Record) x);
  }

  ValueAndGradient<?> valueAndGradient(Object x) {
    return x instanceof Value value
        ? di.valueAndGradient(this::scalar, token, value)
        : di.valueAndGradient(this::scalar, token, (Record) x);
  }

  ValueGradientAndHvp<?> valueGradientAndHvp(Object x, Object v) {
    return x instanceof Value value
        ? di.valueGradientAndHvp(this::scalar, token, value, (Value) v)
        : di.valueGradientAndHvp(this::scalar, token, (Record) x, (Record) v);
  }

  ValueGradientAndHessian<?> valueGradientAndHessian(Object x) {
    return x instanceof Value value
        ? di.valueGradientAndHessian(this::scalar, token, value)
        : di.valueGradientAndHessian(this::scalar, token, (Record) x);
  }

  PreparedPushforward<Object, Object> preparePushforward(Object x) {
    return (PreparedPushforward<Object, Object>)
        (x instanceof Value value
            ? di.preparePushforward(f::apply, token, value)
            : di.preparePushforward(f::apply, token, (Record) x));
  }

  PreparedPullback<Object, Object> preparePullback(Object x) {
    return (PreparedPullback<Object, Object>)
        (x instanceof Value value
            ? di.preparePullback(f::apply, token, value)
            : di.preparePullback(f::apply, token, (Record) x));
  }

  PreparedJacobian<Object, Object> prepareJacobian(Object x) {
    return (PreparedJacobian<Object, Object>)
        (x instanceof Value value
            ? di.prepareJacobian(f::apply, token, value)
            : di.prepareJacobian(f::apply, token, (Record) x));
  }

  PreparedGradient<Object> prepareGradient(Object x) {
    return (PreparedGradient<Object>)
        (x instanceof Value value
            ? di.prepareGradient(this::scalar, token, value)
            : di.prepareGradient(this::scalar, token, (Record) x));
  }

  PreparedHvp<Object> prepareHvp(Object x) {
    return (PreparedHvp<Object>)
        (x instanceof Value value
            ? di.prepareHvp(this::scalar, token, value)
            : di.prepareHvp(this::scalar, token, (Record) x));
  }

  private Scalar scalar(Object x) {
    return (Scalar) f.apply(x);
  }
}
