package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class AccumulatorTest {

  private static final Vector X = Vector.of(1, 2, 3);

  private final Accumulator accumulator = new Accumulator();

  @Test
  void isEmptyAtFirst() {
    assertThat(accumulator.sum()).isNull();
  }

  @Test
  void addsEveryStructureWithoutTouchingItsParts() {
    double[] given = {1, 2, 3, 4};
    Matrix dense = Matrix.wrap(2, 2, given);
    Matrix rankOne = Vector.of(1, 2).outer(Vector.of(3, 4));
    Value hot = new Indexing.OneHot(Shape.matrix(2, 2), 1, 0).apply(Scalar.of(10));
    Matrix[] parts = {
      dense, rankOne, (Matrix) hot, dense.transpose(), Matrix.identity(2), Matrix.zeros(2, 2)
    };
    Matrix expected = Matrix.zeros(2, 2);
    for (Matrix part : parts) {
      accumulator.add(part);
      expected = expected.add(part);
      assertThat(accumulator.sum()).isEqualTo(expected);
    }
    assertThat(given).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aSumThatWasTakenOutDoesNotChange() {
    accumulator.add(X);
    accumulator.add(X);
    Value taken = accumulator.sum();
    accumulator.add(X);
    assertThat(taken).isEqualTo(X.multiply(2));
    assertThat(accumulator.sum()).isEqualTo(X.multiply(3));
    assertThat(X).isEqualTo(Vector.of(1, 2, 3));
  }

  @Test
  void productsAreAddedWithoutTouchingTheirFactorsOrEachOther() {
    Matrix a = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);
    Matrix b = Matrix.of(2, 3, 0.5, -1, 2, 0, 1, 4);
    Matrix product = Products.TIMES_TRANSPOSED.apply(a, b);
    Accumulator other = new Accumulator();
    other.add(product);
    for (int i = 0; i < 2; i++) {
      accumulator.add(product);
      other.add(product.transpose());
    }
    Value taken = accumulator.sum();
    accumulator.add(Products.TRANSPOSED_TIMES.apply(b.transpose(), b.transpose()));
    Matrix expected = a.multiply(b.transpose());
    assertThat(product).isEqualTo(expected);
    assertThat(taken).isEqualTo(expected.multiply(2));
    assertThat(other.sum()).isEqualTo(expected.add(expected.transpose().multiply(2)));
    assertThat(accumulator.sum()).isEqualTo(expected.multiply(2).add(b.multiply(b.transpose())));
    assertThat(a.array()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(b.array()).containsExactly(0.5, -1, 2, 0, 1, 4);
  }

  @Test
  void onePartIsKeptAsItIs() {
    Value zero = Vector.zeros(3);
    accumulator.add(zero);
    assertThat(accumulator.sum()).isSameAs(zero);
    accumulator.add(X);
    assertThat(accumulator.sum()).isEqualTo(X);
  }

  @Test
  void scalarsAddUp() {
    accumulator.add(Scalar.of(1));
    accumulator.add(Scalar.of(2));
    assertThat(accumulator.sum()).isEqualTo(Scalar.of(3));
  }

  @Test
  void oneEntryIsOneHotAndMoreAreAddedInPlace() {
    Shape shape = Shape.matrix(2, 3);
    accumulator.addEntry(() -> shape, 3, 5);
    assertThat(accumulator.sum())
        .isEqualTo(new Indexing.OneHot(shape, 1, 1).apply(Scalar.of(5)))
        .extracting(sum -> sum.storage())
        .isInstanceOf(OneHotStorage.class);
    accumulator.addEntry(() -> fail("the shape is known"), 3, 2);
    accumulator.addEntry(() -> fail("the shape is known"), 0, 1);
    assertThat(accumulator.sum()).isEqualTo(Matrix.of(2, 3, 1, 0, 0, 7, 0, 0));
  }

  @Test
  void anEntryIsAddedToWhatWasThere() {
    accumulator.add(X);
    accumulator.addEntry(() -> fail("the shape is known"), 2, 10);
    assertThat(accumulator.sum()).isEqualTo(Vector.of(1, 2, 13));
    assertThat(X).isEqualTo(Vector.of(1, 2, 3));
  }
}
