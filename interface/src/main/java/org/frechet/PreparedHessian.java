package org.frechet;

import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * The Hessian of one function, prepared for arguments of one shape. Immutable and safe to share
 * between threads.
 *
 * @param <X> the type of the argument
 */
public final class PreparedHessian<X> {

  private final Preparation<X, Scalar> plan;

  PreparedHessian(Engine engine, Function<? super X, Scalar> f, AdType token, X x) {
    this.plan = new Preparation<>(engine, "hessian", f, token, x);
  }

  /** The Hessian at {@code x}: rows and columns vec(x), column-major. */
  public Matrix hessian(X x) {
    return valueGradientAndHessian(x).hessian();
  }

  /** The value, the gradient and the Hessian at {@code x}, in one evaluation. */
  public ValueGradientAndHessian<X> valueGradientAndHessian(X x) {
    List<Value> at = plan.leaves(x);
    SecondOrderPlan.Products all = new SecondOrderPlan<>(plan, x).products(at, Basis.of(at));
    List<Vector> columns = all.products().stream().map(Basis::vec).toList();
    return new ValueGradientAndHessian<>(
        all.value(), Structure.rebuild(x, all.gradient()), Matrix.ofColumns(columns));
  }

  /** The same for functions on arrays. Immutable and safe to share between threads. */
  public static final class OfArray {

    private final PreparedHessian<Vector> prepared;

    OfArray(PreparedHessian<Vector> prepared) {
      this.prepared = prepared;
    }

    /** The Hessian at {@code x}, row by row. */
    public double[][] hessian(double[] x) {
      return valueGradientAndHessian(x).hessian();
    }

    /** The value, the gradient and the Hessian at {@code x}, in one evaluation. */
    public ValueGradientAndHessian.OfArray valueGradientAndHessian(double[] x) {
      ValueGradientAndHessian<Vector> all = prepared.valueGradientAndHessian(Vector.of(x));
      return new ValueGradientAndHessian.OfArray(
          all.value().toDouble(), all.gradient().toArray(), all.hessian().toRows());
    }
  }
}
