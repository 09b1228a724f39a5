package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Matrix;
import org.frechet.value.Reductions;
import org.frechet.value.Scalar;
import org.frechet.value.Shape;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/**
 * That this file compiles is most of the test: implicit lambdas, method references and nested calls
 * find their overloads without a type witness.
 */
class OverloadTest {

  private record Pair(Vector x, Scalar s) {}

  private static final AdType TOKEN = new AutoFiniteDiff();
  private static final Vector X = Vector.of(1, 2);
  private static final Matrix A = Matrix.identity(2);
  private static final Pair P = new Pair(X, Scalar.of(3));
  private static final double[] ARRAY = {1, 2};

  private final Differentiation di = Differentiation.of(RuleRegistry.of());

  @Test
  void gradientsTakeEveryKindOfArgument() {
    Vector v = di.gradient(x -> x.dot(x), TOKEN, X);
    Matrix m = di.gradient(x -> x.dot(x), TOKEN, A);
    Scalar s = di.gradient(x -> x.multiply(x), TOKEN, Scalar.of(2));
    Pair p = di.gradient(x -> x.x().sum().multiply(x.s()), TOKEN, P);
    double[] d = di.gradient(x -> x.dot(x), TOKEN, ARRAY);
    assertThat(List.of(v.size(), m.size(), s.size(), p.x().size(), d.length))
        .containsExactly(2, 4, 1, 2, 2);
  }

  @Test
  void methodReferences() {
    Vector v = di.gradient(Vector::norm, TOKEN, X);
    Matrix m = di.gradient(Reductions::sum, TOKEN, A);
    double[] d = di.gradient(Reductions::norm1, TOKEN, ARRAY);
    Matrix j = di.jacobian(Vector::cumulativeSum, TOKEN, X);
    double[][] rows = di.jacobian(Vector::cumulativeSum, TOKEN, ARRAY);
    Function<Vector, Scalar> f = Vector::sum;
    assertThat(di.gradient(f, TOKEN, X).shape()).isEqualTo(v.shape());
    assertThat(m.size() + d.length + j.size() + rows.length).isEqualTo(4 + 2 + 4 + 2);
  }

  @Test
  void derivativesTakeNumbersAndScalars() {
    double d = di.derivative(t -> t.multiply(t), TOKEN, 3.0);
    Scalar s = di.derivative(t -> t.multiply(t), TOKEN, Scalar.of(3));
    Vector v = di.derivative(t -> X.multiply(t), TOKEN, Scalar.of(3));
    Matrix m = di.secondDerivative(t -> A.multiply(t), TOKEN, Scalar.of(3));
    Pair p = di.derivative(t -> new Pair(X.multiply(t), t), TOKEN, Scalar.of(3));
    double dd = di.secondDerivative(t -> t.multiply(t), TOKEN, 3.0);
    assertThat(List.of(s.shape(), v.shape(), m.shape(), p.x().shape()))
        .containsExactly(Shape.scalar(), Shape.vector(2), Shape.matrix(2, 2), Shape.vector(2));
    assertThat(d + dd).isBetween(7.99, 8.01);
  }

  @Test
  void everyOtherOperator() {
    Matrix j = di.jacobian(p -> p.x().multiply(p.s()), TOKEN, P);
    Matrix h = di.hessian(p -> p.x().sum().multiply(p.s()), TOKEN, P);
    double[][] rows = di.hessian(x -> x.dot(x), TOKEN, ARRAY);
    double[] hv = di.hvp(x -> x.dot(x), TOKEN, ARRAY, ARRAY);
    Pair hp = di.hvp(p -> p.x().sum().multiply(p.s()), TOKEN, P, P);
    Vector pushed = di.pushforward(p -> p.x().multiply(p.s()), TOKEN, P, P);
    Pair pulled = di.pullback(p -> p.x().multiply(p.s()), TOKEN, P, X);
    double[] pushedArray = di.pushforward(x -> x.multiply(x), TOKEN, ARRAY, ARRAY);
    double[] pulledArray = di.pullback(x -> x.multiply(x), TOKEN, ARRAY, ARRAY);
    Vector mapped = di.pushforward(x -> x.multiply(X), TOKEN, A, A);
    assertThat(j.shape()).isEqualTo(Shape.matrix(2, 3));
    assertThat(h.shape()).isEqualTo(Shape.matrix(3, 3));
    assertThat(rows.length + hv.length + pushedArray.length + pulledArray.length).isEqualTo(8);
    assertThat(hp.x().size() + pushed.size() + pulled.x().size() + mapped.size()).isEqualTo(8);
  }

  @Test
  void valuesAndPlansInferTheirTypes() {
    ValueAndGradient<Matrix> vg = di.valueAndGradient(x -> x.dot(x), TOKEN, A);
    ValueAndGradient<Pair> vp = di.valueAndGradient(p -> p.s(), TOKEN, P);
    ValueAndGradient.OfArray va = di.valueAndGradient(x -> x.dot(x), TOKEN, ARRAY);
    ValueAndJacobian<Vector> vj = di.valueAndJacobian(x -> x.multiply(x), TOKEN, X);
    PreparedGradient<Matrix> plan = di.prepareGradient(x -> x.dot(x), TOKEN, A);
    PreparedJacobian<Pair, Vector> jacobian = di.prepareJacobian(p -> p.x(), TOKEN, P);
    PreparedHessian.OfArray hessian = di.prepareHessian(x -> x.dot(x), TOKEN, ARRAY);
    assertThat(vg.value()).isEqualTo(Scalar.of(2));
    assertThat(vp.value()).isEqualTo(P.s());
    assertThat(va.value()).isEqualTo(5);
    assertThat(vj.value()).isEqualTo(Vector.of(1, 4));
    assertThat(plan.gradient(A).shape()).isEqualTo(A.shape());
    assertThat(jacobian.jacobian(P).shape()).isEqualTo(Shape.matrix(2, 3));
    assertThat(hessian.hessian(ARRAY)).hasNumberOfRows(2);
  }

  @Test
  void nestedCallsInfer() {
    double d =
        di.derivative(x -> di.derivative(y -> x.multiply(y).multiply(y), TOKEN, x), TOKEN, 2.0);
    assertThat(d).isBetween(7.9, 8.1);
    Vector g = di.gradient(x -> di.gradient(y -> y.dot(y), TOKEN, x).sum(), TOKEN, X);
    assertThat(g.size()).isEqualTo(2);
  }
}
