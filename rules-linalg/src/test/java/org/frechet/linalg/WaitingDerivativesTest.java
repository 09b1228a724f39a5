package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.linalg.LinearAlgebra.exp;

import java.util.Arrays;
import java.util.function.Supplier;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first derivative of exp, under differentiation, is computed only for those who read it. */
class WaitingDerivativesTest {

  private static final int N = 10;

  private final Differentiation di = Differentiation.standard();

  static AdType[] tokens() {
    return new AdType[] {new AutoReverse(), SecondOrder.of(new AutoForward(), new AutoReverse())};
  }

  private static Scalar f(Matrix x) {
    return exp(x).sum();
  }

  private static Matrix fresh(double seed) {
    double[] entries = new double[N * N];
    Arrays.setAll(entries, i -> Math.sin(seed + i * i));
    return Matrix.wrap(N, N, entries);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void aHessianVectorProductDoesNotComputeTheGradient(AdType token) {
    double value = flops(() -> f(fresh(1)));
    double gradient =
        flops(() -> di.gradient(WaitingDerivativesTest::f, new AutoReverse(), fresh(1)));
    double hvp = flops(() -> di.hvp(WaitingDerivativesTest::f, token, fresh(1), fresh(2)));
    double both =
        flops(
            () ->
                di.valueGradientAndHvp(WaitingDerivativesTest::f, token, fresh(1), fresh(2))
                    .gradient()
                    .array());
    assertThat(both - hvp).isEqualTo(gradient - value);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void theGradientThatComesWithItIsTheGradient(AdType token) {
    Matrix gradient = di.gradient(WaitingDerivativesTest::f, new AutoReverse(), fresh(1));
    assertThat(
            di.valueGradientAndHvp(WaitingDerivativesTest::f, token, fresh(1), fresh(2)).gradient())
        .isEqualTo(gradient);
  }

  private static double flops(Supplier<?> call) {
    CountingKernels.FLOPS.reset();
    assertThat(call.get()).isNotNull();
    return CountingKernels.FLOPS.sum();
  }
}
