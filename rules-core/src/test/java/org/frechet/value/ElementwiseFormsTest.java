package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Functions of two values, and of all three types of value. */
class ElementwiseFormsTest {

  @Test
  void functionsOfTwo() {
    Vector a = Vector.of(3, -4, 0);
    Vector b = Vector.of(4, -3, 0);
    assertThat(Elementwise.hypot(a, b)).isEqualTo(Vector.of(5, 5, 0));
    assertThat(Elementwise.atan2(a, b))
        .isEqualTo(Vector.of(Math.atan2(3, 4), Math.atan2(-4, -3), 0));
    assertThat(Elementwise.max(a, b)).isEqualTo(Vector.of(4, -3, 0));
    assertThat(Elementwise.min(a, b)).isEqualTo(Vector.of(3, -4, 0));
    assertThat(Elementwise.pow(a, Vector.of(2, 3, 0))).isEqualTo(Vector.of(9, -64, 1));
    assertThat(Elementwise.add(a, b)).isEqualTo(a.add(b));
    assertThat(Elementwise.subtract(a, b)).isEqualTo(a.subtract(b));
    assertThat(Elementwise.multiply(a, b)).isEqualTo(a.multiply(b));
    assertThat(Elementwise.divide(b, a).slice(0, 2)).isEqualTo(Vector.of(4.0 / 3, 0.75));
    assertThat(Elementwise.shift(a, 1)).isEqualTo(a.add(1));
    assertThat(Elementwise.scale(a, 2)).isEqualTo(a.multiply(2));
    assertThat(Elementwise.sign(Vector.of(-2, 0, 3))).isEqualTo(Vector.of(-1, 0, 1));
    assertThat(Elementwise.reciprocalOrZero(Vector.of(-2, 0))).isEqualTo(Vector.of(-0.5, 0));
  }

  @Test
  void nothingIsBroadcastSilently() {
    assertThatThrownBy(() -> Elementwise.hypot(Vector.of(1, 2), Vector.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hypot: a is vector of 2, b is vector of 1: the shapes differ");
  }

  @Test
  void allThreeTypesAreServedAlike() {
    double[] entries = {0.1, -0.2, 0.3, 0.4};
    Vector v = Vector.of(entries);
    Matrix m = Matrix.of(2, 2, entries);
    assertThat(Elementwise.sin(m).array()).containsExactly(Elementwise.sin(v).toArray());
    assertThat(Elementwise.sin(v).get(1)).isEqualTo(Elementwise.sin(v.get(1)));
    assertThat(v.sin()).isEqualTo(Elementwise.sin(v));
    assertThat(Elementwise.exp(m).get(1, 1).toDouble()).isEqualTo(Math.exp(0.4));
    assertThat(Elementwise.cos(Matrix.zeros(2, 2))).isEqualTo(Matrix.of(2, 2, 1, 1, 1, 1));
    assertThat(Elementwise.exp(Matrix.identity(2)).get(0, 1)).isEqualTo(Scalar.of(1));
    assertThat(Elementwise.sin(Vector.zeros(0))).isEqualTo(Vector.zeros(0));
  }
}
