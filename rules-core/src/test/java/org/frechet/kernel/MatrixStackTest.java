package org.frechet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each matrix of a stack, against the kernels for one. */
class MatrixStackTest {

  private static final Offset<Double> EXACT = within(1e-13);
  private static final Kernels KERNELS = new PlainKernels();

  private final Random random = new Random(5);

  private double[] matrix(int n) {
    return random.doubles((long) n * n, -1, 1).toArray();
  }

  private double[][] matrices(int n, int height) {
    double[][] all = new double[height][];
    Arrays.setAll(all, j -> matrix(n));
    return all;
  }

  private static void add(int n, double alpha, double[] a, double[] b, double[] c) {
    KERNELS.multiply(false, false, n, n, n, alpha, a, 0, n, b, 0, n, c, 0, n);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 40", "4, 9", "5, 17", "10, 100"})
  void isMultipliedOnEitherSide(int n, int height) {
    double[] a = matrix(n);
    double[][] b = matrices(n, height);
    double[][] c = matrices(n, height);
    MatrixStack sum = MatrixStack.of(n, c);

    sum.addProduct(-0.5, a, MatrixStack.of(n, b));
    sum.addProduct(2, MatrixStack.of(n, b), a);

    for (int j = 0; j < height; j++) {
      add(n, -0.5, a, b[j], c[j]);
      add(n, 2, b[j], a, c[j]);
      assertThat(sum.get(j)).containsExactly(c[j], EXACT);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 40", "4, 9", "5, 17", "10, 100"})
  void isDividedByTriangles(int n, int height) {
    double[] t = Arrays.stream(matrix(n)).map(entry -> entry / n).toArray();
    for (int p = 0; p < n * n; p += n + 1) {
      t[p] += 1;
    }
    double[][] b = matrices(n, height);
    MatrixStack upper = MatrixStack.of(n, b);
    MatrixStack lower = MatrixStack.of(n, b);

    upper.divideByUpper(t);
    lower.divideByUnitLower(t);

    for (int j = 0; j < height; j++) {
      double[] x = b[j].clone();
      KERNELS.solveTriangularOnTheRight(false, false, false, n, n, t, 0, n, x, 0, n);
      assertThat(upper.get(j)).containsExactly(x, EXACT);
      KERNELS.solveTriangularOnTheRight(true, false, true, n, n, t, 0, n, b[j], 0, n);
      assertThat(lower.get(j)).containsExactly(b[j], EXACT);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "5, 1"})
  void exchangesColumnsAndIsCleared(int n, int height) {
    double[][] b = matrices(n, height);
    MatrixStack stack = MatrixStack.of(n, b);

    stack.swapColumns(0, n - 1);

    for (int j = 0; j < height; j++) {
      double[] swapped = b[j].clone();
      System.arraycopy(b[j], 0, swapped, n * (n - 1), n);
      System.arraycopy(b[j], n * (n - 1), swapped, 0, n);
      assertThat(stack.get(j)).containsExactly(swapped);
    }
    stack.clear();
    assertThat(stack.get(height - 1)).containsOnly(0);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    MatrixStack stack = new MatrixStack(2, 3);
    MatrixStack higher = new MatrixStack(2, 4);
    double[] larger = new double[9];
    assertThatThrownBy(() -> stack.addProduct(1, new double[4], higher))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a stack of 3 2×2 matrices meets one of 4 2×2");
    assertThatThrownBy(() -> stack.addProduct(1, higher, new double[4]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> stack.addProduct(1, larger, new MatrixStack(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a stack of 2×2 matrices meets one of 9 entries");
    assertThatThrownBy(() -> stack.divideByUpper(larger))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MatrixStack.of(2, new double[][] {larger}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
