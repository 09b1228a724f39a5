package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Primitives on constants: plain evaluations with a name. */
class PrimitiveTest {

  private static final Primitive.Unary<Scalar, Scalar> HALF =
      Primitive.unary("test.half", x -> x.divide(2));
  private static final Primitive.Binary<Scalar, Scalar, Scalar> NOTHING =
      Primitive.binary("test.nothing", (a, b) -> null);
  private static final Primitive.Nary<Scalar, Scalar> LAST =
      Primitive.nary("test.last", xs -> xs.isEmpty() ? Scalar.of(0) : xs.get(xs.size() - 1));

  private record Times(double factor) implements Primitive.Unary<Scalar, Scalar> {
    @Override
    public String name() {
      return "test.times";
    }

    @Override
    public Scalar evaluate(Scalar x) {
      return x.multiply(factor);
    }
  }

  @Test
  void constantsAreEvaluated() {
    assertThat(HALF.apply(Scalar.of(3))).isEqualTo(Scalar.of(1.5));
    assertThat(HALF.evaluateAll(new Object[] {Scalar.of(3)})).isEqualTo(Scalar.of(1.5));
    assertThat(new Times(3).apply(Scalar.of(2))).isEqualTo(Scalar.of(6));
    assertThat(LAST.apply(List.of())).isEqualTo(Scalar.of(0));
    assertThat(LAST.apply(List.of(Scalar.of(1), Scalar.of(2)))).isEqualTo(Scalar.of(2));
    Primitive.Ternary<Scalar, Scalar, Scalar, Scalar> sum =
        Primitive.ternary("test.sum", (a, b, c) -> a.add(b).add(c));
    assertThat(sum.apply(Scalar.of(1), Scalar.of(2), Scalar.of(3))).isEqualTo(Scalar.of(6));
  }

  @Test
  void haveANameAndAKey() {
    assertThat(HALF.name()).isEqualTo("test.half");
    assertThat(HALF).hasToString("test.half");
    assertThat(HALF.key()).isSameAs(HALF);
    assertThat(new Times(3).key()).isEqualTo(Times.class);
    assertThat(HALF.isComposed()).isFalse();
    assertThat(Primitive.composed("test.c", (Scalar x) -> x).isComposed()).isTrue();
    assertThat(Primitive.composed("test.c", (Scalar x, Scalar y) -> x).isComposed()).isTrue();
    assertThat(Primitive.composed("test.c", (Scalar x, Scalar y, Scalar z) -> x).isComposed())
        .isTrue();
    assertThat(Arithmetic.NEGATE).hasToString("negate");
  }

  @Test
  void nullsAreNamed() {
    assertThatThrownBy(() -> HALF.apply(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("test.half: an argument is null");
    assertThatThrownBy(() -> NOTHING.apply(Scalar.of(1), null))
        .hasMessage("test.nothing: an argument is null");
    assertThatThrownBy(() -> LAST.apply(Arrays.asList(Scalar.of(1), null)))
        .hasMessage("test.last: an argument is null");
    assertThatThrownBy(() -> NOTHING.apply(Scalar.of(1), Scalar.of(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("test.nothing: its evaluation returned null");
    assertThatThrownBy(() -> Primitive.unary(null, x -> x))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("name");
  }

  @Test
  void shapesOfPartsAreChecked() {
    assertThatThrownBy(() -> new Shape(Shape.Kind.MATRIX, -1, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Shape.scalar().size()).isEqualTo(1);
    assertThat(Shape.vector(4).size()).isEqualTo(4);
    assertThat(Shape.matrix(2, 3).size()).isEqualTo(6);
    assertThat(Shape.matrix(3, 1)).isNotEqualTo(Shape.vector(3));
  }
}
