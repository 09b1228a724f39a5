package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.value.Elementwise;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often each operator calls the user's function: exactly, and with the value no more often. */
class EvaluationCountTest {

  private static final double[] X = {1, 2, 3, 4, 5};
  private static final int N = X.length;
  private static final Vector AT = Vector.of(X);
  private static final List<Vector> THREE =
      List.of(AT, Vector.of(1, 0, 0, 0, 0), Vector.of(0, 1, 0, 2, 0));

  private final Differentiation di = Differentiation.standard();
  private final AtomicInteger calls = new AtomicInteger();

  static Stream<AdType> plain() {
    return Tokens.plain();
  }

  static Stream<AdType> all() {
    return Tokens.all();
  }

  private Scalar scalar(Vector v) {
    calls.incrementAndGet();
    return v.sin().dot(v);
  }

  private Vector vector(Vector v) {
    calls.incrementAndGet();
    return v.slice(0, 3).multiply(v.get(4));
  }

  private Scalar ofScalar(Scalar x) {
    calls.incrementAndGet();
    return x.sin();
  }

  /** Runs each and counts. */
  private void counts(String operator, int expected, Runnable... forms) {
    for (Runnable form : forms) {
      calls.set(0);
      form.run();
      assertThat(calls)
          .as("%s, form %s", operator, List.of(forms).indexOf(form))
          .hasValue(expected);
    }
  }

  /** Evaluations for {@code k} tangents. */
  private static int pushes(AdType token, int k) {
    if (token instanceof AutoForward forward) {
      return (k - 1) / forward.chunk() + 1;
    }
    return token instanceof AutoReverse ? 1 : 1 + 4 * k;
  }

  private static int gradients(AdType token) {
    return pushes(token, N);
  }

  private static int products(AdType token, int k) {
    AdType outer = token instanceof SecondOrder both ? both.outer() : token;
    AdType inner = token instanceof SecondOrder both ? both.inner() : token;
    if (!(outer instanceof AutoReverse)) {
      return pushes(outer, k) * gradients(inner);
    }
    return pushes(inner, k);
  }

  @ParameterizedTest
  @MethodSource("plain")
  void derivativesAndGradients(AdType token) {
    Scalar x = Scalar.of(2);
    counts(
        "derivative",
        pushes(token, 1),
        () -> di.derivative(this::ofScalar, token, 2.0),
        () -> di.derivative(this::ofScalar, token, x),
        () -> di.valueAndDerivative(this::ofScalar, token, x),
        () -> di.prepareDerivative(this::ofScalar, token, x).valueAndDerivative(x));
    counts(
        "gradient",
        gradients(token),
        () -> di.gradient(this::scalar, token, X),
        () -> di.gradient(this::scalar, token, AT),
        () -> di.valueAndGradient(this::scalar, token, X),
        () -> di.valueAndGradient(this::scalar, token, AT),
        () -> di.prepareGradient(this::scalar, token, X).valueAndGradient(X));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void jacobiansAndPullbacks(AdType token) {
    Vector dy = Vector.of(1, 2, 3);
    counts(
        "jacobian and pullback",
        gradients(token),
        () -> di.jacobian(this::vector, token, X),
        () -> di.jacobian(this::vector, token, AT),
        () -> di.valueAndJacobian(this::vector, token, X),
        () -> di.prepareJacobian(this::vector, token, AT).valueAndJacobian(AT),
        () -> di.pullback(this::vector, token, AT, dy),
        () -> di.valueAndPullback(this::vector, token, AT, dy),
        () -> di.pullbacks(this::vector, token, AT, List.of(dy, dy, dy)),
        () -> di.valueAndPullbacks(this::vector, token, AT, List.of(dy, dy)));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void pushforwards(AdType token) {
    counts(
        "pushforward",
        pushes(token, 1),
        () -> di.pushforward(this::vector, token, AT, AT),
        () -> di.pushforward(this::vector, token, X, X),
        () -> di.valueAndPushforward(this::vector, token, AT, AT));
    counts(
        "pushforwards",
        pushes(token, 3),
        () -> di.pushforwards(this::vector, token, AT, THREE),
        () -> di.valueAndPushforwards(this::vector, token, AT, THREE));
  }

  @ParameterizedTest
  @MethodSource("all")
  void secondOrder(AdType token) {
    Scalar x = Scalar.of(2);
    AdType outer = token instanceof SecondOrder both ? both.outer() : token;
    AdType inner = token instanceof SecondOrder both ? both.inner() : token;
    counts(
        "secondDerivative",
        pushes(outer, 1) * pushes(inner, 1),
        () -> di.secondDerivative(this::ofScalar, token, 2.0),
        () -> di.valueDerivativeAndSecondDerivative(this::ofScalar, token, x));
    counts(
        "hessian",
        products(token, N),
        () -> di.hessian(this::scalar, token, X),
        () -> di.valueGradientAndHessian(this::scalar, token, X));
    counts(
        "hvp",
        products(token, 1),
        () -> di.hvp(this::scalar, token, X, X),
        () -> di.valueGradientAndHvp(this::scalar, token, AT, AT));
  }

  @Test
  void preparingCallsNothing() {
    counts("prepare", 0, () -> di.prepareGradient(this::scalar, Tokens.REVERSE, X));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void aJacobianEvaluatesEachPrimalOncePerSweep(AdType token) {
    AtomicInteger evaluations = new AtomicInteger();
    Primitive.Unary<Vector, Vector> counted =
        Primitive.unary(
            "test.counted",
            v -> {
              evaluations.incrementAndGet();
              return v.sin();
            });
    RuleSet rules = binder -> binder.on(counted).derivative((y, x) -> Elementwise.cos(x));
    Differentiation own =
        Differentiation.of(
            RuleRegistry.of(rules), new Reverse(), new org.frechet.forward.Forward());
    own.jacobian(counted::apply, token, AT);
    assertThat(evaluations).hasValue(gradients(token));
  }
}
