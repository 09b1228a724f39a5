package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.backend.ForwardBackend.Pushed;
import org.frechet.backend.ReverseBackend.Pullback;
import org.frechet.value.Matrix;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * The Jacobian of one function, prepared for arguments of one shape. Immutable and safe to share
 * between threads.
 *
 * @param <X> the type of the argument
 * @param <Y> the type of the result
 */
public final class PreparedJacobian<X, Y> {

  private final Preparation<X, Y> plan;

  PreparedJacobian(Engine engine, Function<? super X, ? extends Y> f, AdType token, X x) {
    this.plan = new Preparation<>(engine, "jacobian", f, token, x);
  }

  /** The Jacobian at {@code x}: rows vec(y), columns vec(x), both column-major. */
  public Matrix jacobian(X x) {
    return valueAndJacobian(x).jacobian();
  }

  /** The value and the Jacobian at {@code x}, in one evaluation. */
  public ValueAndJacobian<Y> valueAndJacobian(X x) {
    return plan.engine().isForward(plan.token()) ? byColumns(x) : byRows(x);
  }

  private ValueAndJacobian<Y> byColumns(X x) {
    Lifted<X, Y> f = plan.lifted(x);
    List<Value> at = plan.leaves(x);
    Pushed pushed = plan.push(f, at, Basis.of(at));
    Matrix columns = side(pushed.tangents(), pushed.value());
    return new ValueAndJacobian<>(f.resultOf(pushed.value()), columns);
  }

  private ValueAndJacobian<Y> byRows(X x) {
    Lifted<X, Y> f = plan.lifted(x);
    List<Value> at = plan.leaves(x);
    Pullback pullback = plan.pull(f, at);
    Matrix rows = side(pullback.applyLast(Basis.of(pullback.value())), at).transpose();
    return new ValueAndJacobian<>(f.resultOf(pullback.value()), rows);
  }

  /** Lists of leaves as columns; without any column, the number of rows is that of {@code like}. */
  private static Matrix side(List<List<Value>> images, List<Value> like) {
    if (images.isEmpty()) {
      return Matrix.zeros(like.stream().mapToInt(Value::size).sum(), 0);
    }
    List<Vector> columns = new ArrayList<>(images.size());
    images.forEach(image -> columns.add(Basis.vec(image)));
    return Matrix.ofColumns(columns);
  }

  /** The same for functions on arrays. Immutable and safe to share between threads. */
  public static final class OfArray {

    private final PreparedJacobian<Vector, Vector> prepared;

    OfArray(PreparedJacobian<Vector, Vector> prepared) {
      this.prepared = prepared;
    }

    /** The Jacobian at {@code x}, row by row. */
    public double[][] jacobian(double[] x) {
      return valueAndJacobian(x).jacobian();
    }

    /** The value and the Jacobian at {@code x}, in one evaluation. */
    public ValueAndJacobian.OfArray valueAndJacobian(double[] x) {
      ValueAndJacobian<Vector> at = prepared.valueAndJacobian(Vector.of(x));
      return new ValueAndJacobian.OfArray(at.value().toArray(), at.jacobian().toRows());
    }
  }
}
