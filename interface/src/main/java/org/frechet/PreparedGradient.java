package org.frechet;

import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.backend.ReverseBackend.Pullback;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * The gradient of one function, prepared for arguments of one shape. Immutable and safe to share
 * between threads.
 *
 * @param <X> the type of the argument and of the gradient
 */
public final class PreparedGradient<X> {

  private static final List<List<Value>> ONE = List.of(List.of(Scalar.of(1)));

  private final Preparation<X, Scalar> plan;

  PreparedGradient(Engine engine, Function<? super X, Scalar> f, AdType token, X x) {
    this.plan = new Preparation<>(engine, "gradient", f, token, x);
  }

  /** For a single call. */
  PreparedGradient(Engine engine, Function<? super X, Scalar> f, AdType token) {
    this.plan = new Preparation<>(engine, "gradient", f, token);
  }

  /** The gradient at {@code x}. */
  public X gradient(X x) {
    Pullback pullback = pull(x);
    plan.requireScalar(pullback.value());
    return gradient(x, pullback);
  }

  /** The value and the gradient at {@code x}, in one evaluation. */
  public ValueAndGradient<X> valueAndGradient(X x) {
    Pullback pullback = pull(x);
    Scalar value = plan.requireScalar(pullback.value());
    return new ValueAndGradient<>(value, gradient(x, pullback));
  }

  private Pullback pull(X x) {
    return plan.pull(plan.lifted(x), plan.leaves(x));
  }

  private X gradient(X x, Pullback pullback) {
    return Structure.rebuild(x, pullback.applyLast(ONE).get(0));
  }

  /** The same for functions on arrays. Immutable and safe to share between threads. */
  public static final class OfArray {

    private final PreparedGradient<Vector> prepared;

    OfArray(PreparedGradient<Vector> prepared) {
      this.prepared = prepared;
    }

    /** The gradient at {@code x}. */
    public double[] gradient(double[] x) {
      return valueAndGradient(x).gradient();
    }

    /** The value and the gradient at {@code x}, in one evaluation. */
    public ValueAndGradient.OfArray valueAndGradient(double[] x) {
      ValueAndGradient<Vector> at = prepared.valueAndGradient(Vector.of(x));
      return new ValueAndGradient.OfArray(at.value().toDouble(), at.gradient().toArray());
    }
  }
}
