package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.backend.ForwardBackend.Pushed;
import org.frechet.backend.LeafFunction;
import org.frechet.value.Scalar;
import org.frechet.value.Value;

/**
 * The second derivative of one function of a scalar. Immutable and safe to share between threads.
 *
 * @param <Y> the type of the result and of the derivatives
 */
public final class PreparedSecondDerivative<Y> {

  private static final List<List<Value>> ONE = List.of(List.of(Scalar.of(1)));

  private final Preparation<Scalar, Y> plan;

  PreparedSecondDerivative(Engine engine, Function<Scalar, Y> f, AdType token, Scalar x) {
    this.plan = new Preparation<>(engine, "secondDerivative", f, token, x);
  }

  /** The second derivative at {@code x}. */
  public Y secondDerivative(Scalar x) {
    return valueDerivativeAndSecondDerivative(x).secondDerivative();
  }

  /** The value and both derivatives at {@code x}, in one evaluation. */
  public ValueDerivativeAndSecondDerivative<Y> valueDerivativeAndSecondDerivative(Scalar x) {
    Lifted<Scalar, Y> f = plan.lifted(x);
    LeafFunction first = leaves -> valueThenDerivative(f, leaves);
    Pushed pushed =
        plan.engine().pushforward(Engine.outer(plan.token()), first, plan.leaves(x), ONE);
    int size = pushed.value().size() / 2;
    return new ValueDerivativeAndSecondDerivative<>(
        f.resultOf(pushed.value().subList(0, size)),
        f.resultOf(pushed.value().subList(size, 2 * size)),
        f.resultOf(pushed.tangents().get(0).subList(size, 2 * size)));
  }

  private List<Value> valueThenDerivative(Lifted<Scalar, Y> f, List<Value> x) {
    Pushed inner = plan.push(f, x, ONE);
    List<Value> both = new ArrayList<>(inner.value());
    both.addAll(inner.tangents().get(0));
    return both;
  }
}
