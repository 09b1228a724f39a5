package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Scalar;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Modes, nestings and finite differences agree on every public function, up to third order. */
class EveryFunctionTest {

  /** The highest order of derivatives that is tried here. */
  static final int ORDER = 3;

  private static final AdType FORWARD = new AutoForward();
  private static final AdType REVERSE = new AutoReverse();

  /** Documented to have none: rules live at the level of equations. */
  private static final Set<String> WITHOUT_DERIVATIVE = Set.of("schur", "hessenberg");

  private final Differentiation di = Differentiation.standard();

  @Test
  void noFunctionIsLeftOut() {
    Set<String> tried = Examples.all().stream().map(Example::method).collect(Collectors.toSet());
    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(LinearAlgebra.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !WITHOUT_DERIVATIVE.contains(name))
                .collect(Collectors.toSet()));
  }

  @TestFactory
  Stream<DynamicTest> gradients() {
    return Examples.all().stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> gradientsAgree(each)));
  }

  private void gradientsAgree(Example example) {
    Operands x = example.operands(4);
    Operands v = example.direction(x, 1);
    Function<Operands, Scalar> f = example::weighted;
    double expected = di.gradient(f, REVERSE, x).dot(v);
    double size = 1 + Math.abs(expected);
    assertThat(di.gradient(f, FORWARD, x).dot(v)).isCloseTo(expected, within(1e-12 * size));
    double slope = di.pushforward(f, FORWARD, x, v).toDouble();
    assertThat(slope).isCloseTo(expected, within(1e-12 * size));
    double difference = di.pushforward(f, new AutoFiniteDiff(), x, v).toDouble();
    assertThat(difference).isCloseTo(expected, within(1e-8 * size));
  }

  @TestFactory
  Stream<DynamicTest> emptyAndSmallestArguments() {
    return Examples.all().stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> smallestAgree(each)));
  }

  /** Where the value throws, so do derivatives; where it does not, they agree. */
  private void smallestAgree(Example example) {
    for (int n : new int[] {0, 1}) {
      Operands x = example.operands(n);
      Operands v = example.direction(x, 1);
      Function<Operands, Scalar> f = example::weighted;
      Throwable refusal = catchThrowable(() -> f.apply(x));
      if (refusal != null) {
        for (AdType mode : List.of(FORWARD, REVERSE)) {
          assertThatThrownBy(() -> di.gradient(f, mode, x)).hasMessage(refusal.getMessage());
        }
      } else {
        double expected = di.gradient(f, REVERSE, x).dot(v);
        double size = 1 + Math.abs(expected);
        assertThat(di.gradient(f, FORWARD, x).dot(v)).isCloseTo(expected, within(1e-12 * size));
        assertThat(di.pushforward(f, new AutoFiniteDiff(), x, v).toDouble())
            .isCloseTo(expected, within(1e-8 * size));
      }
    }
  }

  /**
   * Views, diagonals, zeros and products of vectors are kept as what they are: so is the answer.
   */
  @TestFactory
  Stream<DynamicTest> structuredArguments() {
    return Examples.all().stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> structuresAgree(each)));
  }

  private void structuresAgree(Example example) {
    Function<Operands, Scalar> f = example::weighted;
    for (Operands x : example.operands(4).structured(example.symmetric())) {
      Operands dense = x.dense();
      Throwable refusal = catchThrowable(() -> di.gradient(f, REVERSE, dense));
      for (AdType mode : List.of(FORWARD, REVERSE)) {
        if (refusal == null) {
          Operands v = example.direction(x, 1);
          double due = di.gradient(f, REVERSE, dense).dot(v);
          assertThat(di.gradient(f, mode, x).dot(v))
              .isCloseTo(due, within(1e-11 * (1 + Math.abs(due))));
        }
      }
      if (refusal != null) {
        assertThatThrownBy(() -> di.gradient(f, REVERSE, x)).isInstanceOf(refusal.getClass());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> hessianVectorProducts() {
    return Examples.all().stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> productsAgree(each)));
  }

  private void productsAgree(Example example) {
    Operands x = example.operands(4);
    Operands v = example.direction(x, 1);
    Operands w = example.direction(x, 2);
    Function<Operands, Scalar> f = example::weighted;
    double curvature = di.hvp(f, SecondOrder.of(new AutoFiniteDiff(), REVERSE), x, v).dot(w);
    double expected = di.hvp(f, SecondOrder.of(FORWARD, REVERSE), x, v).dot(w);
    double size = 1 + Math.abs(expected);
    assertThat(curvature).isCloseTo(expected, within(1e-7 * size));
    for (AdType outer : List.of(FORWARD, REVERSE)) {
      for (AdType inner : List.of(FORWARD, REVERSE)) {
        double product = di.hvp(f, SecondOrder.of(outer, inner), x, v).dot(w);
        assertThat(product).isCloseTo(expected, within(1e-11 * size));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> thirdDerivatives() {
    return Examples.all().stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> thirdDerivativesAgree(each)));
  }

  /** Of the function along a line. */
  private void thirdDerivativesAgree(Example example) {
    Operands x = example.operands(3);
    Operands v = example.direction(x, 1);
    Function<Scalar, Scalar> f = t -> example.weighted(x.moved(v, t));
    double expected = third(f, FORWARD, FORWARD, FORWARD);
    double second = di.secondDerivative(f, FORWARD, Scalar.of(0)).toDouble();
    double size = 1 + Math.abs(expected) + Math.abs(second);
    assertThat(third(f, new AutoFiniteDiff(), FORWARD, REVERSE))
        .isCloseTo(expected, within(1e-6 * size));
    assertThat(third(f, REVERSE, REVERSE, REVERSE)).isCloseTo(expected, within(1e-10 * size));
    assertThat(third(f, FORWARD, REVERSE, FORWARD)).isCloseTo(expected, within(1e-10 * size));
    assertThat(third(f, REVERSE, FORWARD, REVERSE)).isCloseTo(expected, within(1e-10 * size));
  }

  private double third(Function<Scalar, Scalar> f, AdType outer, AdType middle, AdType inner) {
    return di.derivative(
            t -> di.secondDerivative(f, SecondOrder.of(middle, inner), t), outer, Scalar.of(0))
        .toDouble();
  }
}
