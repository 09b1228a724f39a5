package org.frechet;

import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * Hessian-vector products of one function, prepared for arguments of one shape. Immutable and safe
 * to share between threads.
 *
 * @param <X> the type of the argument, the direction and the product
 */
public final class PreparedHvp<X> {

  private final Preparation<X, Scalar> plan;

  PreparedHvp(Engine engine, Function<? super X, Scalar> f, AdType token, X x) {
    this.plan = new Preparation<>(engine, "hvp", f, token, x);
  }

  /** {@code ∇²f(x) v}. */
  public X hvp(X x, X v) {
    return valueGradientAndHvp(x, v).hvp();
  }

  /** The value, the gradient and {@code ∇²f(x) v}, in one evaluation. */
  public ValueGradientAndHvp<X> valueGradientAndHvp(X x, X v) {
    List<Value> at = plan.leaves(x);
    List<Value> direction = plan.perturbation("v", v, at);
    SecondOrderPlan.Products all = new SecondOrderPlan<>(plan, x).products(at, List.of(direction));
    return new ValueGradientAndHvp<>(
        all.value(),
        Structure.rebuild(x, all.gradient()),
        Structure.rebuild(x, all.products().get(0)));
  }

  /** The same for functions on arrays. Immutable and safe to share between threads. */
  public static final class OfArray {

    private final PreparedHvp<Vector> prepared;

    OfArray(PreparedHvp<Vector> prepared) {
      this.prepared = prepared;
    }

    /** {@code ∇²f(x) v}. */
    public double[] hvp(double[] x, double[] v) {
      return valueGradientAndHvp(x, v).hvp();
    }

    /** The value, the gradient and {@code ∇²f(x) v}, in one evaluation. */
    public ValueGradientAndHvp.OfArray valueGradientAndHvp(double[] x, double[] v) {
      ValueGradientAndHvp<Vector> all = prepared.valueGradientAndHvp(Vector.of(x), Vector.of(v));
      return new ValueGradientAndHvp.OfArray(
          all.value().toDouble(), all.gradient().toArray(), all.hvp().toArray());
    }
  }
}
