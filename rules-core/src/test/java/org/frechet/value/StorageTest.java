package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the structure of the operands, the numbers are those of the dense operation. */
class StorageTest {

  /** One storage of every kind, m×n; the diagonal ones where that is square. */
  private static Storage column(int n, double seed) {
    return Storage.of(n, 1, numbers(n, seed));
  }

  /** As many entries as m×n in the shape n×m, rank-one. */
  private static Storage other(int m, int n, double seed) {
    return new RankOneStorage(column(n, seed), column(m, seed + 1));
  }

  /** Of two factors so long that it waits; nearly all of their entries are zero. */
  private static Storage product(int m, int n, double seed) {
    int k = 5000;
    double[] b = new double[k * n];
    for (int j = 0; j < n; j++) {
      b[j * k] = 0.5 * j + 1;
      b[j * k + 1] = -0.25;
    }
    return ProductStorage.of(
        Storage.of(m, k, Arrays.copyOf(numbers(2 * m, seed), m * k)), Storage.of(k, n, b));
  }

  /** Of factors that it takes as they are. */
  private static Storage smallProduct(int m, int n, double seed) {
    Storage a = Storage.of(m, 2, numbers(2 * m, seed));
    return SmallProductStorage.of(a, false, Storage.of(n, 2, numbers(2 * n, seed + 1)), true);
  }

  private static Storage hotColumn(int n, int i, double entry) {
    return new OneHotStorage(n, 1, i, 0, entry);
  }

  private static Map<String, Storage> kinds(int m, int n, double seed) {
    Map<String, Storage> kinds = new TreeMap<>();
    kinds.put("zero", new ZeroStorage(m, n));
    kinds.put("dense", Storage.of(m, n, numbers(m * n, seed)));
    kinds.put("supplied", new SuppliedStorage(m, n, () -> numbers(m * n, seed + 4)));
    kinds.put("transposed", Storage.of(n, m, numbers(m * n, seed + 1)).transpose());
    kinds.put("rank-one", new RankOneStorage(column(m, seed + 2), column(n, seed + 3)));
    if (m > 0 && n > 0) {
      kinds.put("product", product(m, n, seed + 8));
      kinds.put("small product", smallProduct(m, n, seed + 9));
      kinds.put("reshaped", ReshapedStorage.of(m, n, other(m, n, seed + 5)));
      kinds.put("one row", new RankOneStorage(hotColumn(m, 0, 3), column(n, seed + 6)));
      kinds.put("one column", new RankOneStorage(column(m, seed + 7), hotColumn(n, n - 1, 0.5)));
      kinds.put(
          "one-hot product", new RankOneStorage(hotColumn(m, m - 1, 3), hotColumn(n, n / 2, 0.5)));
      kinds.put("one-hot", new OneHotStorage(m, n, m - 1, n / 2, 1.5));
      kinds.put("other one-hot", new OneHotStorage(m, n, 0, 0, -2));
    }
    if (m == n) {
      kinds.put("diagonal", new DiagonalStorage(numbers(m, seed + 4)));
    }
    return kinds;
  }

  private static double[] numbers(int size, double seed) {
    double[] numbers = new double[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = Math.rint(8 * Math.sin(seed + 1.7 * i)) / 4;
    }
    return numbers;
  }

  private static final List<int[]> SHAPES =
      List.of(
          new int[] {1, 1},
          new int[] {3, 3},
          new int[] {2, 4},
          new int[] {4, 1},
          new int[] {1, 3},
          new int[] {0, 0},
          new int[] {0, 3},
          new int[] {3, 0});

  static Stream<Arguments> pairs() {
    return SHAPES.stream()
        .flatMap(
            shape ->
                kinds(shape[0], shape[1], 0.3).entrySet().stream()
                    .flatMap(
                        a ->
                            kinds(shape[0], shape[1], 2.1).entrySet().stream()
                                .map(
                                    b ->
                                        Arguments.of(
                                            shape[0] + "×" + shape[1],
                                            a.getKey(),
                                            b.getKey(),
                                            a.getValue(),
                                            b.getValue()))));
  }

  static Stream<Arguments> each() {
    return SHAPES.stream()
        .flatMap(
            shape ->
                kinds(shape[0], shape[1], 0.3).entrySet().stream()
                    .map(a -> Arguments.of(shape[0] + "×" + shape[1], a.getKey(), a.getValue())));
  }

  private static Storage dense(Storage a) {
    double[] entries = new double[a.rows * a.columns];
    for (int j = 0; j < a.columns; j++) {
      for (int i = 0; i < a.rows; i++) {
        entries[i + j * a.rows] = a.get(i, j);
      }
    }
    return Storage.of(a.rows, a.columns, entries);
  }

  private static void same(Storage actual, Storage expected) {
    assertThat(actual.rows).isEqualTo(expected.rows);
    assertThat(actual.columns).isEqualTo(expected.columns);
    assertThat(actual.dense()).containsExactly(expected.dense(), within(1e-14));
    assertThat(dense(actual).dense()).containsExactly(actual.dense(), within(0.0)); // −0 is 0
  }

  private static void agrees(BinaryOperator<Storage> operation, Storage a, Storage b) {
    same(operation.apply(a, b), operation.apply(dense(a), dense(b)));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("pairs")
  void sumsAndEntrywiseProducts(String shape, String first, String second, Storage a, Storage b) {
    agrees((x, y) -> StorageAlgebra.add(x, y, 1), a, b);
    agrees((x, y) -> StorageAlgebra.add(x, y, -1), a, b);
    agrees(StorageAlgebra::hadamard, a, b);
    assertThat(StorageAlgebra.inner(a, b))
        .isCloseTo(StorageAlgebra.inner(dense(a), dense(b)), within(1e-14));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("pairs")
  void products(String shape, String first, String second, Storage a, Storage b) {
    // aᵀ b and a bᵀ: every inner and outer size, and both flags of transposed operands
    agrees(StorageProduct::multiply, a.transpose(), b);
    agrees(StorageProduct::multiply, a, b.transpose());
    agrees(StorageProduct::transposedTimes, a, b);
    agrees(StorageProduct::timesTransposed, a, b);
    if (b.columns == 1) {
      agrees(StorageProduct::transposedTimesColumn, a, b);
    }
    Storage expected = naive(dense(a), dense(b.transpose()));
    same(StorageProduct.multiply(a, b.transpose()), expected);
    same(StorageProduct.timesTransposed(a, b), expected);
    if (a.columns == b.rows) {
      agrees(StorageProduct::multiply, a, b);
    }
  }

  private static Storage naive(Storage a, Storage b) {
    double[] product = new double[a.rows * b.columns];
    for (int i = 0; i < a.rows; i++) {
      for (int j = 0; j < b.columns; j++) {
        for (int k = 0; k < a.columns; k++) {
          product[i + j * a.rows] += a.get(i, k) * b.get(k, j);
        }
      }
    }
    return Storage.of(a.rows, b.columns, product);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("each")
  void operationsOfOne(String shape, String kind, Storage a) {
    UnaryOperator<Storage> square = x -> x.map(entry -> entry * entry + 1);
    same(square.apply(a), square.apply(dense(a)));
    same(a.scale(-2.5), dense(a).scale(-2.5));
    same(a.scale(0), dense(a).scale(0));
    same(a.transpose().transpose(), dense(a));
    for (int i = 0; i < a.rows; i++) {
      for (int j = 0; j < a.columns; j++) {
        assertThat(a.transpose().get(j, i)).isEqualTo(a.get(i, j));
      }
    }
    assertThat(a.sameAs(dense(a))).isTrue();
    assertThat(a.hash()).isEqualTo(dense(a).hash());
  }

  @Test
  void structureSurvives() {
    Storage hot = new OneHotStorage(3, 3, 1, 2, 2);
    Storage diagonal = new DiagonalStorage(new double[] {1, 2, 3});
    Storage rankOne = new RankOneStorage(column(3, 1), column(3, 2));
    Storage dense = Storage.of(3, 3, numbers(9, 3));
    Storage zero = new ZeroStorage(3, 3);
    assertThat(StorageProduct.multiply(hot, dense)).isInstanceOf(RankOneStorage.class);
    assertThat(StorageProduct.multiply(dense, hot)).isInstanceOf(RankOneStorage.class);
    assertThat(StorageProduct.multiply(dense, rankOne)).isInstanceOf(RankOneStorage.class);
    assertThat(StorageProduct.multiply(rankOne, dense)).isInstanceOf(RankOneStorage.class);
    assertThat(StorageProduct.multiply(diagonal, diagonal)).isInstanceOf(DiagonalStorage.class);
    assertThat(StorageProduct.multiply(diagonal, rankOne)).isInstanceOf(RankOneStorage.class);
    assertThat(StorageProduct.multiply(zero, dense)).isInstanceOf(ZeroStorage.class);
    assertThat(StorageAlgebra.hadamard(hot, dense)).isInstanceOf(OneHotStorage.class);
    assertThat(StorageAlgebra.hadamard(dense, diagonal)).isInstanceOf(DiagonalStorage.class);
    assertThat(StorageAlgebra.add(zero, hot, 1)).isSameAs(hot);
    assertThat(StorageAlgebra.add(zero, hot, -1)).isInstanceOf(OneHotStorage.class);
    assertThat(hot.scale(3)).isInstanceOf(OneHotStorage.class);
    assertThat(rankOne.scale(3)).isInstanceOf(RankOneStorage.class);
    assertThat(diagonal.transpose()).isSameAs(diagonal);
    assertThat(Vector.of(1, 2).outer(Vector.of(3, 4, 5)).storage())
        .isInstanceOf(RankOneStorage.class);
  }

  @Test
  void whatAStructureLeavesOutIsZeroWhateverItMeets() {
    double inf = Double.POSITIVE_INFINITY;
    Storage wild = Storage.of(2, 2, new double[] {inf, Double.NaN, inf, 5});
    Storage hot = new OneHotStorage(2, 2, 1, 1, 2);
    assertThat(StorageAlgebra.hadamard(hot, wild).dense()).containsExactly(0, 0, 0, 10);
    assertThat(StorageAlgebra.inner(wild, hot)).isEqualTo(10);
    assertThat(StorageAlgebra.inner(new ZeroStorage(2, 2), wild)).isZero();
    assertThat(StorageProduct.multiply(new ZeroStorage(2, 2), wild).dense())
        .containsExactly(0, 0, 0, 0);
  }

  @Test
  void whatIsUndefinedStaysSoUntilItIsReadOrMeetsZeros() {
    Storage undefined =
        new UndefinedStorage(2, 3, () -> new ArithmeticException("there is no derivative"));
    Storage dense = Storage.of(2, 3, numbers(6, 1));
    Storage zero = new ZeroStorage(2, 3);
    List<Storage> undefinedToo =
        List.of(
            undefined.scale(2),
            undefined.transpose(),
            StorageAlgebra.add(dense, undefined, 1),
            StorageAlgebra.add(undefined, zero, -1),
            StorageAlgebra.hadamard(undefined, dense),
            StorageAlgebra.divide(undefined, 3),
            StorageProduct.multiply(dense.transpose(), undefined),
            StorageProduct.multiply(undefined, dense.transpose()),
            ReshapedStorage.of(6, 1, undefined));
    for (Storage each : undefinedToo) {
      assertThatThrownBy(each::dense).hasMessage("there is no derivative");
      assertThatThrownBy(() -> each.get(0, 0)).hasMessage("there is no derivative");
    }
    assertThat(StorageAlgebra.hadamard(zero, undefined)).isInstanceOf(ZeroStorage.class);
    assertThat(StorageProduct.multiply(zero.transpose(), undefined))
        .isInstanceOf(ZeroStorage.class);
    assertThat(StorageAlgebra.inner(zero, undefined)).isZero();
    assertThatThrownBy(() -> StorageAlgebra.inner(dense, undefined))
        .isInstanceOf(ArithmeticException.class);
  }
}
