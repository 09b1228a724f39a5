package org.frechet.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.frechet.backend.AutoForward;
import org.frechet.backend.ForwardBackend.Pushed;
import org.frechet.backend.LeafFunction;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.TracedValueException;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forward backend alone, through the one method of its SPI. */
class ForwardTest {

  private static final Vector X = Vector.of(1, 2, 3);
  private static final Scalar S = Scalar.of(4);

  private final Forward forward = new Forward();
  private final RuleRegistry rules = RuleRegistry.of();
  private final AtomicInteger calls = new AtomicInteger();

  /** (x, s) → (s x, ⟨x, x⟩, 1). */
  private List<Value> f(List<Value> leaves) {
    calls.incrementAndGet();
    Vector x = (Vector) leaves.get(0);
    Scalar s = (Scalar) leaves.get(1);
    return List.of(x.multiply(s), x.dot(x), Scalar.of(1));
  }

  private Pushed push(AutoForward token, List<List<Value>> tangents) {
    return forward.pushforward(token, rules, this::f, List.of(X, S), tangents);
  }

  private static List<Value> tangent(Value dx, Value ds) {
    return Arrays.asList(dx, ds);
  }

  @Test
  void isPickedByItsToken() {
    assertThat(forward.token()).isEqualTo(AutoForward.class);
  }

  @Test
  void valuesAndTangentsComeTogether() {
    Vector v = Vector.of(1, 0, -1);
    Pushed pushed = push(new AutoForward(), List.of(tangent(v, Scalar.of(2))));
    assertThat(pushed.value())
        .containsExactly(X.multiply(4), Scalar.of(14), Scalar.of(1))
        .noneMatch(Value::isTraced);
    assertThat(pushed.tangents())
        .containsExactly(List.of(v.multiply(4).add(X.multiply(2)), Scalar.of(-4), Scalar.of(0)));
  }

  @Test
  void nullLeavesAreZero() {
    Pushed pushed =
        push(
            new AutoForward(),
            List.of(tangent(null, Scalar.of(1)), tangent(X, null), tangent(null, null)));
    assertThat(pushed.tangents())
        .containsExactly(
            List.of(X, Scalar.of(0), Scalar.of(0)),
            List.of(X.multiply(4), Scalar.of(28), Scalar.of(0)),
            List.of(Vector.zeros(3), Scalar.of(0), Scalar.of(0)));
  }

  @ParameterizedTest
  @CsvSource({"1, 7, 7", "2, 7, 4", "3, 7, 3", "7, 7, 1", "8, 7, 1", "3, 6, 2", "3, 0, 1"})
  void aChunkBoundsTheTangentsOfOneSweep(int chunk, int directions, int sweeps) {
    List<List<Value>> tangents = new ArrayList<>();
    List<Value> expected = new ArrayList<>();
    for (int i = 0; i < directions; i++) {
      tangents.add(tangent(Vector.of(i, 0, 1), null));
      expected.add(Vector.of(i, 0, 1).multiply(4));
    }
    Pushed pushed = push(new AutoForward(chunk), tangents);
    assertThat(pushed.tangents().stream().map(leaves -> leaves.get(0)))
        .containsExactlyElementsOf(expected);
    assertThat(pushed.value().get(1)).isEqualTo(Scalar.of(14));
    assertThat(calls).hasValue(sweeps);
  }

  @Test
  void tangentsKeepTheirStructure() {
    Matrix a = Matrix.of(2, 2, 1, 2, 3, 4);
    LeafFunction product = leaves -> List.of(a.multiply((Matrix) leaves.get(0)));
    Pushed pushed =
        forward.pushforward(
            new AutoForward(),
            rules,
            product,
            List.of(a),
            List.of(List.of(Matrix.zeros(2, 2)), List.of(a)));
    assertThat(pushed.tangents().get(0).get(0).isStructuralZero()).isTrue();
    assertThat(pushed.tangents().get(1)).containsExactly(a.multiply(a));
  }

  @Test
  void theTraceEndsWithTheCall() {
    List<Value> stored = new ArrayList<>();
    LeafFunction leak =
        leaves -> {
          stored.addAll(leaves);
          throw new IllegalStateException("stop");
        };
    assertThatThrownBy(
            () ->
                forward.pushforward(
                    new AutoForward(), rules, leak, List.of(S), List.of(List.of(S))))
        .hasMessage("stop");
    assertThatThrownBy(() -> ((Scalar) stored.get(0)).add(1))
        .isInstanceOf(TracedValueException.class)
        .hasMessageContaining("has returned");
  }

  @Test
  void resultsMayBeTheArgumentsAndConstants() {
    LeafFunction identity = leaves -> List.of(leaves.get(0), X, leaves.get(0));
    Pushed pushed =
        forward.pushforward(
            new AutoForward(), rules, identity, List.of(S), List.of(List.of(Scalar.of(5))));
    assertThat(pushed.value()).containsExactly(S, X, S);
    assertThat(pushed.tangents())
        .containsExactly(List.of(Scalar.of(5), Vector.zeros(3), Scalar.of(5)));
  }
}
