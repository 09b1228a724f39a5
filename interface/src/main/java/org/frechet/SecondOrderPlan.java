package org.frechet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.frechet.backend.ForwardBackend.Pushed;
import org.frechet.backend.LeafFunction;
import org.frechet.backend.ReverseBackend.Pullback;
import org.frechet.value.Scalar;
import org.frechet.value.Value;

/**
 * Hessian-vector products in the order that suits the two tokens. The value and the gradient come
 * with them: the function is evaluated once.
 *
 * <ul>
 *   <li>forward over anything: the gradient is pushed forward along the directions;
 *   <li>reverse over forward: the directional derivatives are pulled back;
 *   <li>reverse over reverse: the gradient is pulled back, the Hessian being symmetric.
 * </ul>
 */
final class SecondOrderPlan<X> {

  private static final Scalar ONE = Scalar.of(1);

  private final Preparation<X, Scalar> plan;
  private final X argument;

  SecondOrderPlan(Preparation<X, Scalar> plan, X argument) {
    this.plan = plan;
    this.argument = argument;
  }

  /**
   * What came out.
   *
   * @param value f(x)
   * @param gradient the leaves of ∇f(x)
   * @param products for each direction the leaves of ∇²f(x) v
   */
  record Products(Scalar value, List<Value> gradient, List<List<Value>> products) {}

  Products products(List<Value> x, List<List<Value>> directions) {
    Engine engine = plan.engine();
    if (engine.isForward(Engine.outer(plan.token()))) {
      return forwardOverGradient(x, directions);
    }
    return engine.isReverse(Engine.inner(plan.token()))
        ? reverseOverReverse(x, directions)
        : reverseOverForward(x, directions);
  }

  private Products forwardOverGradient(List<Value> x, List<List<Value>> directions) {
    Pushed pushed =
        plan.engine().pushforward(Engine.outer(plan.token()), gradient(), x, directions);
    List<List<Value>> products = pushed.tangents().stream().map(SecondOrderPlan::tail).toList();
    return new Products((Scalar) pushed.value().get(0), tail(pushed.value()), products);
  }

  private Products reverseOverReverse(List<Value> x, List<List<Value>> directions) {
    Pullback pullback = plan.engine().pullback(Engine.outer(plan.token()), gradient(), x);
    List<List<Value>> seeds = directions.stream().map(SecondOrderPlan::afterNothing).toList();
    List<Value> value = pullback.value();
    return new Products((Scalar) value.get(0), tail(value), pullback.applyLast(seeds));
  }

  private Products reverseOverForward(List<Value> x, List<List<Value>> directions) {
    LeafFunction slopes = leaves -> valueThenSlopes(leaves, directions);
    Pullback pullback = plan.engine().pullback(Engine.outer(plan.token()), slopes, x);
    List<List<Value>> pulled = pullback.applyLast(unitSeeds(directions.size() + 1));
    return new Products(
        (Scalar) pullback.value().get(0), pulled.get(0), pulled.subList(1, pulled.size()));
  }

  /** The value and the gradient, by the inner token. */
  private LeafFunction gradient() {
    return leaves -> {
      Pullback inner = plan.pull(plan.lifted(argument), leaves);
      List<Value> both = new ArrayList<>();
      both.add(plan.requireScalar(inner.value()));
      both.addAll(inner.applyLast(List.of(List.of(ONE))).get(0));
      return both;
    };
  }

  private List<Value> valueThenSlopes(List<Value> x, List<List<Value>> directions) {
    Pushed inner = plan.push(plan.lifted(argument), x, directions);
    List<Value> all = new ArrayList<>();
    all.add(plan.requireScalar(inner.value()));
    inner.tangents().forEach(slope -> all.add(slope.get(0)));
    return all;
  }

  private static List<List<Value>> unitSeeds(int size) {
    List<List<Value>> seeds = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      List<Value> seed = new ArrayList<>(Collections.nCopies(size, null));
      seed.set(i, ONE);
      seeds.add(seed);
    }
    return seeds;
  }

  private static List<Value> afterNothing(List<Value> direction) {
    List<Value> seed = new ArrayList<>();
    seed.add(null);
    seed.addAll(direction);
    return seed;
  }

  private static List<Value> tail(List<Value> leaves) {
    return leaves.subList(1, leaves.size());
  }
}
