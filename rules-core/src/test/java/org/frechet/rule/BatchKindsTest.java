package org.frechet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.frechet.value.Indexing;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** Every kind of rule may have a batch form. */
class BatchKindsTest {

  private static final Vector X = Vector.of(1, 2);
  private static final Vector V = Vector.of(3, -1);
  private static final Vector ONE_HOT =
      (Vector) new Indexing.OneHot(X.shape(), 1, 0).apply(Scalar.of(2));

  private record Scaled(double factor) implements Primitive.Unary<Vector, Vector> {
    @Override
    public Vector evaluate(Vector x) {
      return x.multiply(factor);
    }

    @Override
    public String name() {
      return "test.scaled";
    }
  }

  private static final Primitive.Binary<Vector, Vector, Vector> PRODUCT =
      Primitive.binary("test.product", (a, b) -> a.multiply(b));

  private static final Primitive.Ternary<Vector, Vector, Vector, Vector> TRIPLE =
      Primitive.ternary("test.triple", (a, b, c) -> a.multiply(b).multiply(c));

  private static final Primitive.Nary<Vector, Vector> SUM =
      Primitive.nary("test.sum", xs -> xs.stream().reduce(Vector.zeros(2), Vector::add));

  private final List<Integer> batches = new ArrayList<>();

  private List<Vector> each(List<Vector> all, Vector factor) {
    batches.add(all.size());
    return all.stream().map(one -> one.multiply(factor)).toList();
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

  @Test
  void ofAClassOfPrimitives() {
    Rule scaled =
        RuleRegistry.of(
                rules ->
                    rules
                        .on(Scaled.class)
                        .frule(
                            (p, y, x, dx) -> dx.multiply(p.factor()),
                            Stacking.DENSE,
                            (p, y, x, dxs) -> each(dxs, Vector.of(p.factor(), p.factor())))
                        .rrule(
                            (p, y, x, gy) -> gy.multiply(p.factor()),
                            Stacking.DENSE,
                            (p, y, x, gys) -> each(gys, Vector.of(p.factor(), p.factor()))))
            .rule(new Scaled(3));
    Application at = at(new Scaled(3), X);
    assertThat(push(scaled, at, V, X)).containsExactly(V.multiply(3), X.multiply(3));
    assertThat(pull(scaled, at, 0, V, X)).containsExactly(V.multiply(3), X.multiply(3));
    assertThat(batches).containsExactly(2, 2);
  }

  @Test
  void ofOneOfTwoArguments() {
    RuleSet rules =
        binder ->
            binder
                .on(PRODUCT)
                .first((y, a, b, da) -> da.multiply(b), (y, a, b, gy) -> gy.multiply(b))
                .second()
                .frule(
                    (y, a, b, db) -> a.multiply(db), Stacking.DENSE, (y, a, b, dbs) -> each(dbs, a))
                .second()
                .rrule(
                    (y, a, b, gy) -> a.multiply(gy),
                    Stacking.DENSE,
                    (y, a, b, gys) -> each(gys, a));
    Rule rule = RuleRegistry.of(rules).rule(PRODUCT);
    Application at = at(PRODUCT, X, V);
    List<Object[]> both = List.of(new Object[] {X, V}, new Object[] {null, X});
    assertThat(rule.pushforwards(at, both))
        .containsExactly(X.multiply(V).add(X.multiply(V)), X.multiply(X));
    assertThat(pull(rule, at, 0, V, X)).containsExactly(V.multiply(V), X.multiply(V));
    assertThat(batches).containsExactly(2);
    assertThat(pull(rule, at, 1, V, X)).containsExactly(V.multiply(X), X.multiply(X));
    assertThat(batches).containsExactly(2, 2);
  }

  @Test
  void ofOneOfThreeArguments() {
    RuleSet rules =
        binder ->
            binder
                .on(TRIPLE)
                .third()
                .frule(
                    (y, a, b, c, dc) -> a.multiply(b).multiply(dc),
                    Stacking.DENSE,
                    (y, a, b, c, dcs) -> each(dcs, a.multiply(b)))
                .third()
                .rrule(
                    (y, a, b, c, gy) -> a.multiply(b).multiply(gy),
                    Stacking.DENSE,
                    (y, a, b, c, gys) -> each(gys, a.multiply(b)));
    Rule rule = RuleRegistry.of(rules).rule(TRIPLE);
    Application at = at(TRIPLE, X, V, X);
    List<Object[]> two = List.of(new Object[] {null, null, V}, new Object[] {null, null, X});
    Vector factor = X.multiply(V);
    assertThat(rule.pushforwards(at, two)).containsExactly(factor.multiply(V), factor.multiply(X));
    assertThat(pull(rule, at, 2, V, X)).containsExactly(factor.multiply(V), factor.multiply(X));
    assertThat(batches).containsExactly(2, 2);
  }

  @Test
  void tangentsOfManyArgumentsGoTogetherWhereAllAreDenseOrZero() {
    RuleSet rules =
        binder ->
            binder
                .on(SUM)
                .frule(
                    (y, xs, dxs) -> dxs.get(0).add(dxs.get(1)),
                    Stacking.DENSE,
                    (y, xs, all) -> {
                      batches.add(all.size());
                      return all.stream().map(dxs -> dxs.get(0).add(dxs.get(1))).toList();
                    })
                .rrule((y, xs, i, gy) -> gy, Stacking.DENSE, (y, xs, i, gys) -> each(gys, X));
    Rule rule = RuleRegistry.of(rules).rule(SUM);
    Application at = at(SUM, X, V);
    List<Object[]> many =
        List.of(
            new Object[] {V, X}, new Object[2], new Object[] {V, ONE_HOT}, new Object[] {null, X});
    assertThat(rule.pushforwards(at, many)).containsExactly(V.add(X), null, V.add(ONE_HOT), X);
    assertThat(batches).containsExactly(2);
    assertThat(pull(rule, at, 1, V, X)).containsExactly(V.multiply(X), X.multiply(X));
  }
}
