package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import java.util.function.Supplier;
import org.frechet.Differentiation;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.junit.jupiter.api.Test;

/** What nobody reads of a product is not multiplied, and what is handed out is; counted. */
class UnreadProductsTest {

  private static final int N = 20;
  private static final double INNER = 2.0 * N;
  private static final double PRODUCT = 2.0 * N * N * N;

  private final Differentiation di = Differentiation.standard();
  private final Matrix a = filled(0.3);
  private final Matrix b = filled(1.1);

  private static Matrix filled(double seed) {
    double[] entries = new double[N * N];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = Math.sin(seed + i) + (i % (N + 1) == 0 ? 9 : 0);
    }
    return Matrix.wrap(N, N, entries);
  }

  private static double flops(Supplier<Object> work) {
    CountingKernels.FLOPS.reset();
    Object result = work.get();
    assertThat(result).isNotNull();
    return CountingKernels.FLOPS.sum();
  }

  @Test
  void aProductWaitsAndSingleEntriesAreInnerProducts() {
    assertThat(flops(() -> a.multiply(b))).isZero();
    assertThat(flops(() -> a.multiply(b).get(2, 3))).isEqualTo(INNER);
    assertThat(flops(() -> a.multiply(b).column(3))).isEqualTo(N * INNER);
    assertThat(flops(() -> a.multiply(b).row(3))).isEqualTo(N * INNER);
    assertThat(flops(() -> a.multiply(b).array())).isEqualTo(PRODUCT);
  }

  @Test
  void isMultipliedOnce() {
    Matrix c = a.multiply(b);
    assertThat(flops(c::array)).isEqualTo(PRODUCT);
    assertThat(flops(() -> List.of(c.array(), c.get(1, 2), c.transpose().array(), c.sum())))
        .isZero();
  }

  /** As many single entries as there are rows; then the product, and those entries as they were. */
  @Test
  void manySingleEntriesMultiplyIt() {
    double read =
        flops(
            () -> {
              Matrix c = a.multiply(b);
              for (int i = 0; i < N * N; i++) {
                c.get(i % N, i / N);
              }
              return c;
            });
    assertThat(read).isEqualTo(N * INNER + PRODUCT + N * INNER);
  }

  @Test
  void aGradientThatIsHandedOutHasBeenMultiplied() {
    Matrix gradient = di.gradient(x -> x.multiply(b).hadamard(a).sum(), new AutoReverse(), a);
    assertThat(flops(gradient::array)).isZero();
    Matrix reshaped =
        di.gradient(
            x -> x.reshape(N, N).multiply(b).hadamard(a).sum(),
            new AutoReverse(),
            a.reshape(N / 2, 2 * N));
    assertThat(flops(reshaped::array)).isZero();
    Matrix tangent = di.pushforward(x -> x.multiply(b), new AutoForward(), a, a);
    assertThat(flops(tangent::array)).isZero();
  }

  /** x ↦ (C (A + xB)⁻¹)[i, j] and its derivative: C is multiplied with no matrix. */
  @Test
  void oneEntryOfAProductWithAnInverse() {
    Matrix c = filled(2.3);
    Scalar at = Scalar.of(0.25);
    double inverse = flops(() -> inv(a.add(b.multiply(at))));
    double value = flops(() -> c.multiply(inv(a.add(b.multiply(at)))).get(2, 3));
    double derivative =
        flops(
            () ->
                di.derivative(
                    x -> c.multiply(inv(a.add(b.multiply(x)))).get(2, 3), new AutoReverse(), at));
    assertThat(value).isEqualTo(inverse + INNER);
    assertThat(derivative).isLessThan(value + 10 * N * INNER).isLessThan(value + PRODUCT);
  }
}
