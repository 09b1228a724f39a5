package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VectorTest {

  private static final Vector X = Vector.of(1, 2, 3);

  @Test
  void doesNotShareItsNumbers() {
    double[] entries = {1, 2, 3};
    Vector x = Vector.of(entries);
    entries[0] = 99;
    x.toArray()[1] = 99;
    assertThat(x).isEqualTo(X);
    assertThat(Vector.wrap(entries).array()).isSameAs(entries);
  }

  @Test
  void partsAndShapes() {
    assertThat(X.size()).isEqualTo(3);
    assertThat(X.shape()).isEqualTo(Shape.vector(3)).hasToString("vector of 3");
    assertThat(X.get(2)).isEqualTo(Scalar.of(3));
    assertThat(X.slice(1, 3)).isEqualTo(Vector.of(2, 3));
    assertThat(X.slice(2, 2)).isEqualTo(Vector.zeros(0));
    assertThat(X.toColumn()).isEqualTo(Matrix.of(3, 1, 1, 2, 3));
    assertThat(Vector.of(1, 2, 3, 4).reshape(2, 2)).isEqualTo(Matrix.of(2, 2, 1, 2, 3, 4));
    assertThat(X).hasToString("[1.0, 2.0, 3.0]");
    assertThat(Vector.zeros(0)).hasToString("[]");
    assertThat(Vector.zeros(20).toString()).endsWith("… 20]");
  }

  @Test
  void indicesOutsideAreNamed() {
    assertThatThrownBy(() -> X.get(3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("get(3) of a vector of 3");
    assertThatThrownBy(() -> X.get(-1)).hasMessage("get(-1) of a vector of 3");
    assertThatThrownBy(() -> X.slice(2, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> X.slice(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isPutTogetherFromParts() {
    assertThat(Vector.of(Scalar.of(1), Scalar.of(2), Scalar.of(3))).isEqualTo(X);
    assertThat(Vector.of(List.of())).isEqualTo(Vector.zeros(0));
    assertThat(Vector.concatenate(List.of(Vector.of(1), Vector.zeros(0), Vector.of(2, 3))))
        .isEqualTo(X);
    assertThat(Vector.concatenate(List.of())).isEqualTo(Vector.zeros(0));
  }

  @Test
  void arithmetic() {
    Vector y = Vector.of(4, 5, 6);
    assertThat(X.add(y)).isEqualTo(Vector.of(5, 7, 9));
    assertThat(y.subtract(X)).isEqualTo(Vector.of(3, 3, 3));
    assertThat(X.multiply(y)).isEqualTo(X.hadamard(y)).isEqualTo(Vector.of(4, 10, 18));
    assertThat(y.divide(X)).isEqualTo(Vector.of(4, 2.5, 2));
    assertThat(X.dot(y)).isEqualTo(Scalar.of(32));
    assertThat(X.outer(Vector.of(1, -1))).isEqualTo(Matrix.of(3, 2, 1, 2, 3, -1, -2, -3));
    assertThat(X.negate()).isEqualTo(X.multiply(-1));
    assertThat(X.add(Scalar.of(1))).isEqualTo(X.add(1)).isEqualTo(X.subtract(-1));
    assertThat(X.subtract(Scalar.of(1))).isEqualTo(Vector.of(0, 1, 2));
    assertThat(X.multiply(Scalar.of(2))).isEqualTo(X.multiply(2)).isEqualTo(X.divide(0.5));
    assertThat(X.divide(Scalar.of(2))).isEqualTo(X.multiply(0.5));
    assertThatThrownBy(() -> X.add(Vector.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("add: a is vector of 3, b is vector of 1: the shapes differ");
  }

  @Test
  void reductions() {
    assertThat(X.sum()).isEqualTo(Scalar.of(6));
    assertThat(X.mean()).isEqualTo(Scalar.of(2));
    assertThat(Vector.of(3, -4).norm()).isEqualTo(Scalar.of(5));
    assertThat(X.cumulativeSum()).isEqualTo(Vector.of(1, 3, 6));
    assertThat(Reductions.norm1(Vector.of(3, -4))).isEqualTo(Scalar.of(7));
    assertThat(Reductions.normInfinity(Vector.of(3, -4))).isEqualTo(Scalar.of(4));
    assertThat(Reductions.maximum(Vector.of(3, -4))).isEqualTo(Scalar.of(3));
    assertThat(Reductions.minimum(Vector.of(3, -4))).isEqualTo(Scalar.of(-4));
    assertThat(Reductions.maximum(Vector.of(3, Double.NaN, 4)).isFinite()).isFalse();
    assertThat(Reductions.normInfinity(Vector.zeros(0))).isEqualTo(Scalar.of(0));
    assertThatThrownBy(() -> Vector.zeros(0).mean())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mean of a vector of 0: it is empty");
    assertThatThrownBy(() -> Reductions.maximum(Vector.zeros(0))).hasMessageContaining("maximum");
  }

  @Test
  void normsNeitherOverflowNorUnderflow() {
    for (int exponent : new int[] {1000, 600, -600, -1070}) {
      Vector scaled = Vector.of(Math.scalb(3.0, exponent), Math.scalb(4.0, exponent));
      assertThat(scaled.norm().toDouble()).isEqualTo(Math.scalb(5.0, exponent));
    }
    assertThat(Vector.of(Double.NaN, 1).norm().isFinite()).isFalse();
    assertThat(Vector.of(Double.POSITIVE_INFINITY, 1).norm().toDouble())
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void scalars() {
    Scalar a = Scalar.of(6);
    Scalar b = Scalar.of(-4);
    assertThat(a.add(b)).isEqualTo(a.add(-4)).isEqualTo(Scalar.of(2));
    assertThat(a.subtract(b)).isEqualTo(a.subtract(-4)).isEqualTo(Scalar.of(10));
    assertThat(a.multiply(b)).isEqualTo(a.multiply(-4)).isEqualTo(Scalar.of(-24));
    assertThat(a.divide(b)).isEqualTo(a.divide(-4)).isEqualTo(Scalar.of(-1.5));
    assertThat(a.negate().toDouble()).isEqualTo(-6);
    assertThat(a.min(b)).isEqualTo(b);
    assertThat(a.max(b)).isEqualTo(a);
    assertThat(a.pow(Scalar.of(2))).isEqualTo(a.pow(2)).isEqualTo(Scalar.of(36));
    assertThat(a.isGreaterThan(b) && b.isLessThan(a) && !a.isLessThan(6)).isTrue();
    assertThat(Scalar.of(0).isZero() && Scalar.of(-0.0).isZero()).isTrue();
    assertThat(Scalar.of(Double.NaN).isFinite()).isFalse();
    assertThat(a.shape()).hasToString("scalar");
    assertThat(a).hasToString("6.0");
    assertThat(a.detach()).isSameAs(a);
  }
}
