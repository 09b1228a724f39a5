package org.frechet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.backend.ReverseBackend.Pullback;
import org.frechet.value.Structure;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * Pullbacks of one function, prepared for arguments of one shape. Immutable and safe to share
 * between threads.
 *
 * @param <X> the type of the argument and of its cotangents
 * @param <Y> the type of the result and of its cotangents
 */
public final class PreparedPullback<X, Y> {

  private final Preparation<X, Y> plan;

  PreparedPullback(Engine engine, Function<? super X, ? extends Y> f, AdType token, X x) {
    this.plan = new Preparation<>(engine, "pullback", f, token, x);
  }

  /** {@code x̄ = Jᵀ ȳ} at {@code x}. */
  public X pullback(X x, Y dy) {
    return valueAndPullback(x, dy).cotangent();
  }

  /** The value and {@code x̄ = Jᵀ ȳ} at {@code x}, in one evaluation. */
  public ValueAndPullback<Y, X> valueAndPullback(X x, Y dy) {
    ValueAndPullbacks<Y, X> all = valueAndPullbacks(x, Collections.singletonList(dy));
    return new ValueAndPullback<>(all.value(), all.cotangents().get(0));
  }

  /** {@code Jᵀ ȳ} for several cotangents. */
  public List<X> pullbacks(X x, List<? extends Y> dys) {
    return valueAndPullbacks(x, dys).cotangents();
  }

  /** The value and {@code Jᵀ ȳ} for several cotangents, in one evaluation. */
  public ValueAndPullbacks<Y, X> valueAndPullbacks(X x, List<? extends Y> dys) {
    Lifted<X, Y> f = plan.lifted(x);
    Pullback pullback = plan.pull(f, plan.leaves(x));
    List<List<Value>> seeds = new ArrayList<>(dys.size());
    dys.forEach(dy -> seeds.add(plan.perturbation("dy", dy, pullback.value())));
    return new ValueAndPullbacks<>(
        f.resultOf(pullback.value()),
        pullback.applyLast(seeds).stream().map(leaves -> Structure.rebuild(x, leaves)).toList());
  }

  /** The same for functions on arrays. Immutable and safe to share between threads. */
  public static final class OfArray {

    private final PreparedPullback<Vector, Vector> prepared;

    OfArray(PreparedPullback<Vector, Vector> prepared) {
      this.prepared = prepared;
    }

    /** {@code x̄ = Jᵀ ȳ} at {@code x}. */
    public double[] pullback(double[] x, double[] dy) {
      return valueAndPullback(x, dy).cotangent();
    }

    /** The value and {@code x̄ = Jᵀ ȳ} at {@code x}, in one evaluation. */
    public ValueAndPullback.OfArray valueAndPullback(double[] x, double[] dy) {
      ValueAndPullback<Vector, Vector> both =
          prepared.valueAndPullback(Vector.of(x), Vector.of(dy));
      return new ValueAndPullback.OfArray(both.value().toArray(), both.cotangent().toArray());
    }
  }
}
