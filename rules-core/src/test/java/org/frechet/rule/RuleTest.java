package org.frechet.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** Rules as backends apply them, without a backend. */
class RuleTest {

  private static final Vector X = Vector.of(1, 2);
  private static final Vector V = Vector.of(3, -1);

  /** {@code y = 2x}, linear: a careless rule leads back to the primitive. */
  private static final Primitive.Unary<Vector, Vector> TWICE =
      Primitive.unary("test.twice", x -> x.multiply(2));

  private static final Primitive.Unary<Vector, Vector> AGAIN =
      Primitive.unary("test.again", x -> x.multiply(2));

  private static final Primitive.Binary<Vector, Vector, Vector> PRODUCT =
      Primitive.binary("test.product", (a, b) -> a.multiply(b));

  private record Pair(Vector first, Scalar second) {}

  private static final Primitive.Unary<Vector, Pair> FORK =
      Primitive.unary("test.fork", x -> new Pair(x, x.sum()));

  private static Rule rule(Primitive primitive, RuleSet rules) {
    return RuleRegistry.of(rules).rule(primitive);
  }

  private static Application twice() {
    return new Application(TWICE, new Object[] {X}, TWICE.apply(X));
  }

  private static Application product() {
    return new Application(PRODUCT, new Object[] {X, V}, PRODUCT.apply(X, V));
  }

  private static Object push(Rule rule, Application at, Object... tangents) {
    return rule.pushforward(at, tangents);
  }

  private static Object pull(Rule rule, Application at, Object cotangent) {
    boolean[] all = new boolean[at.arity()];
    Arrays.fill(all, true);
    return rule.pullback(at, cotangent, all)[0];
  }

  @Test
  void theMissingDirectionIsTheAdjoint() {
    Rule forward = rule(TWICE, rules -> rules.on(TWICE).frule((y, x, dx) -> dx.multiply(2)));
    assertThat(pull(forward, twice(), V)).isEqualTo(V.multiply(2));
    Rule backward = rule(TWICE, rules -> rules.on(TWICE).rrule((y, x, gy) -> gy.multiply(2)));
    assertThat(push(backward, twice(), V)).isEqualTo(V.multiply(2));
  }

  @Test
  void pullbacksAreHandedOverAsTheyAreDemanded() {
    List<String> computed = new ArrayList<>();
    Rule each =
        rule(
            PRODUCT,
            rules ->
                rules
                    .on(PRODUCT)
                    .first((y, a, b, da) -> da, (y, a, b, gy) -> noting(computed, "first", gy))
                    .second((y, a, b, db) -> db, (y, a, b, gy) -> noting(computed, "second", gy)));
    assertThat(demanded(each, 1)).containsExactly("1 is " + V);
    assertThat(computed).containsExactly("second");
    Rule half =
        rule(
            PRODUCT,
            rules ->
                rules.on(PRODUCT).first((y, a, b, da) -> da, (y, a, b, gy) -> gy).second().zero());
    assertThat(demanded(half, 0, 1)).containsExactly("0 is " + V);
    Rule joint =
        rule(
            PRODUCT,
            rules ->
                rules
                    .on(PRODUCT)
                    .jointRrule(
                        (y, a, b, gy) ->
                            new BinaryRules.Cotangents<>(
                                () -> noting(computed, "joint", gy), () -> gy.negate())));
    assertThat(demanded(joint, 1)).containsExactly("1 is " + V.negate());
    assertThat(computed).doesNotContain("joint");
    assertThat(demanded(joint, 0, 1)).containsExactly("0 is " + V, "1 is " + V.negate());
  }

  private static Vector noting(List<String> computed, String name, Vector cotangent) {
    computed.add(name);
    return cotangent;
  }

  /** What a pullback of V hands over to somebody who asks for these arguments. */
  private static List<String> demanded(Rule rule, Integer... wanted) {
    List<String> taken = new ArrayList<>();
    Demand demand =
        new Demand() {
          @Override
          public boolean wants(int i) {
            return List.of(wanted).contains(i);
          }

          @Override
          public void accept(int i, Object cotangent) {
            taken.add(i + " is " + cotangent);
          }
        };
    rule.pullback(product(), V, demand);
    return taken;
  }

  @Test
  void aRuleThatIgnoresThePerturbationHasTheAdjointZero() {
    Rule constant = rule(TWICE, rules -> rules.on(TWICE).frule((y, x, dx) -> Vector.zeros(2)));
    assertThat(pull(constant, twice(), V)).isEqualTo(Vector.zeros(2));
  }

  @Test
  void zeroRulesAreKnown() {
    Rule none = rule(TWICE, rules -> rules.on(TWICE).zero());
    assertThat(none.isZero()).isTrue();
    Rule half =
        rule(
            PRODUCT,
            rules ->
                rules.on(PRODUCT).first().zero().second().frule((y, a, b, db) -> a.multiply(db)));
    assertThat(half.isZero()).isFalse();
    assertThat(push(half, product(), V, null)).isNull();
    assertThat(push(half, product(), V, V)).isEqualTo(X.multiply(V));
    assertThat(half.pullback(product(), V, new boolean[] {true, true}))
        .containsExactly(null, X.multiply(V));
  }

  @Test
  void aMissingPerturbationIsZero() {
    Rule joint =
        rule(
            PRODUCT,
            rules ->
                rules
                    .on(PRODUCT)
                    .jointFrule((y, a, b, da, db) -> da.multiply(b).add(a.multiply(db))));
    assertThat(push(joint, product(), V, null)).isEqualTo(V.multiply(V));
    assertThat(push(joint, product(), null, V)).isEqualTo(X.multiply(V));
    assertThat(push(joint, product(), null, null)).isNull();
    assertThat(joint.pushforwards(product(), List.of(new Object[2], new Object[] {V, V})))
        .containsExactly(null, V.multiply(V).add(X.multiply(V)));
  }

  @Test
  void onlyWantedCotangentsAreComputed() {
    Rule rule =
        rule(
            PRODUCT,
            rules ->
                rules
                    .on(PRODUCT)
                    .first((y, a, b, da) -> da.multiply(b), (y, a, b, gy) -> gy.multiply(b))
                    .second((y, a, b, db) -> a.multiply(db), (y, a, b, gy) -> gy.multiply(a)));
    assertThat(rule.pullback(product(), V, new boolean[] {false, true}))
        .containsExactly(null, V.multiply(X));
    assertThat(rule.pullbacks(product(), List.of(V, X), new boolean[] {true, false}))
        .containsExactly(new Object[] {V.multiply(V), null}, new Object[] {X.multiply(V), null});
    assertThat(rule.pullbacks(product(), List.of(), new boolean[] {true, true})).isEmpty();
  }

  @Test
  void aCircularDerivationIsReportedAtOnce() {
    Rule forward = rule(TWICE, rules -> rules.on(TWICE).frule((y, x, dx) -> TWICE.apply(dx)));
    assertThat(push(forward, twice(), V)).isEqualTo(V.multiply(2));
    assertThatThrownBy(() -> pull(forward, twice(), V))
        .isInstanceOf(MissingRuleException.class)
        .hasMessageContaining(
            "The rrule of the primitive 'test.twice' cannot be derived from its frule")
        .hasMessageContaining("RuleTest.java:")
        .hasMessageContaining("Write the rrule too.");
  }

  @Test
  void aPullbackThroughThePrimitiveItselfIsNoCircle() {
    Rule backward = rule(TWICE, rules -> rules.on(TWICE).rrule((y, x, gy) -> TWICE.apply(gy)));
    assertThat(push(backward, twice(), V)).isEqualTo(V.multiply(2));
  }

  @Test
  void aCircleThroughAnotherPrimitiveIsReportedToo() {
    Rule mutual =
        rule(
            TWICE,
            rules -> {
              rules.on(TWICE).frule((y, x, dx) -> AGAIN.apply(dx));
              rules.on(AGAIN).frule((y, x, dx) -> TWICE.apply(dx));
            });
    assertThatThrownBy(() -> pull(mutual, twice(), V))
        .isInstanceOf(MissingRuleException.class)
        .hasMessageContaining("cannot be derived");
  }

  @Test
  void aDerivationMayRestOnAnotherDerivation() {
    Rule chained =
        rule(
            TWICE,
            rules -> {
              rules.on(TWICE).frule((y, x, dx) -> AGAIN.apply(dx));
              rules.on(AGAIN).frule((y, x, dx) -> dx.multiply(2));
            });
    assertThat(pull(chained, twice(), V)).isEqualTo(V.multiply(2));
  }

  @Test
  void whatARuleGivesIsChecked() {
    Rule nothing = rule(TWICE, rules -> rules.on(TWICE).frule((y, x, dx) -> null));
    assertThatThrownBy(() -> push(nothing, twice(), V))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the frule of 'test.twice' gave null, where [vector of 2] is due")
        .hasMessageContaining("RuleTest.java:");
    Rule shapeless = rule(TWICE, rules -> rules.on(TWICE).rrule((y, x, gy) -> gy.slice(0, 1)));
    assertThatThrownBy(() -> pull(shapeless, twice(), V))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "the rrule of 'test.twice' gave [vector of 1], where [vector of 2] is due");
    assertThatThrownBy(() -> push(shapeless, twice(), V)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void recordsAreCheckedLeafByLeaf() {
    Application at = new Application(FORK, new Object[] {X}, FORK.apply(X));
    Rule right = rule(FORK, rules -> rules.on(FORK).frule((y, x, dx) -> new Pair(dx, dx.sum())));
    assertThat(push(right, at, V)).isEqualTo(new Pair(V, V.sum()));
    assertThat(pull(right, at, new Pair(V, Scalar.of(1)))).isEqualTo(V.add(1));
    Rule wrong =
        rule(FORK, rules -> rules.on(FORK).frule((y, x, dx) -> new Pair(Vector.of(1), dx.sum())));
    assertThatThrownBy(() -> push(wrong, at, V))
        .hasMessageContaining("gave [vector of 1, scalar], where [vector of 2, scalar] is due");
  }

  @Test
  void anArgumentWithoutARuleIsNamed() {
    Rule half = rule(PRODUCT, rules -> rules.on(PRODUCT).first().frule((y, a, b, da) -> da));
    assertThatThrownBy(() -> push(half, product(), null, V))
        .isInstanceOf(MissingRuleException.class)
        .hasMessageContaining("No rule for argument 1 of the primitive 'test.product'")
        .hasMessageContaining("zero()");
    assertThatThrownBy(() -> half.pullback(product(), V, new boolean[] {false, true}))
        .isInstanceOf(MissingRuleException.class)
        .hasMessageContaining("No rule for argument 1");
    assertThat(push(half, product(), V, null)).isEqualTo(V);
  }
}
