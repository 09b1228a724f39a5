package org.frechet.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link SchurByBlocks} and {@link GradedOrder}: what they keep that an iteration would lose. */
class SchurByBlocksTest {

  private static double[] eigenvalues(RealSchur schur) {
    return IntStream.range(0, schur.n()).mapToDouble(schur::re).toArray();
  }

  /** {@code [[A, E], [0, A]]} has each eigenvalue twice, and Q of two blocks. */
  @Test
  void equalBlocksHaveEqualEigenvalues() {
    Random random = new Random(3);
    double[] a = Matrices.random(random, 5, 5);
    double[] e = Matrices.random(random, 5, 5);
    RealSchur whole = RealSchur.of(10, Matrices.blockTriangular(5, a, e));
    double[] values = eigenvalues(whole);
    assertThat(Arrays.copyOf(values, 5)).containsExactly(Arrays.copyOfRange(values, 5, 10));
    assertThat(Matrices.upperRight(5, whole.q())).containsOnly(0);
    assertThat(Matrices.error(whole.product(), Matrices.blockTriangular(5, a, e)))
        .isLessThan(1e-14);
  }

  @Test
  void triangularMatricesAreTheirOwnForms() {
    double[] t = Matrices.rows(3, 1e-300, 1e300, 5, 0, 2, 1e-200, 0, 0, 1e300);
    RealSchur schur = RealSchur.of(3, t);
    assertThat(schur.t()).containsExactly(t);
    assertThat(schur.q()).containsExactly(ColumnMajor.identity(3));
  }

  /** Neither block is scaled with the other: both keep all digits of eigenvalues 1 and 3. */
  @Test
  void blocksOfAnySizeKeepTheirDigits() {
    double[] a =
        Matrices.rows(
            4, 2e300, 1e300, 0, 0, 1e300, 2e300, 0, 0, 0, 0, 2e-300, 1e-300, 0, 0, 1e-300, 2e-300);
    double[] values = Arrays.stream(eigenvalues(RealSchur.of(4, a))).sorted().toArray();
    double[] expected = {1e-300, 3e-300, 1e300, 3e300};
    for (int i = 0; i < 4; i++) {
      assertThat(values[i] / expected[i]).isEqualTo(1, within(1e-15));
    }
  }

  /** The product of the eigenvalues is the determinant, which has the small one's digits. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void gradedMatricesKeepSmallEigenvalues(int seed) {
    double[] m = Matrices.random(new Random(seed), 3, 3);
    double[] d = {1e-6, 1, 1e6};
    double[] graded = new double[9];
    for (int p = 0; p < 9; p++) {
      graded[p] = ((p % 4 == 0 ? 2 : 0) + m[p]) * d[p % 3] * d[p / 3];
    }
    double product = Arrays.stream(eigenvalues(RealSchur.of(3, graded))).reduce(1, (x, y) -> x * y);
    assertThat(product / determinant(graded)).isEqualTo(1, within(1e-13));
  }

  /** Of a 3×3 matrix, without rounding. */
  private static double determinant(double[] a) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      BigDecimal minor = product(a[j + 3], a[k + 6]).subtract(product(a[k + 3], a[j + 6]));
      sum = sum.add(new BigDecimal(a[i]).multiply(minor));
    }
    return sum.doubleValue();
  }

  private static BigDecimal product(double x, double y) {
    return new BigDecimal(x).multiply(new BigDecimal(y));
  }

  /** Some hundred reflections leave 30 times as much. */
  @Test
  void orthogonalFactorsAreOrthogonalToTheLastDigit() {
    int n = 30;
    double[] q = RealSchur.of(n, Matrices.random(new Random(5), n, n)).q();
    double worst = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        BigDecimal sum = BigDecimal.valueOf(i == j ? -1 : 0);
        for (int k = 0; k < n; k++) {
          sum = sum.add(product(q[k + i * n], q[k + j * n]));
        }
        worst = Math.max(worst, Math.abs(sum.doubleValue()));
      }
    }
    assertThat(worst).isLessThan(2 * Math.ulp(1.0));
  }
}
