package org.frechet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.backend.ForwardBackend.Pushed;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * Pushforwards of one function, prepared for arguments of one shape. Immutable and safe to share
 * between threads.
 *
 * @param <X> the type of the argument and of tangents
 * @param <Y> the type of the result and of its tangents
 */
public final class PreparedPushforward<X, Y> {

  private final Preparation<X, Y> plan;

  PreparedPushforward(Engine engine, Function<? super X, ? extends Y> f, AdType token, X x) {
    this.plan = new Preparation<>(engine, "pushforward", f, token, x);
  }

  /** {@code ẏ = J ẋ} at {@code x}. */
  public Y pushforward(X x, X dx) {
    return valueAndPushforward(x, dx).tangent();
  }

  /** The value and {@code ẏ = J ẋ} at {@code x}, in one evaluation. */
  public ValueAndPushforward<Y> valueAndPushforward(X x, X dx) {
    ValueAndPushforwards<Y> all = valueAndPushforwards(x, Collections.singletonList(dx));
    return new ValueAndPushforward<>(all.value(), all.tangents().get(0));
  }

  /** {@code J ẋ} for several tangents. */
  public List<Y> pushforwards(X x, List<X> dxs) {
    return valueAndPushforwards(x, dxs).tangents();
  }

  /** The value and {@code J ẋ} for several tangents, in one evaluation. */
  public ValueAndPushforwards<Y> valueAndPushforwards(X x, List<X> dxs) {
    Lifted<X, Y> f = plan.lifted(x);
    List<Value> at = plan.leaves(x);
    List<List<Value>> tangents = new ArrayList<>(dxs.size());
    dxs.forEach(dx -> tangents.add(plan.perturbation("dx", dx, at)));
    Pushed pushed = plan.push(f, at, tangents);
    return new ValueAndPushforwards<>(
        f.resultOf(pushed.value()), pushed.tangents().stream().map(f::resultOf).toList());
  }

  /** The same for functions on arrays. Immutable and safe to share between threads. */
  public static final class OfArray {

    private final PreparedPushforward<Vector, Vector> prepared;

    OfArray(PreparedPushforward<Vector, Vector> prepared) {
      this.prepared = prepared;
    }

    /** {@code ẏ = J ẋ} at {@code x}. */
    public double[] pushforward(double[] x, double[] dx) {
      return valueAndPushforward(x, dx).tangent();
    }

    /** The value and {@code ẏ = J ẋ} at {@code x}, in one evaluation. */
    public ValueAndPushforward.OfArray valueAndPushforward(double[] x, double[] dx) {
      ValueAndPushforward<Vector> both = prepared.valueAndPushforward(Vector.of(x), Vector.of(dx));
      return new ValueAndPushforward.OfArray(both.value().toArray(), both.tangent().toArray());
    }
  }
}
