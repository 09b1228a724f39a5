package org.frechet.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.frechet.kernel.Kernels;
import org.frechet.kernel.PlainKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the plain kernels, whose own tests are in their module. */
class VectorKernelsTest {

  private static final Kernels PLAIN = new PlainKernels();
  private static final Kernels VECTOR = new VectorKernels();
  private static final int GAP = 3;

  private final Random random = new Random(4);

  /** A column-major block with a gap between its columns, which nothing may read or write. */
  private double[] block(int rows, int columns) {
    double[] block = new double[2 + (rows + GAP) * columns];
    Arrays.fill(block, Double.NaN);
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        block[2 + i + j * (rows + GAP)] = random.nextGaussian();
      }
    }
    return block;
  }

  private static void assertClose(double[] actual, double[] expected, double bound) {
    for (int q = 0; q < expected.length; q++) {
      boolean same = Double.isNaN(expected[q]) && Double.isNaN(actual[q]);
      assertThat(same || Math.abs(actual[q] - expected[q]) <= bound)
          .as("entry %d: %s, not %s", q, actual[q], expected[q])
          .isTrue();
    }
  }

  private void checkProduct(boolean ta, boolean tb, int m, int n, int k) {
    double[] a = ta ? block(k, m) : block(m, k);
    double[] b = tb ? block(n, k) : block(k, n);
    double[] plain = block(m, n);
    double[] vector = plain.clone();
    multiply(PLAIN, ta, tb, m, n, k, a, b, plain);
    multiply(VECTOR, ta, tb, m, n, k, a, b, vector);
    assertClose(vector, plain, 1e-14 * (k + 10));
  }

  private static void multiply(
      Kernels kernels,
      boolean ta,
      boolean tb,
      int m,
      int n,
      int k,
      double[] a,
      double[] b,
      double[] c) {
    int lda = (ta ? k : m) + GAP;
    int ldb = (tb ? n : k) + GAP;
    kernels.multiply(ta, tb, m, n, k, -0.5, a, 2, lda, b, 2, ldb, c, 2, m + GAP);
  }

  @Test
  void theServiceLoaderFindsThemWhereTheyPay() {
    Class<?> due = VectorTile.isWide() ? VectorKernels.class : PlainKernels.class;
    assertThat(Kernels.best()).isExactlyInstanceOf(due);
  }

  @ParameterizedTest
  @CsvSource({
    "64, 64, 64",
    "65, 67, 70",
    "100, 100, 100",
    "127, 61, 129",
    "256, 4, 300",
    "257, 5, 193",
    "33, 300, 192",
    "300, 257, 400",
    "32, 4, 5000",
    "4000, 9, 10",
    "3, 300, 300",
    "300, 3, 300"
  })
  void products(int m, int n, int k) {
    for (boolean ta : new boolean[] {false, true}) {
      for (boolean tb : new boolean[] {false, true}) {
        checkProduct(ta, tb, m, n, k);
      }
    }
  }

  /** Against the plainest product there is, and an α and a C of every kind. */
  @ParameterizedTest
  @ValueSource(doubles = {1, -1, 0.3, 0})
  void productsByDefinition(double alpha) {
    int n = 70;
    double[] a = random.doubles((long) n * n, -1, 1).toArray();
    double[] b = random.doubles((long) n * n, -1, 1).toArray();
    double[] c = random.doubles((long) n * n, -1, 1).toArray();
    double[] due = c.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int p = 0; p < n; p++) {
          due[i + j * n] += alpha * a[p + i * n] * b[p + j * n];
        }
      }
    }
    VECTOR.multiply(true, false, n, n, n, alpha, a, 0, n, b, 0, n, c, 0, n);
    assertClose(c, due, 1e-13);
  }

  /** Below and above the size from which products are in the Vector API. */
  @ParameterizedTest
  @ValueSource(ints = {3, 20, 63, 64, 100})
  void squareProducts(int n) {
    double[] a = random.doubles((long) n * n, -1, 1).toArray();
    double[] b = random.doubles((long) n * n, -1, 1).toArray();
    double[] due = random.doubles((long) n * n, -1, 1).toArray();
    double[] c = due.clone();
    PLAIN.squareProduct(n).add(0.5, a, b, due);
    VECTOR.squareProduct(n).add(0.5, a, b, c);
    assertClose(c, due, 1e-13);
  }

  @Test
  void productsOfRandomShapes() {
    for (int trial = 0; trial < 60; trial++) {
      int m = 1 + random.nextInt(150);
      int n = 1 + random.nextInt(150);
      int k = random.nextInt(150);
      checkProduct(random.nextBoolean(), random.nextBoolean(), m, n, k);
    }
  }

  @Test
  void infinityAndNaNAreSeen() {
    int n = 90;
    for (double special : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] a = random.doubles((long) n * n).toArray();
      double[] b = random.doubles((long) n * n).toArray();
      a[17] = special;
      double[] plain = new double[n * n];
      double[] vector = new double[n * n];
      PLAIN.multiply(false, false, n, n, n, 1, a, 0, n, b, 0, n, plain, 0, n);
      VECTOR.multiply(false, false, n, n, n, 1, a, 0, n, b, 0, n, vector, 0, n);
      for (int q = 0; q < plain.length; q++) {
        assertThat(Double.isNaN(vector[q])).isEqualTo(Double.isNaN(plain[q]));
        assertThat(Double.isInfinite(vector[q])).isEqualTo(Double.isInfinite(plain[q]));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"129, 129", "200, 200", "300, 150", "150, 300", "270, 270", "1, 1", "0, 0"})
  void luFactors(int m, int n) {
    double[] a = block(m, n);
    double[] plain = a.clone();
    double[] vector = a.clone();
    int[] plainPivots = new int[Math.min(m, n)];
    int[] vectorPivots = new int[Math.min(m, n)];
    assertThat(VECTOR.lu(m, n, vector, 2, m + GAP, vectorPivots))
        .isEqualTo(PLAIN.lu(m, n, plain, 2, m + GAP, plainPivots));
    assertThat(vectorPivots).isEqualTo(plainPivots);
    assertClose(vector, plain, 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 70, 140, 199})
  void theFirstZeroPivotIsNamed(int zero) {
    int n = 200;
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        a[i + j * n] = i == j && i >= zero && i % 2 == zero % 2 ? 0 : 1 + i;
      }
    }
    int[] pivots = new int[n];
    int plain = PLAIN.lu(n, n, a.clone(), 0, n, pivots);
    assertThat(VECTOR.lu(n, n, a, 0, n, pivots)).isEqualTo(plain).isEqualTo(zero);
  }

  @Test
  void triangularSolves() {
    int n = 300;
    int r = 37;
    for (int flags = 0; flags < 8; flags++) {
      double[] t = block(n, n);
      for (int q = 0; q < t.length; q++) {
        t[q] /= n;
      }
      for (int i = 0; i < n; i++) {
        t[2 + i * (n + GAP + 1)] = 1 + random.nextDouble();
      }
      double[] plain = block(n, r);
      double[] vector = plain.clone();
      solve(PLAIN, flags, n, r, t, plain);
      solve(VECTOR, flags, n, r, t, vector);
      assertClose(vector, plain, 1e-11);
    }
  }

  private static void solve(Kernels kernels, int flags, int n, int r, double[] t, double[] b) {
    boolean lower = (flags & 1) != 0;
    boolean transpose = (flags & 2) != 0;
    boolean unit = (flags & 4) != 0;
    kernels.solveTriangular(lower, transpose, unit, n, r, t, 2, n + GAP, b, 2, n + GAP);
  }

  @Test
  void theRestIsPlain() {
    int n = 150;
    double[] spd = new double[n * n];
    double[] a = random.doubles((long) n * n).toArray();
    PLAIN.multiply(false, true, n, n, n, 1, a, 0, n, a, 0, n, spd, 0, n);
    double[] plain = spd.clone();
    double[] vector = spd.clone();
    assertThat(VECTOR.cholesky(n, vector, 0, n)).isEqualTo(PLAIN.cholesky(n, plain, 0, n));
    PLAIN.invertTriangular(true, false, n, plain, 0, n);
    VECTOR.invertTriangular(true, false, n, vector, 0, n);
    double[] plainRight = a.clone();
    double[] vectorRight = a.clone();
    PLAIN.solveTriangularOnTheRight(true, true, false, n, n, spd, 0, n, plainRight, 0, n);
    VECTOR.solveTriangularOnTheRight(true, true, false, n, n, spd, 0, n, vectorRight, 0, n);
    assertThat(vector).isEqualTo(plain);
    assertThat(vectorRight).isEqualTo(plainRight);
  }

  @Test
  void threadsDoNotDisturbEachOther() {
    int n = 100;
    double[] a = random.doubles((long) n * n).toArray();
    double[] alone = square(n, a);
    assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> square(n, a)))
        .allMatch(result -> Arrays.equals(alone, result));
  }

  private static double[] square(int n, double[] a) {
    double[] c = new double[n * n];
    VECTOR.multiply(false, true, n, n, n, 1, a, 0, n, a, 0, n, c, 0, n);
    return c;
  }
}
