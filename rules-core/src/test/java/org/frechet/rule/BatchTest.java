package org.frechet.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.frechet.value.Indexing;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Shaping;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which perturbations go to a batch form, and what it must give. */
class BatchTest {

  private static final Vector X = Vector.of(1, 2);
  private static final Vector V = Vector.of(3, -1);
  private static final Vector ZERO = Vector.zeros(2);
  private static final Vector ONE_HOT =
      (Vector) new Indexing.OneHot(X.shape(), 1, 0).apply(Scalar.of(2));

  private static final Primitive.Unary<Vector, Vector> TWICE =
      Primitive.unary("test.twice", x -> x.multiply(2));

  private final List<Integer> batches = new ArrayList<>();
  private int alone;

  @BeforeEach
  void forget() {
    batches.clear();
    alone = 0;
  }

  private Vector twice(Vector x) {
    alone++;
    return x.multiply(2);
  }

  private List<Vector> each(List<Vector> all, Vector factor) {
    batches.add(all.size());
    return all.stream().map(one -> one.multiply(factor)).toList();
  }

  private List<Vector> allTwice(List<Vector> all) {
    return each(all, Vector.of(2, 2));
  }

  private Rule twice(Stacking stacking) {
    RuleSet rules =
        binder ->
            binder
                .on(TWICE)
                .frule((y, x, dx) -> twice(dx), stacking, (y, x, dxs) -> allTwice(dxs))
                .rrule((y, x, gy) -> twice(gy), stacking, (y, x, gys) -> allTwice(gys));
    return RuleRegistry.of(rules).rule(TWICE);
  }

  private static Application at(Primitive primitive, Object... arguments) {
    return new Application(primitive, arguments, X);
  }

  private static Object[] push(Rule rule, Application at, Object... tangents) {
    return rule.pushforwards(at, Arrays.stream(tangents).map(one -> new Object[] {one}).toList());
  }

  private static List<Object> pull(Rule rule, Application at, int argument, Object... cotangents) {
    boolean[] wanted = new boolean[at.arity()];
    wanted[argument] = true;
    return rule.pullbacks(at, List.of(cotangents), wanted).stream()
        .map(all -> all[argument])
        .toList();
  }

  private static Vector times2(Vector x) {
    return x.multiply(2);
  }

  @Test
  void denseTangentsGoTogetherAndStructuredOnesKeepTheirForm() {
    Object[] pushed = push(twice(Stacking.DENSE), at(TWICE, X), V, ONE_HOT, null, X, ZERO);
    assertThat(pushed).containsExactly(times2(V), times2(ONE_HOT), null, times2(X), ZERO);
    assertThat(batches).containsExactly(2);
    assertThat(alone).isEqualTo(2);
    assertThat(((Value) pushed[1]).isDense()).isFalse();
    assertThat(((Value) pushed[4]).isStructuralZero()).isTrue();
  }

  @Test
  void ofAnyStructureAllButZerosGoTogether() {
    Object[] pushed = push(twice(Stacking.ANY), at(TWICE, X), V, ONE_HOT, null, ZERO);
    assertThat(pushed).containsExactly(times2(V), times2(ONE_HOT), null, ZERO);
    assertThat(batches).containsExactly(2);
    assertThat(alone).isEqualTo(1);
  }

  @Test
  void oneIsNotABatchAndNoneIsNothing() {
    Rule rule = twice(Stacking.DENSE);
    assertThat(push(rule, at(TWICE, X), V)).containsExactly(times2(V));
    assertThat(push(rule, at(TWICE, X), V, ONE_HOT)).containsExactly(times2(V), times2(ONE_HOT));
    assertThat(push(rule, at(TWICE, X))).isEmpty();
    assertThat(push(rule, at(TWICE, X), null, null)).containsExactly(null, null);
    assertThat(batches).isEmpty();
    assertThat(alone).isEqualTo(3);
  }

  @Test
  void cotangentsGoTogetherToo() {
    assertThat(pull(twice(Stacking.DENSE), at(TWICE, X), 0, V, ONE_HOT, X))
        .containsExactly(times2(V), times2(ONE_HOT), times2(X));
    assertThat(batches).containsExactly(2);
    assertThat(alone).isEqualTo(1);
  }

  private static Rule giving(List<Vector> given) {
    RuleSet rules =
        binder ->
            binder.on(TWICE).frule((y, x, dx) -> times2(dx), Stacking.DENSE, (y, x, dxs) -> given);
    return RuleRegistry.of(rules).rule(TWICE);
  }

  @Test
  void aListOfTheWrongLengthIsReported() {
    assertThatThrownBy(() -> push(giving(List.of(X)), at(TWICE, X), V, X))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the batch form of the frule of 'test.twice' gave a list of 1, where")
        .hasMessageContaining("a list of 2 is due")
        .hasMessageContaining("BatchTest.java:");
    assertThatThrownBy(() -> push(giving(null), at(TWICE, X), V, X))
        .hasMessageContaining("gave null, where a list of 2 is due");
  }

  @Test
  void aResultOfTheWrongShapeIsReported() {
    assertThatThrownBy(
            () -> push(giving(List.of(X, Shaping.vec(Matrix.identity(3)))), at(TWICE, X), V, X))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the batch form of the frule of 'test.twice' gave [")
        .hasMessageContaining("BatchTest.java:");
    assertThatThrownBy(() -> push(giving(Arrays.asList(X, null)), at(TWICE, X), V, X))
        .hasMessageContaining("gave null");
  }

  @Test
  void aDerivedDirectionTakesThemOneByOne() {
    RuleSet rules =
        binder ->
            binder
                .on(TWICE)
                .frule((y, x, dx) -> times2(dx), Stacking.DENSE, (y, x, dxs) -> allTwice(dxs));
    Rule rule = RuleRegistry.of(rules, new ArithmeticRules()).rule(TWICE);
    assertThat(pull(rule, at(TWICE, X), 0, V, X)).containsExactly(times2(V), times2(X));
    assertThat(batches).isEmpty();
  }
}
