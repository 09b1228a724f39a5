package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Matrix;
import org.frechet.value.Reductions;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nested calls keep their perturbations apart, in every mixture of modes. */
class NestingTest {

  private final Differentiation di = Differentiation.standard();

  static Stream<SecondOrder> pairs() {
    AdType f = new AutoForward();
    AdType r = new AutoReverse();
    return Stream.of(
        SecondOrder.of(f, f), SecondOrder.of(f, r), SecondOrder.of(r, f), SecondOrder.of(r, r));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void innerCallDoesNotSeeTheOuterPerturbation(SecondOrder modes) {
    // d/dx [x · d/dy (x + y) at y = 1] = 1
    double d =
        di.derivative(
            x -> x.multiply(di.derivative(y -> x.add(y), modes.inner(), Scalar.of(1))),
            modes.outer(),
            1.0);
    assertThat(d).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void hessianOfAProductOfSines(SecondOrder modes) {
    double[] x = {0.3, -0.7, 1.1};
    double[][] h = di.hessian(v -> v.sin().dot(v.cos().multiply(v)), modes, x);
    double[][] expected =
        di.hessian(
            v -> v.sin().dot(v.cos().multiply(v)), new org.frechet.backend.AutoFiniteDiff(), x);
    for (int i = 0; i < 3; i++) {
      assertThat(h[i]).containsExactly(expected[i], within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void matrixFunctions(SecondOrder modes) {
    Matrix a = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    Matrix v = Matrix.of(new double[][] {{1, -1, 2}, {0.5, 0, 1}});
    Matrix hv = di.hvp(m -> Reductions.sum(m.multiply(m.transpose())), modes, a, v);
    // ∇² of 1ᵀ A Aᵀ 1 applied to V is 2 · 1 1ᵀ V
    Matrix ones = Matrix.of(2, 2, 1, 1, 1, 1);
    assertThat(hv).isEqualTo(ones.multiply(v).multiply(2));
    assertThat(di.gradient(x -> x.get(0), new AutoReverse(), Vector.of(1, 2)))
        .isEqualTo(Vector.of(1, 0));
  }
}
