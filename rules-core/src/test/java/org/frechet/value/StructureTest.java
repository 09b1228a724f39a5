package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructureTest {

  private record Inner(Vector v, List<Scalar> scalars) {}

  private record Outer(Matrix m, Inner inner, int order, String name, double[] data) {}

  private static final double[] DATA = {1, 2};
  private static final Outer OUTER =
      new Outer(
          Matrix.identity(2),
          new Inner(Vector.of(1, 2, 3), List.of(Scalar.of(4), Scalar.of(5))),
          7,
          "name",
          DATA);

  @Test
  void leavesComeFromLeftToRight() {
    assertThat(Structure.leaves(OUTER))
        .containsExactly(Matrix.identity(2), Vector.of(1, 2, 3), Scalar.of(4), Scalar.of(5));
    assertThat(Structure.leaves(Scalar.of(1))).containsExactly(Scalar.of(1));
    assertThat(Structure.leaves(List.of())).isEmpty();
    assertThat(Structure.leaves(List.of(OUTER, List.of(Scalar.of(9))))).hasSize(5);
  }

  @Test
  void mappingKeepsStructureAndConstants() {
    Outer zero = Structure.zeroLike(OUTER);
    assertThat(zero.m()).isEqualTo(Matrix.zeros(2, 2));
    assertThat(zero.inner().v()).isEqualTo(Vector.zeros(3));
    assertThat(zero.inner().scalars()).containsExactly(Scalar.of(0), Scalar.of(0));
    assertThat(zero.order()).isEqualTo(7);
    assertThat(zero.name()).isEqualTo("name");
    assertThat(zero.data()).isSameAs(DATA);
    Structure.leaves(zero).forEach(leaf -> assertThat(leaf.isStructuralZero()).isTrue());
  }

  @Test
  void rebuildingUndoesTakingApart() {
    Outer again = Structure.rebuild(OUTER, Structure.leaves(OUTER));
    assertThat(again).isEqualTo(OUTER);
    Outer twice = Structure.add(OUTER, OUTER);
    assertThat(twice.inner().scalars()).containsExactly(Scalar.of(8), Scalar.of(10));
  }

  @Test
  void rebuiltListsCannotBeChanged() {
    List<Value> source = new ArrayList<>(List.of(Scalar.of(1)));
    List<Value> rebuilt = Structure.map(source, leaf -> leaf);
    source.set(0, Scalar.of(2));
    assertThat(rebuilt).containsExactly(Scalar.of(1));
    assertThatThrownBy(() -> rebuilt.add(Scalar.of(3)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void foldingVisitsEveryLeaf() {
    assertThat(Structure.<Integer>fold(OUTER, 0, (sum, leaf) -> sum + leaf.size()))
        .isEqualTo(4 + 3 + 1 + 1);
  }

  @Test
  void whatIsNoValueIsNamed() {
    assertThatThrownBy(() -> Structure.leaves("text"))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("this is a java.lang.String: expected a Scalar, Vector or Matrix");
    assertThatThrownBy(() -> Structure.leaves(null)).hasMessageContaining("this is null");
    assertThatThrownBy(() -> Structure.leaves(List.of(1.5)))
        .hasMessageContaining("an element of a list is a java.lang.Double");
    assertThatThrownBy(() -> Structure.leaves(Arrays.asList(Scalar.of(1), null)))
        .hasMessageContaining("an element of a list is null");
  }

  @Test
  void doublesAreRefusedByName() {
    record Loose(Vector x, double y) {}
    record Boxed(Vector x, Number y) {}
    assertThatThrownBy(() -> Structure.leaves(new Loose(Vector.of(1), 2)))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("the component 'y' of Loose is a double")
        .hasMessageContaining("make it a Scalar");
    assertThatThrownBy(() -> Structure.leaves(new Boxed(Vector.of(1), 2.0)))
        .hasMessageContaining("the component 'y' of Boxed is a double");
    assertThat(Structure.leaves(new Boxed(Vector.of(1), 2))).hasSize(1);
  }

  @Test
  void nullsAreRefusedByNameAndNullConstantsCopied() {
    assertThatThrownBy(() -> Structure.leaves(new Inner(null, List.of())))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("the component 'v' of Inner is null");
    assertThatThrownBy(() -> Structure.leaves(new Outer(Matrix.identity(1), null, 1, "name", DATA)))
        .hasMessageContaining("the component 'inner' of Outer is null");
    Outer unnamed = new Outer(OUTER.m(), OUTER.inner(), 1, null, null);
    assertThat(Structure.zeroLike(unnamed).name()).isNull();
  }

  @Test
  void aConstructorThatRejectsIsReported() {
    record Unit(Vector x) {
      Unit {
        if (x.norm().isLessThan(0.5)) {
          throw new IllegalArgumentException("too short");
        }
      }
    }
    assertThatThrownBy(() -> Structure.zeroLike(new Unit(Vector.of(1))))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("the constructor of Unit rejected")
        .hasRootCauseMessage("too short");
  }

  @Test
  void anAccessorThatThrowsIsTheUsersOwnError() {
    record Lazy(Vector x) {
      @Override
      @SuppressWarnings("UnusedMethod") // called by reflection
      public Vector x() {
        throw new UnsupportedOperationException("mine");
      }
    }
    assertThatThrownBy(() -> Structure.leaves(new Lazy(Vector.of(1))))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("mine");
  }

  private record Hidden(Vector x) {}

  @Test
  void encapsulatedRecordsAreServedThroughALookup() {
    assertThat(Structure.opening(MethodHandles.lookup(), Hidden.class)).isSameAs(Hidden.class);
    Hidden hidden = new Hidden(Vector.of(1, 2));
    assertThat(Structure.zeroLike(hidden).x()).isEqualTo(Vector.zeros(2));
    assertThatThrownBy(() -> Structure.opening(MethodHandles.publicLookup(), Inner.class))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("is not open to Fréchet")
        .hasMessageContaining("Structure.opening(MethodHandles.lookup(), Inner.class)");
  }

  @Test
  void constantsAreRecordsAndListsToo() {
    record Empty() {}
    record Mixed(Shape shape, Empty nothing, Scalar x) {}
    Mixed mixed = new Mixed(Shape.vector(3), new Empty(), Scalar.of(1));
    assertThat(Structure.leaves(mixed)).containsExactly(Scalar.of(1));
    assertThat(Structure.zeroLike(mixed).shape()).isEqualTo(Shape.vector(3));
  }
}
