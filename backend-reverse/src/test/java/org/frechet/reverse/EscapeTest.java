package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Reductions;
import org.frechet.value.Scalar;
import org.frechet.value.TracedValueException;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Traced values have no numbers, and no meaning outside of their call. */
class EscapeTest {

  private final Differentiation di = Differentiation.standard();
  private final List<Value> stored = new ArrayList<>();

  static Stream<AdType> exact() {
    return Tokens.exact();
  }

  private <V extends Value> V store(V x) {
    stored.add(x);
    return x;
  }

  private Scalar escaped(AdType token) {
    di.derivative(x -> store(x.multiply(2)), token, 3.0);
    return (Scalar) stored.get(0);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void useAfterReturnIsReported(AdType token) {
    Scalar x = escaped(token);
    assertThatThrownBy(() -> x.add(1))
        .isInstanceOf(TracedValueException.class)
        .hasMessageContaining("add: this scalar was created inside a differentiated function")
        .hasMessageContaining("has returned")
        .hasMessageContaining("detach()");
    assertThatThrownBy(x::toDouble).hasMessageContaining("has returned");
    assertThatThrownBy(x::sign).hasMessageContaining("has returned");
    assertThat(x.detach()).isEqualTo(Scalar.of(6));
    assertThat(x.isTraced()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("exact")
  void useInALaterCallIsReported(AdType token) {
    Scalar old = escaped(token);
    assertThatThrownBy(() -> di.derivative(x -> x.multiply(old), token, 1.0))
        .isInstanceOf(TracedValueException.class)
        .hasMessageContaining("has returned");
    assertThatThrownBy(() -> di.derivative(x -> old, token, 1.0))
        .isInstanceOf(TracedValueException.class)
        .hasMessageContaining("the result of the function")
        .hasMessageContaining("has returned");
  }

  @ParameterizedTest
  @MethodSource("exact")
  void useInAListIsReported(AdType token) {
    Scalar old = escaped(token);
    assertThatThrownBy(() -> Vector.of(Scalar.of(1), old))
        .isInstanceOf(TracedValueException.class)
        .hasMessageContaining("has returned");
  }

  @ParameterizedTest
  @MethodSource("exact")
  void anInnerValueThatTheOuterFunctionReturnsIsReported(AdType token) {
    assertThatThrownBy(
            () ->
                di.derivative(
                    x -> {
                      di.derivative(y -> store(x.multiply(y)), token, x);
                      return (Scalar) stored.get(stored.size() - 1);
                    },
                    token,
                    1.0))
        .isInstanceOf(TracedValueException.class)
        .hasMessageContaining("has returned");
  }

  @ParameterizedTest
  @MethodSource("exact")
  void anInnerValueThatTheOuterFunctionUsesIsReported(AdType token) {
    Scalar[] box = {Scalar.of(1)};
    assertThatThrownBy(
            () ->
                di.derivative(
                    x -> {
                      di.derivative(y -> box[0] = box[0].multiply(y), token, x);
                      return box[0].multiply(x);
                    },
                    token,
                    1.0))
        .isInstanceOf(TracedValueException.class)
        .hasMessageContaining("hadamard")
        .hasMessageContaining("has returned");
  }

  @ParameterizedTest
  @MethodSource("exact")
  void aFunctionThatThrowsEndsItsTrace(AdType token) {
    assertThatThrownBy(
            () ->
                di.derivative(
                    x -> {
                      store(x);
                      throw new UnsupportedOperationException("mine");
                    },
                    token,
                    1.0))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("mine");
    assertThatThrownBy(() -> Elementwise.sin(stored.get(0))).hasMessageContaining("has returned");
  }

  @ParameterizedTest
  @MethodSource("exact")
  void numbersCannotBeTakenOut(AdType token) {
    String advice = "is under differentiation";
    assertThatThrownBy(() -> di.derivative(x -> Scalar.of(x.toDouble()), token, 1.0))
        .isInstanceOf(TracedValueException.class)
        .hasMessageContaining("toDouble: this scalar " + advice)
        .hasMessageContaining("detach()")
        .hasMessageContaining("comparisons");
    double[] v = {1, 2, 3};
    assertThatThrownBy(() -> di.gradient(x -> Vector.of(x.toArray()).sum(), token, v))
        .hasMessageContaining("toArray: this vector of 3 " + advice);
    assertThatThrownBy(() -> di.gradient(x -> Vector.of(x.array()).sum(), token, v))
        .hasMessageContaining("array: this vector of 3 " + advice);
    Matrix a = Matrix.identity(2);
    assertThatThrownBy(() -> di.gradient(x -> Matrix.of(x.toRows()).sum(), token, a))
        .hasMessageContaining("toRows: this 2×2 " + advice);
    assertThatThrownBy(() -> di.gradient(x -> Reductions.sum(x.keep(this, () -> x)), token, a))
        .hasMessageContaining("keep: this 2×2 " + advice);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void detachDropsTheDerivativeByName(AdType token) {
    assertThat(di.derivative(x -> x.multiply(x.detach()), token, 3.0)).isEqualTo(3);
    assertThat(di.gradient(v -> v.detach().dot(v), token, new double[] {1, 2}))
        .containsExactly(1, 2);
    assertThat(di.derivative(x -> Scalar.of(x.detach().toDouble()), token, 3.0)).isZero();
  }

  @ParameterizedTest
  @MethodSource("exact")
  void detachDropsAllLevels(AdType token) {
    double d =
        di.derivative(
            x -> di.derivative(y -> y.multiply(x.detach()).multiply(x), token, x), token, 3.0);
    assertThat(d).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void tracedValuesShowTheirNumbersAndCompare(AdType token) {
    di.derivative(
        x -> {
          assertThat(x).hasToString("3.0 (traced)").isEqualTo(Scalar.of(3));
          assertThat(x.hashCode()).isEqualTo(Scalar.of(3).hashCode());
          assertThat(x.isGreaterThan(2) && x.isLessThan(4) && !x.isZero() && x.isFinite()).isTrue();
          return x;
        },
        token,
        3.0);
  }
}
