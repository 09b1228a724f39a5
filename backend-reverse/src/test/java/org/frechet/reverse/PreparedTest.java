package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.PreparationMismatchException;
import org.frechet.backend.AdType;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A prepared operator gives the same answer as a fresh one, or says what differs. */
class PreparedTest {

  private static final Vector A = Vector.of(1, 2, 3);
  private static final Vector B = Vector.of(-1, 0.5, 2);

  private final Differentiation di = Differentiation.standard();

  private record Power(Vector x, int exponent, List<Vector> more) {}

  static Stream<AdType> plain() {
    return Tokens.plain();
  }

  static Stream<AdType> all() {
    return Tokens.all();
  }

  private static Scalar f(Vector x) {
    return x.sin().dot(x);
  }

  private static Vector g(Vector x) {
    return x.multiply(x.sum());
  }

  private static Scalar power(Power p) {
    Scalar sum = p.x().pow(p.exponent()).sum();
    for (int i = 0; i < p.more().size(); i++) {
      sum = sum.add(p.more().get(i).sum().multiply(i + 1));
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("plain")
  void sameAnswersAtAnotherPoint(AdType token) {
    var gradient = di.prepareGradient(PreparedTest::f, token, A);
    var jacobian = di.prepareJacobian(PreparedTest::g, token, A);
    var push = di.preparePushforward(PreparedTest::g, token, A);
    var pull = di.preparePullback(PreparedTest::g, token, A);
    for (Vector x : List.of(A, B, A)) {
      assertThat(gradient.gradient(x)).isEqualTo(di.gradient(PreparedTest::f, token, x));
      assertThat(jacobian.jacobian(x)).isEqualTo(di.jacobian(PreparedTest::g, token, x));
      Vector pushed = di.pushforward(PreparedTest::g, token, x, B);
      assertThat(push.pushforward(x, B)).isEqualTo(pushed);
      assertThat(push.pushforwards(x, List.of(B, A)).get(0)).isEqualTo(pushed);
      Vector pulled = di.pullback(PreparedTest::g, token, x, B);
      assertThat(pull.pullback(x, B)).isEqualTo(pulled);
      assertThat(pull.pullbacks(x, List.of(A, B)).get(1)).isEqualTo(pulled);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void sameSecondDerivativesAtAnotherPoint(AdType token) {
    var hessian = di.prepareHessian(PreparedTest::f, token, A);
    var hvp = di.prepareHvp(PreparedTest::f, token, A);
    Scalar two = Scalar.of(2);
    var second = di.prepareSecondDerivative(s -> A.multiply(s).sin(), token, Scalar.of(0));
    assertThat(hessian.hessian(B)).isEqualTo(di.hessian(PreparedTest::f, token, B));
    assertThat(hvp.hvp(B, A)).isEqualTo(di.hvp(PreparedTest::f, token, B, A));
    Vector fresh = di.secondDerivative(s -> A.multiply(s).sin(), token, two);
    assertThat(second.secondDerivative(two)).isEqualTo(fresh);
  }

  @ParameterizedTest
  @MethodSource("all")
  void constantsAndListsAreThoseOfTheArgument(AdType token) {
    Power square = new Power(A, 2, List.of(A, B));
    Power cube = new Power(A, 3, List.of(B, A));
    var plan = di.prepareGradient(PreparedTest::power, token, square);
    Power g = plan.gradient(cube);
    assertThat(g.exponent()).isEqualTo(3);
    assertThat(g.x()).isEqualTo(di.gradient(PreparedTest::power, token, cube).x());
    var hessian = di.prepareHessian(PreparedTest::power, token, square);
    assertThat(hessian.hessian(cube)).isEqualTo(di.hessian(PreparedTest::power, token, cube));
    var hvp = di.prepareHvp(PreparedTest::power, token, square);
    assertThat(hvp.hvp(cube, cube).x())
        .isEqualTo(di.hvp(PreparedTest::power, token, cube, cube).x());
  }

  @ParameterizedTest
  @MethodSource("all")
  void anotherShapeIsReportedLeafByLeaf(AdType token) {
    Power one = new Power(A, 2, List.of(A, B));
    Power other = new Power(Vector.of(1, 2), 2, List.of(A));
    assertThatThrownBy(() -> di.prepareGradient(PreparedTest::power, token, one).gradient(other))
        .isInstanceOf(PreparationMismatchException.class)
        .hasMessageContaining("The prepared gradient (" + token + ") does not fit:")
        .hasMessageContaining("x, leaf 0: prepared for vector of 3, given vector of 2")
        .hasMessageContaining("x, leaf 2: prepared for vector of 3, given nothing")
        .hasMessageNotContaining("leaf 1");
    assertThatThrownBy(() -> di.prepareHessian(PreparedTest::f, token, A).hessian(Vector.of(1)))
        .hasMessageContaining("The prepared hessian")
        .hasMessageContaining("prepared for vector of 3, given vector of 1");
  }

  @Test
  void everyPreparedOperatorChecks() {
    Vector four = Vector.zeros(4);
    double[] array = new double[4];
    AdType token = Tokens.REVERSE;
    List.<Runnable>of(
            () -> di.prepareJacobian(PreparedTest::g, token, A).jacobian(four),
            () -> di.preparePushforward(PreparedTest::g, token, A).pushforward(four, four),
            () -> di.preparePullback(PreparedTest::g, token, A).pullback(four, four),
            () -> di.prepareHvp(PreparedTest::f, token, A).hvp(four, four),
            () -> di.prepareGradient(PreparedTest::f, token, A.toArray()).gradient(array),
            () -> di.prepareHessian(PreparedTest::f, token, A.toArray()).hessian(array))
        .forEach(
            call -> assertThatThrownBy(call::run).isInstanceOf(PreparationMismatchException.class));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void arraysHaveTheirOwnForms(AdType token) {
    double[] a = A.toArray();
    double[] b = B.toArray();
    assertThat(di.prepareGradient(PreparedTest::f, token, a).gradient(b))
        .containsExactly(di.gradient(PreparedTest::f, token, b));
    assertThat(di.prepareJacobian(PreparedTest::g, token, a).jacobian(b))
        .isDeepEqualTo(di.jacobian(PreparedTest::g, token, b));
    assertThat(di.preparePushforward(PreparedTest::g, token, a).pushforward(b, a))
        .containsExactly(di.pushforward(PreparedTest::g, token, b, a));
    assertThat(di.preparePullback(PreparedTest::g, token, a).pullback(b, a))
        .containsExactly(di.pullback(PreparedTest::g, token, b, a));
    assertThat(di.prepareHvp(PreparedTest::f, token, a).hvp(b, a))
        .containsExactly(di.hvp(PreparedTest::f, token, b, a));
    assertThat(Matrix.of(di.prepareHessian(PreparedTest::f, token, a).hessian(b)))
        .isEqualTo(Matrix.of(di.hessian(PreparedTest::f, token, b)));
  }
}
