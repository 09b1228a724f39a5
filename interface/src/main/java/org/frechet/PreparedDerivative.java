package org.frechet;

import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.backend.ForwardBackend.Pushed;
import org.frechet.value.Scalar;
import org.frechet.value.Value;

/**
 * The derivative of one function of a scalar. Immutable and safe to share between threads.
 *
 * @param <Y> the type of the result and of the derivative
 */
public final class PreparedDerivative<Y> {

  private static final List<List<Value>> ONE = List.of(List.of(Scalar.of(1)));

  private final Preparation<Scalar, Y> plan;

  PreparedDerivative(Engine engine, Function<Scalar, Y> f, AdType token, Scalar x) {
    this.plan = new Preparation<>(engine, "derivative", f, token, x);
  }

  /** The derivative at {@code x}. */
  public Y derivative(Scalar x) {
    return valueAndDerivative(x).derivative();
  }

  /** The value and the derivative at {@code x}, in one evaluation. */
  public ValueAndDerivative<Y> valueAndDerivative(Scalar x) {
    Lifted<Scalar, Y> f = plan.lifted(x);
    Pushed pushed = plan.push(f, plan.leaves(x), ONE);
    return new ValueAndDerivative<>(
        f.resultOf(pushed.value()), f.resultOf(pushed.tangents().get(0)));
  }
}
