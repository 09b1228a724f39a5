package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operator with every token, on values and arrays, against derivatives by hand: {@code f(x) =
 * ½⟨x, A x⟩ + Σ eˣ}, {@code g(x) = x₀ A x}.
 */
class OperatorsTest {

  private static final Matrix A = Matrix.of(new double[][] {{2, 1, 0}, {1, 3, -1}, {0, -1, 4}});
  private static final double[] X = {0.5, -1, 0.25};
  private static final Vector AT = Vector.of(X);
  private static final Vector V = Vector.of(1, -2, 0.5);

  private final Differentiation di = Differentiation.standard();

  static Stream<AdType> plain() {
    return Tokens.plain();
  }

  static Stream<AdType> all() {
    return Tokens.all();
  }

  private static Scalar f(Vector x) {
    return x.dot(A.multiply(x)).divide(2).add(x.exp().sum());
  }

  private static Vector gradientByHand() {
    return A.multiply(AT).add(AT.exp());
  }

  private static Matrix hessianByHand() {
    return A.add(Matrix.diagonal(AT.exp()));
  }

  private static Vector g(Vector x) {
    return A.multiply(x).multiply(x.get(0));
  }

  private static Matrix jacobianByHand() {
    Matrix scaled = A.multiply(X[0]);
    return scaled.add(A.multiply(AT).outer(Vector.of(1, 0, 0)));
  }

  private static void close(double[] actual, Vector expected, double relative) {
    double tolerance = relative * 10;
    assertThat(actual).containsExactly(expected.toArray(), within(tolerance));
  }

  private static void close(Matrix actual, Matrix expected, double relative) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    close(actual.array(), Vector.of(expected.array()), relative);
  }

  @ParameterizedTest
  @MethodSource("plain")
  void gradient(AdType token) {
    double tolerance = Tokens.tolerance(token);
    close(di.gradient(OperatorsTest::f, token, X), gradientByHand(), tolerance);
    close(di.gradient(OperatorsTest::f, token, AT).toArray(), gradientByHand(), tolerance);
    var both = di.valueAndGradient(OperatorsTest::f, token, AT);
    assertThat(both.value()).isEqualTo(f(AT));
    close(both.gradient().toArray(), gradientByHand(), tolerance);
    var array = di.valueAndGradient(OperatorsTest::f, token, X);
    assertThat(array.value()).isEqualTo(f(AT).toDouble());
    close(array.gradient(), gradientByHand(), tolerance);
  }

  @ParameterizedTest
  @MethodSource("plain")
  void jacobian(AdType token) {
    double tolerance = Tokens.tolerance(token);
    close(di.jacobian(OperatorsTest::g, token, AT), jacobianByHand(), tolerance);
    close(Matrix.of(di.jacobian(OperatorsTest::g, token, X)), jacobianByHand(), tolerance);
    var both = di.valueAndJacobian(OperatorsTest::g, token, AT);
    assertThat(both.value()).isEqualTo(g(AT));
    close(both.jacobian(), jacobianByHand(), tolerance);
    var array = di.valueAndJacobian(OperatorsTest::g, token, X);
    assertThat(array.value()).containsExactly(g(AT).toArray());
    close(Matrix.of(array.jacobian()), jacobianByHand(), tolerance);
  }

  @ParameterizedTest
  @MethodSource("plain")
  void pushforward(AdType token) {
    double tolerance = Tokens.tolerance(token);
    Vector expected = jacobianByHand().multiply(V);
    close(di.pushforward(OperatorsTest::g, token, AT, V).toArray(), expected, tolerance);
    close(di.pushforward(OperatorsTest::g, token, X, V.toArray()), expected, tolerance);
    var both = di.valueAndPushforward(OperatorsTest::g, token, AT, V);
    assertThat(both.value()).isEqualTo(g(AT));
    close(both.tangent().toArray(), expected, tolerance);
    var array = di.valueAndPushforward(OperatorsTest::g, token, X, V.toArray());
    close(array.tangent(), expected, tolerance);
    assertThat(array.value()).containsExactly(g(AT).toArray());
    var many = di.valueAndPushforwards(OperatorsTest::g, token, AT, List.of(V, AT, V.negate()));
    assertThat(many.value()).isEqualTo(g(AT));
    close(many.tangents().get(0).toArray(), expected, tolerance);
    close(many.tangents().get(1).toArray(), jacobianByHand().multiply(AT), tolerance);
    close(many.tangents().get(2).toArray(), expected.negate(), tolerance);
    assertThat(di.pushforwards(OperatorsTest::g, token, AT, List.of())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("plain")
  void pullback(AdType token) {
    double tolerance = Tokens.tolerance(token);
    Vector expected = jacobianByHand().transpose().multiply(V);
    close(di.pullback(OperatorsTest::g, token, AT, V).toArray(), expected, tolerance);
    close(di.pullback(OperatorsTest::g, token, X, V.toArray()), expected, tolerance);
    var both = di.valueAndPullback(OperatorsTest::g, token, AT, V);
    assertThat(both.value()).isEqualTo(g(AT));
    close(both.cotangent().toArray(), expected, tolerance);
    var array = di.valueAndPullback(OperatorsTest::g, token, X, V.toArray());
    close(array.cotangent(), expected, tolerance);
    assertThat(array.value()).containsExactly(g(AT).toArray());
    var many = di.valueAndPullbacks(OperatorsTest::g, token, AT, List.of(V, V.negate()));
    assertThat(many.value()).isEqualTo(g(AT));
    close(many.cotangents().get(0).toArray(), expected, tolerance);
    close(many.cotangents().get(1).toArray(), expected.negate(), tolerance);
    assertThat(di.pullbacks(OperatorsTest::g, token, AT, List.of())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void hessian(AdType token) {
    double tolerance = Tokens.tolerance2(token);
    close(di.hessian(OperatorsTest::f, token, AT), hessianByHand(), tolerance);
    close(Matrix.of(di.hessian(OperatorsTest::f, token, X)), hessianByHand(), tolerance);
    var all = di.valueGradientAndHessian(OperatorsTest::f, token, AT);
    assertThat(all.value()).isEqualTo(f(AT));
    close(all.gradient().toArray(), gradientByHand(), tolerance);
    close(all.hessian(), hessianByHand(), tolerance);
    var array = di.valueGradientAndHessian(OperatorsTest::f, token, X);
    close(array.gradient(), gradientByHand(), tolerance);
    close(Matrix.of(array.hessian()), hessianByHand(), tolerance);
  }

  @ParameterizedTest
  @MethodSource("all")
  void hvp(AdType token) {
    double tolerance = Tokens.tolerance2(token);
    Vector expected = hessianByHand().multiply(V);
    close(di.hvp(OperatorsTest::f, token, AT, V).toArray(), expected, tolerance);
    close(di.hvp(OperatorsTest::f, token, X, V.toArray()), expected, tolerance);
    var all = di.valueGradientAndHvp(OperatorsTest::f, token, AT, V);
    assertThat(all.value()).isEqualTo(f(AT));
    close(all.gradient().toArray(), gradientByHand(), tolerance);
    close(all.hvp().toArray(), expected, tolerance);
    var array = di.valueGradientAndHvp(OperatorsTest::f, token, X, V.toArray());
    close(array.hvp(), expected, tolerance);
  }

  @ParameterizedTest
  @MethodSource("all")
  void derivativesOfCurves(AdType token) {
    double tolerance = Tokens.tolerance2(token);
    Scalar t = Scalar.of(0.7);
    Vector first = Vector.of(Math.cos(0.7), 3 * 0.49, 0);
    Vector second = Vector.of(-Math.sin(0.7), 6 * 0.7, 0);
    close(di.derivative(OperatorsTest::curve, token, t).toArray(), first, tolerance);
    var both = di.valueAndDerivative(OperatorsTest::curve, token, t);
    assertThat(both.value()).isEqualTo(curve(t));
    close(both.derivative().toArray(), first, tolerance);
    close(di.secondDerivative(OperatorsTest::curve, token, t).toArray(), second, tolerance);
    var all = di.valueDerivativeAndSecondDerivative(OperatorsTest::curve, token, t);
    assertThat(all.value()).isEqualTo(curve(t));
    close(all.derivative().toArray(), first, tolerance);
    close(all.secondDerivative().toArray(), second, tolerance);
    assertThat(di.secondDerivative(s -> s.multiply(s), token, 3.0))
        .isCloseTo(2, within(tolerance * 10));
  }

  private static Vector curve(Scalar t) {
    return Vector.of(t.sin(), t.pow(3), Scalar.of(5));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void matricesAreVectorizedColumnMajor(AdType token) {
    Matrix b = Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    Matrix x = Matrix.of(new double[][] {{1, -1, 2}, {0.5, 3, -2}});
    double tolerance = Tokens.tolerance(token);
    // vec(B X) = (I ⊗ B) vec(X)
    Matrix zero = Matrix.zeros(3, 2);
    Matrix kronecker =
        Matrix.ofBlocks(new Matrix[][] {{b, zero, zero}, {zero, b, zero}, {zero, zero, b}});
    close(di.jacobian(m -> b.multiply(m), token, x), kronecker, tolerance);
    Matrix transposed = di.jacobian(m -> m.transpose(), token, x);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(transposed.get(j + 3 * i, i + 2 * j).toDouble()).isCloseTo(1, within(1e-8));
      }
    }
    assertThat(transposed.sum().toDouble()).isCloseTo(6, within(1e-8));
    Matrix cubes = di.gradient(m -> m.hadamard(m).dot(m), token, x);
    close(cubes, x.hadamard(x).multiply(3), tolerance);
  }

  @ParameterizedTest
  @MethodSource("all")
  void hessiansOfMatricesAreVectorizedColumnMajor(AdType token) {
    Matrix x = Matrix.of(new double[][] {{1, -1}, {0.5, 3}});
    Matrix h = di.hessian(m -> Elementwise.pow(m, 3.0).sum(), token, x);
    close(h, Matrix.diagonal(Vector.of(6, 3, -6, 18)), Tokens.tolerance2(token) * 10);
  }
}
