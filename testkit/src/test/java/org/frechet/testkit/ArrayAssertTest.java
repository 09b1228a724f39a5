package org.frechet.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.testkit.FrechetAssertions.assertThatGradient;
import static org.frechet.testkit.FrechetAssertions.assertThatHessian;
import static org.frechet.testkit.FrechetAssertions.assertThatJacobian;

import org.junit.jupiter.api.Test;

/** The checker of derivatives that were written by hand, on Rosenbrock's function and others. */
class ArrayAssertTest {

  private static final double[] X = {-1.2, 1};

  private static double rosenbrock(double[] x) {
    double a = 1 - x[0];
    double b = x[1] - x[0] * x[0];
    return a * a + 100 * b * b;
  }

  private static double[] gradient(double[] x) {
    double b = x[1] - x[0] * x[0];
    return new double[] {-2 * (1 - x[0]) - 400 * x[0] * b, 200 * b};
  }

  private static double[][] hessian(double[] x) {
    return new double[][] {{2 - 400 * (x[1] - 3 * x[0] * x[0]), -400 * x[0]}, {-400 * x[0], 200}};
  }

  private static double[] polar(double[] x) {
    return new double[] {x[0] * Math.cos(x[1]), x[0] * Math.sin(x[1]), x[0]};
  }

  private static double[][] polarJacobian(double[] x) {
    return new double[][] {
      {Math.cos(x[1]), -x[0] * Math.sin(x[1])}, {Math.sin(x[1]), x[0] * Math.cos(x[1])}, {1, 0}
    };
  }

  @Test
  void rightGradient() {
    assertThatGradient(ArrayAssertTest::gradient)
        .isGradientOf(ArrayAssertTest::rosenbrock)
        .at(X)
        .at(1, 1)
        .at(0, 0)
        .at(1e-6, 1e6);
  }

  @Test
  void rightJacobian() {
    assertThatJacobian(ArrayAssertTest::polarJacobian)
        .isJacobianOf(ArrayAssertTest::polar)
        .at(2, 0.3)
        .at(1e-8, 0)
        .at(1e8, 3);
  }

  @Test
  void rightHessian() {
    assertThatHessian(ArrayAssertTest::hessian)
        .isHessianOf(ArrayAssertTest::rosenbrock)
        .at(X)
        .at(1, 1);
  }

  @Test
  void emptyArguments() {
    assertThatGradient(x -> x).isGradientOf(x -> 3).at();
    assertThatJacobian(x -> new double[0][]).isJacobianOf(x -> new double[0]).at(1, 2);
  }

  @Test
  void oneEntryIsWrong() {
    assertThatThrownBy(
            () ->
                assertThatGradient(x -> new double[] {gradient(x)[0], -gradient(x)[1]})
                    .isGradientOf(ArrayAssertTest::rosenbrock)
                    .at(X))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the gradient at [-1.20000, 1.00000] is wrong")
        .hasMessageContaining("gradient, entry 1: differs from differences")
        .hasMessageContaining("-1.00000 times what is due")
        .hasMessageNotContaining("entry 0");
  }

  @Test
  void theGradientIsOffByVeryLittle() {
    assertThatThrownBy(
            () ->
                assertThatGradient(x -> new double[] {gradient(x)[0] * (1 + 1e-7), gradient(x)[1]})
                    .isGradientOf(ArrayAssertTest::rosenbrock)
                    .at(X))
        .hasMessageContaining("gradient, entry 0: differs from differences by 2.16e-05");
  }

  @Test
  void wrongLength() {
    assertThatThrownBy(() -> assertThatGradient(x -> new double[1]).isGradientOf(x -> 1).at(X))
        .hasMessageContaining("has 1 entries, 2 are due");
    assertThatThrownBy(
            () ->
                assertThatJacobian(x -> new double[2][3])
                    .isJacobianOf(ArrayAssertTest::polar)
                    .at(2, 0.3))
        .hasMessageContaining("has 2 rows, 3×2 is due; is it the transpose?");
  }

  @Test
  void aTermOfTheJacobianIsWrong() {
    assertThatThrownBy(
            () ->
                assertThatJacobian(
                        x -> {
                          double[][] j = polarJacobian(x);
                          j[1][1] += 1e-6;
                          return j;
                        })
                    .isJacobianOf(ArrayAssertTest::polar)
                    .at(2, 0.3))
        .hasMessageContaining("Jacobian, row 1, column 1: differs from differences by 1.00e-06");
  }

  @Test
  void theHessianIsNotSymmetric() {
    assertThatThrownBy(
            () ->
                assertThatHessian(
                        x -> {
                          double[][] h = hessian(x);
                          h[0][1] = 0;
                          return h;
                        })
                    .isHessianOf(ArrayAssertTest::rosenbrock)
                    .at(X))
        .hasMessageContaining("Hessian, row 1, column 0: differs from its mirror image");
  }

  @Test
  void theHessianIsWrong() {
    assertThatThrownBy(
            () ->
                assertThatHessian(x -> new double[][] {{0, 0}, {0, 200}})
                    .isHessianOf(ArrayAssertTest::rosenbrock)
                    .at(X))
        .hasMessageContaining("Hessian, row 0, column 0: differs from differences")
        .hasMessageContaining("it is zero");
  }

  @Test
  void writesIntoItsArgument() {
    assertThatThrownBy(
            () ->
                assertThatGradient(
                        x -> {
                          double[] g = gradient(x);
                          x[0] = 0;
                          return g;
                        })
                    .isGradientOf(ArrayAssertTest::rosenbrock)
                    .at(X))
        .hasMessageContaining("gradient: changed its argument");
  }

  @Test
  void remembersItsLastAnswer() {
    double[] sum = new double[2];
    assertThatThrownBy(
            () ->
                assertThatGradient(
                        x -> {
                          sum[0] += gradient(x)[0];
                          sum[1] += gradient(x)[1];
                          return sum;
                        })
                    .isGradientOf(ArrayAssertTest::rosenbrock)
                    .at(X))
        .hasMessageContaining("gradient: called again it gave");
  }

  @Test
  void kinksCannotBeJudged() {
    assertThatThrownBy(() -> assertThatGradient(x -> x).isGradientOf(x -> Math.cbrt(x[0])).at(0))
        .hasMessageContaining("differences cannot judge it");
  }

  @Test
  void noFunction() {
    assertThatThrownBy(() -> assertThatGradient(x -> x).at(X))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("say first of which function");
  }
}
