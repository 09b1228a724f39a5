package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Shape;
import org.frechet.value.StructureException;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Constant, empty, identical and refused results; nulls, and shapes that do not fit. */
class EdgeOfOperatorsTest {

  private static final Vector X = Vector.of(1, 2);

  private final Differentiation di = Differentiation.standard();

  static Stream<AdType> plain() {
    return Tokens.plain();
  }

  static Stream<AdType> all() {
    return Tokens.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aResultThatDoesNotDependOnTheArgumentHasDerivativeZero(AdType token) {
    Scalar seven = Scalar.of(7);
    assertThat(di.gradient(x -> seven, token, X)).isEqualTo(Vector.zeros(2));
    Vector slope = di.derivative(x -> X, token, seven);
    assertThat(slope).isEqualTo(Vector.zeros(2));
    Vector bend = di.secondDerivative(x -> X, token, seven);
    assertThat(bend).isEqualTo(Vector.zeros(2));
    assertThat(di.jacobian(x -> Vector.of(1, 2, 3), token, X)).isEqualTo(Matrix.zeros(3, 2));
    Scalar pushed = di.pushforward(x -> seven, token, X, X);
    assertThat(pushed).isEqualTo(Scalar.of(0));
    assertThat(di.pullback(x -> seven, token, X, seven)).isEqualTo(Vector.zeros(2));
    assertThat(di.hessian(x -> seven, token, X)).isEqualTo(Matrix.zeros(2, 2));
    assertThat(di.hvp(x -> seven, token, X, X)).isEqualTo(Vector.zeros(2));
  }

  @ParameterizedTest
  @MethodSource("all")
  void linearFunctionsHaveNoHessian(AdType token) {
    assertThat(di.hessian(Vector::sum, token, X).norm().toDouble()).isLessThan(1e-6);
    assertThat(di.hvp(Vector::sum, token, X, X).norm().toDouble()).isLessThan(1e-6);
  }

  @ParameterizedTest
  @MethodSource("plain")
  void theIdentity(AdType token) {
    assertThat(di.jacobian(x -> x, token, X).subtract(Matrix.identity(2)).norm().toDouble())
        .isLessThan(1e-9);
    assertThat(di.valueAndJacobian(x -> x, token, X).value()).isEqualTo(X);
  }

  @ParameterizedTest
  @MethodSource("all")
  void emptyArguments(AdType token) {
    double[] none = {};
    assertThat(di.gradient(v -> v.sin().sum(), token, none)).isEmpty();
    assertThat(di.hessian(v -> v.sin().sum(), token, none)).isEmpty();
    assertThat(di.hvp(v -> v.sin().sum(), token, none, none)).isEmpty();
    assertThat(di.jacobian(v -> Vector.concatenate(List.of(X, v)), token, Vector.zeros(0)))
        .isEqualTo(Matrix.zeros(2, 0));
    Matrix wide = Matrix.zeros(0, 3);
    assertThat(di.gradient(m -> m.multiply(m.transpose()).sum(), token, wide).shape())
        .isEqualTo(Shape.matrix(0, 3));
    Matrix tall = Matrix.zeros(3, 0);
    assertThat(di.gradient(m -> m.multiply(m.transpose()).sum(), token, tall).shape())
        .isEqualTo(Shape.matrix(3, 0));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void emptyResults(AdType token) {
    assertThat(di.jacobian(v -> v.slice(1, 1), token, X)).isEqualTo(Matrix.zeros(0, 2));
    assertThat(di.pullback(v -> v.slice(1, 1), token, X, Vector.zeros(0)))
        .isEqualTo(Vector.zeros(2));
    Vector pushed = di.pushforward(v -> v.slice(1, 1), token, X, X);
    assertThat(pushed).isEqualTo(Vector.zeros(0));
    assertThat(di.jacobian(v -> List.<Value>of(), token, X)).isEqualTo(Matrix.zeros(0, 2));
  }

  @ParameterizedTest
  @MethodSource("all")
  void gradientsOfWhatIsNoScalarAreRefused(AdType token) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    java.util.function.Function<Vector, Scalar> untyped =
        (java.util.function.Function) (java.util.function.Function<Vector, Vector>) v -> v;
    assertThatThrownBy(() -> di.gradient(untyped, token, X))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gradient: the function returned [vector of 2], expected a scalar")
        .hasMessageContaining("jacobian");
    assertThatThrownBy(() -> di.hvp(untyped, token, X, X))
        .hasMessageContaining("hvp")
        .hasMessageContaining("expected a scalar");
    assertThatThrownBy(() -> di.hessian(untyped, token, X))
        .hasMessageContaining("hessian")
        .hasMessageContaining("expected a scalar");
  }

  @ParameterizedTest
  @MethodSource("plain")
  void resultsThatAreNoValuesAreRefused(AdType token) {
    assertThatThrownBy(() -> di.jacobian(v -> (Vector) null, token, X))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("the function returned null");
    assertThatThrownBy(() -> di.jacobian(v -> "text", token, X))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("the function returned a java.lang.String");
    assertThatThrownBy(() -> di.jacobian(v -> List.of(v, "text"), token, X))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("an element of a list is a java.lang.String");
    assertThatThrownBy(() -> di.jacobian(v -> Arrays.asList(v, null), token, X))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("an element of a list is null");
    assertThatThrownBy(() -> di.derivative(s -> 1.0, token, Scalar.of(2)))
        .hasMessageContaining("the function returned a java.lang.Double");
  }

  @ParameterizedTest
  @MethodSource("plain")
  void tangentsMustFit(AdType token) {
    Vector three = Vector.zeros(3);
    assertThatThrownBy(() -> di.pushforward(v -> v, token, X, three))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pushforward: dx is [vector of 3], expected [vector of 2]");
    assertThatThrownBy(() -> di.pullback(v -> v, token, X, three))
        .hasMessage("pullback: dy is [vector of 3], expected [vector of 2]");
    assertThatThrownBy(() -> di.hvp(v -> v.sum(), token, X, three))
        .hasMessage("hvp: v is [vector of 3], expected [vector of 2]");
    assertThatThrownBy(() -> di.pushforward(v -> v, token, X, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("pushforward: dx is null");
    assertThatThrownBy(() -> di.pullback(v -> v, token, X, (Vector) null))
        .hasMessage("pullback: dy is null");
    assertThatThrownBy(() -> di.hvp(v -> v.sum(), token, X, null)).hasMessage("hvp: v is null");
  }

  @Test
  void nullsAreNamed() {
    assertThatThrownBy(() -> di.gradient(null, Tokens.FORWARD, X))
        .hasMessage("gradient: the function is null");
    assertThatThrownBy(() -> di.gradient(Vector::sum, Tokens.FORWARD, (Vector) null))
        .hasMessage("gradient: the argument is null");
    assertThatThrownBy(() -> di.gradient(Vector::sum, null, X))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the token that picks the backend is null");
    assertThatThrownBy(() -> SecondOrder.of(null, Tokens.FORWARD))
        .hasMessage("SecondOrder: the outer token is null");
    assertThatThrownBy(() -> di.prepareGradient(Vector::sum, Tokens.REVERSE, X).gradient(null))
        .hasMessage("gradient: the argument is null");
    assertThatThrownBy(() -> di.gradient(Vector::sum, Tokens.REVERSE, (double[]) null))
        .hasMessage("Vector.of: the array is null");
  }
}
