package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.ForwardBackend;
import org.frechet.backend.LeafFunction;
import org.frechet.backend.ReverseBackend;
import org.frechet.backend.SecondOrder;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** What the facade derives from the one obligation of a third party's backend. */
class EngineTest {

  private static final Matrix A = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
  private static final Vector X = Vector.of(1, 0, -1);

  /** A token of a third party. */
  private record AutoForwardLike() implements AdType {}

  private record AutoReverseLike() implements AdType {}

  /** Knows one function, {@code y = A x}, and nothing else. */
  private static final class ForwardLike implements ForwardBackend {
    private final List<Integer> batches = new ArrayList<>();

    @Override
    public Class<? extends AdType> token() {
      return AutoForwardLike.class;
    }

    @Override
    public Pushed pushforward(
        AdType token,
        RuleRegistry rules,
        LeafFunction f,
        List<Value> x,
        List<List<Value>> tangents) {
      batches.add(tangents.size());
      List<List<Value>> pushed = new ArrayList<>();
      for (List<Value> tangent : tangents) {
        pushed.add(List.of(A.multiply((Vector) tangent.get(0))));
      }
      return new Pushed(f.apply(x), pushed);
    }
  }

  private static final class ReverseLike implements ReverseBackend {
    private final List<Integer> batches = new ArrayList<>();

    @Override
    public Class<? extends AdType> token() {
      return AutoReverseLike.class;
    }

    @Override
    public Pullback pullback(AdType token, RuleRegistry rules, LeafFunction f, List<Value> x) {
      List<Value> y = f.apply(x);
      return new Pullback() {
        @Override
        public List<Value> value() {
          return y;
        }

        @Override
        public List<List<Value>> apply(List<List<Value>> cotangents) {
          batches.add(cotangents.size());
          List<List<Value>> pulled = new ArrayList<>();
          for (List<Value> cotangent : cotangents) {
            pulled.add(List.of(A.transpose().multiply((Vector) cotangent.get(0))));
          }
          return pulled;
        }
      };
    }
  }

  private final ForwardLike forward = new ForwardLike();
  private final ReverseLike reverse = new ReverseLike();
  private final Differentiation di = Differentiation.of(RuleRegistry.of(), forward, reverse);

  @Test
  void aForwardBackendServesPullbacksByABasisInOneBatch() {
    AdType token = new AutoForwardLike();
    assertThat(di.jacobian(x -> A.multiply(x), token, X)).isEqualTo(A);
    Vector pulled = di.pullback(x -> A.multiply(x), token, X, Vector.of(1, -1));
    assertThat(pulled).isEqualTo(Vector.of(-3, -3, -3));
    Vector pushed = di.pushforward(x -> A.multiply(x), token, X, X);
    assertThat(pushed).isEqualTo(Vector.of(-2, -2));
    assertThat(forward.batches).containsExactly(3, 3, 1);
  }

  @Test
  void aReverseBackendServesPushforwardsByABasisInOneBatch() {
    AdType token = new AutoReverseLike();
    assertThat(di.jacobian(x -> A.multiply(x), token, X)).isEqualTo(A);
    List<Vector> pushed = di.pushforwards(x -> A.multiply(x), token, X, List.of(X, X, X));
    assertThat(pushed).containsOnly(Vector.of(-2, -2)).hasSize(3);
    Vector pulled = di.pullback(x -> A.multiply(x), token, X, Vector.of(1, -1));
    assertThat(pulled).isEqualTo(Vector.of(-3, -3, -3));
    assertThat(reverse.batches).containsExactly(2, 2, 1);
  }

  @Test
  void anUnknownTokenListsThoseInstalled() {
    assertThatThrownBy(() -> di.gradient(Vector::sum, new AutoReverse(), X))
        .isInstanceOf(UnknownTokenException.class)
        .hasMessage(
            "No backend for AutoReverse. Installed: AutoFiniteDiff, AutoForwardLike,"
                + " AutoReverseLike. Add its artifact to the path, or install its module.");
    SecondOrder outer = SecondOrder.of(new AutoForward(), new AutoFiniteDiff());
    assertThatThrownBy(() -> di.hessian(Vector::sum, outer, X))
        .isInstanceOf(UnknownTokenException.class)
        .hasMessageContaining("No backend for AutoForward.");
    SecondOrder inner = SecondOrder.of(new AutoFiniteDiff(), new AutoForward(3));
    assertThatThrownBy(() -> di.prepareHvp(Vector::sum, inner, X))
        .isInstanceOf(UnknownTokenException.class)
        .hasMessageContaining("No backend for AutoForward[chunk=3].");
  }

  @Test
  void twoBackendsForOneTokenAreAConflict() {
    ForwardBackend other =
        new ForwardBackend() {
          @Override
          public Class<? extends AdType> token() {
            return AutoForwardLike.class;
          }

          @Override
          public Pushed pushforward(
              AdType token,
              RuleRegistry rules,
              LeafFunction f,
              List<Value> x,
              List<List<Value>> tangents) {
            throw new UnsupportedOperationException();
          }
        };
    assertThatThrownBy(() -> Differentiation.of(RuleRegistry.of(), forward, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Two backends for AutoForwardLike:")
        .hasMessageContaining("Install one of them.");
    assertThat(Differentiation.of(RuleRegistry.of(), forward, new ForwardLike())).isNotNull();
  }

  @Test
  void firstOrderOperatorsUseTheInnerToken() {
    SecondOrder token = SecondOrder.of(new AutoFiniteDiff(), new AutoForwardLike());
    assertThat(di.jacobian(x -> A.multiply(x), token, X)).isEqualTo(A);
    assertThat(forward.batches).containsExactly(3);
  }

  @Test
  void theFacadeNamesItsRules() {
    RuleRegistry rules = RuleRegistry.of();
    assertThat(Differentiation.of(rules).rules()).isSameAs(rules);
    assertThat(Differentiation.of(rules)).hasToString("Differentiation with " + rules);
    assertThat(Differentiation.standard().derivative(Scalar::sin, new AutoFiniteDiff(), 0.0))
        .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-10));
  }
}
