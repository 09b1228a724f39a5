package org.frechet.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.frechet.backend.AutoForward;
import org.frechet.backend.ForwardBackend.Pushed;
import org.frechet.backend.LeafFunction;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** Tangents are computed when they are read, once, and long chains on the way. */
class WaitingTangentsTest {

  private static final int LONG = 100_000;
  private static final Vector X = Vector.of(1, 2);
  private static final Vector V = Vector.of(3, -1);
  private static final Vector ZERO = Vector.zeros(2);

  private static final Primitive.Unary<Vector, Vector> NEGATED =
      Primitive.unary("test.negated", Vector::negate);

  private static final Primitive.Unary<Vector, List<Vector>> BOTH =
      Primitive.unary("test.both", x -> List.of(x.negate(), x.multiply(2)));

  private final AtomicInteger pushes = new AtomicInteger();

  private Pushed push(LeafFunction f, List<Value> x, List<List<Value>> tangents) {
    RuleSet rules =
        binder -> {
          binder.on(NEGATED).frule((y, x0, dx) -> counted(dx).negate());
          binder.on(BOTH).frule((y, x0, dx) -> List.of(counted(dx).negate(), dx.multiply(2)));
        };
    return new Forward().pushforward(new AutoForward(), RuleRegistry.of(rules), f, x, tangents);
  }

  private Vector counted(Vector dx) {
    pushes.incrementAndGet();
    return dx;
  }

  private static Vector vector(List<Value> leaves) {
    return (Vector) leaves.get(0);
  }

  @Test
  void whatNobodyReadsIsNotComputedAndTheRestOnce() {
    Pushed pushed =
        push(
            x -> List.of(NEGATED.apply(vector(x)), vector(x).multiply(2)),
            List.of(X),
            List.of(List.of(V)));
    assertThat(pushed.value()).containsExactly(X.negate(), X.multiply(2));
    assertThat(pushed.tangents().get(0).get(1)).isEqualTo(V.multiply(2));
    assertThat(pushes).hasValue(0);
    assertThat(pushed.tangents().get(0).get(0)).isEqualTo(V.negate());
    assertThat(pushed.tangents().get(0).get(0)).isEqualTo(V.negate());
    assertThat(pushes).hasValue(1);
  }

  @Test
  void theLeavesOfOneResultAreComputedTogether() {
    Pushed pushed =
        push(
            x -> List.copyOf(BOTH.apply(NEGATED.apply(vector(x)))),
            List.of(X),
            List.of(List.of(V), List.of(ZERO)));
    assertThat(pushes).hasValue(0);
    assertThat(pushed.tangents()).containsExactly(List.of(V, V.multiply(-2)), List.of(ZERO, ZERO));
    assertThat(pushes).hasValue(2);
  }

  @Test
  void aLongChainDoesNotWaitForItsEnd() {
    AtomicInteger onTheWay = new AtomicInteger();
    Pushed pushed =
        push(
            x -> {
              Vector y = vector(x);
              for (int i = 0; i < LONG; i++) {
                y = NEGATED.apply(y);
              }
              onTheWay.set(pushes.get());
              return List.of(y, y.dot(y), y.get(1).multiply(3));
            },
            List.of(X),
            List.of(List.of(V)));
    assertThat(onTheWay.get()).isBetween(LONG - WaitingTangents.DEEPEST, LONG);
    assertThat(pushed.tangents().get(0)).containsExactly(V, Scalar.of(2), Scalar.of(-3));
    assertThat(pushes).hasValue(LONG);
  }
}
