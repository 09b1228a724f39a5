package org.frechet.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.frechet.value.Arithmetic;
import org.frechet.value.Elementary;
import org.frechet.value.Indexing;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.junit.jupiter.api.Test;

class RuleRegistryTest {

  private static final Primitive.Unary<Scalar, Scalar> P = Primitive.unary("test.p", x -> x);
  private static final Primitive.Binary<Scalar, Scalar, Scalar> Q =
      Primitive.binary("test.q", (a, b) -> a.multiply(b));

  /** Not public, and without state. */
  static final class Forwards implements RuleSet {
    @Override
    public void declare(RuleBinder rules) {
      rules.on(P).frule((y, x, dx) -> dx);
    }
  }

  static final class Backwards implements RuleSet {
    @Override
    public void declare(RuleBinder rules) {
      rules.on(P).rrule((y, x, gy) -> gy);
    }
  }

  /** Its instances differ in their state. */
  record Scaled(double factor) implements RuleSet {
    @Override
    public void declare(RuleBinder rules) {
      rules.on(P).derivative((y, x) -> Scalar.of(factor));
    }
  }

  static final class Overriding implements RuleSet {
    @Override
    public void declare(RuleBinder rules) {
      rules.override(P).frule((y, x, dx) -> dx.multiply(2));
    }
  }

  static final class Declining implements RuleSet {
    @Override
    public void declare(RuleBinder rules) {
      rules.decline(P);
    }
  }

  /** A parameter that is called like what registries ask a primitive for. */
  record Shifted(int serialNumber) implements Primitive.Unary<Scalar, Scalar> {
    @Override
    public String name() {
      return "test.shifted";
    }

    @Override
    public Scalar evaluate(Scalar x) {
      return x.add(serialNumber);
    }
  }

  @Test
  void aRuleIsNotFoundByAForeignNumber() {
    RuleSet shifts = rules -> rules.on(Shifted.class).frule((p, y, x, dx) -> dx);
    RuleRegistry registry = RuleRegistry.of(new Forwards(), shifts);
    Primitive shifted = new Shifted(P.serialNumber());
    assertThat(registry.rule(shifted)).isNotSameAs(registry.rule(P));
    assertThat(registry.rule(shifted)).isSameAs(registry.rule(new Shifted(-7)));
    assertThat(registry.hasRule(new Shifted(Integer.MAX_VALUE))).isTrue();
    assertThat(RuleRegistry.of(new Forwards()).hasRule(shifted)).isFalse();
  }

  private static List<RuleInfo> of(RuleRegistry registry, Primitive primitive) {
    return registry.rules().stream()
        .filter(info -> info.primitive().equals(primitive.name()))
        .toList();
  }

  @Test
  void arithmeticIsAlwaysThere() {
    RuleRegistry registry = RuleRegistry.of();
    assertThat(registry.hasRule(Arithmetic.ADD)).isTrue();
    assertThat(registry.hasRule(Elementary.SIN)).isTrue();
    assertThat(registry.hasRule(new Indexing.Entry(3, 4))).isTrue();
    assertThat(registry.keys()).contains(Arithmetic.ADD, Indexing.Entry.class);
    assertThat(registry.hasRule(P)).isFalse();
    assertThatThrownBy(() -> registry.rule(P))
        .isInstanceOf(MissingRuleException.class)
        .hasMessageContaining("No rule for the primitive 'test.p'");
    assertThat(registry).hasToString("RuleRegistry of " + String.join(", ", registry.ruleSets()));
  }

  @Test
  void oneDirectionIsWrittenTheOtherDerived() {
    RuleRegistry registry = RuleRegistry.of(new Forwards());
    assertThat(registry.rule(P).isWritten(Direction.FRULE, 0)).isTrue();
    assertThat(registry.rule(P).isWritten(Direction.RRULE, 0)).isFalse();
    List<RuleInfo> listed = of(registry, P);
    assertThat(listed).extracting(RuleInfo::direction).containsExactly(Direction.values());
    assertThat(listed).extracting(RuleInfo::written).containsExactly(true, false);
    assertThat(listed).extracting(RuleInfo::ruleSet).containsOnly("Forwards");
    assertThat(listed).allSatisfy(i -> assertThat(i.place()).matches("RuleRegistryTest.java:\\d+"));
  }

  @Test
  void directionsMayComeFromTwoRuleSets() {
    RuleRegistry registry = RuleRegistry.of(new Forwards(), new Backwards());
    List<RuleInfo> listed = of(registry, P);
    assertThat(listed).extracting(RuleInfo::written).containsExactly(true, true);
    assertThat(listed).extracting(RuleInfo::ruleSet).containsExactly("Forwards", "Backwards");
    assertThat(listed.get(0).place()).isNotEqualTo(listed.get(1).place());
  }

  @Test
  void aRuleSetGivenTwiceCountsOnce() {
    RuleSet lambda = rules -> rules.on(Q).first().frule((y, a, b, da) -> da.multiply(b));
    RuleRegistry registry =
        RuleRegistry.of(new Forwards(), new Forwards(), lambda, lambda, new Backwards());
    assertThat(registry.ruleSets().stream().filter("Forwards"::equals)).hasSize(1);
    assertThat(registry.with(new Forwards(), lambda).ruleSets()).isEqualTo(registry.ruleSets());
    assertThat(RuleRegistry.of(new Scaled(2), new Scaled(2)).hasRule(P)).isTrue();
  }

  @Test
  void ruleSetsWithAStateOfTheirOwnAreDifferent() {
    assertThatThrownBy(() -> RuleRegistry.of(new Scaled(2), new Scaled(3)))
        .isInstanceOf(RuleConflictException.class);
  }

  @Test
  void aConflictNamesBothPlaces() {
    RuleSet other = rules -> rules.on(P).frule((y, x, dx) -> dx);
    assertThatThrownBy(() -> RuleRegistry.of(new Forwards(), other))
        .isInstanceOf(RuleConflictException.class)
        .hasMessageMatching(
            "(?s)Two frules for the primitive 'test.p'.*"
                + "1: Forwards \\(RuleRegistryTest.java:\\d+\\), "
                + "2: a lambda in RuleRegistryTest \\(RuleRegistryTest.java:\\d+\\)\\. "
                + "Remove one, or replace deliberately with rules.override\\(P\\)\\.");
  }

  @Test
  void allConflictsAreReportedAtOnce() {
    RuleSet one =
        rules -> {
          rules.on(P).derivative((y, x) -> x);
          rules.on(Q).first((y, a, b, da) -> da, (y, a, b, gy) -> gy);
        };
    RuleSet two =
        rules -> {
          rules.on(P).derivative((y, x) -> x);
          rules.on(Q).jointFrule((y, a, b, da, db) -> da);
        };
    assertThatThrownBy(() -> RuleRegistry.of(one, two))
        .isInstanceOf(RuleConflictException.class)
        .hasMessageContaining("Two frules for the primitive 'test.p' (argument 0)")
        .hasMessageContaining("Two rrules for the primitive 'test.p' (argument 0)")
        .hasMessageContaining("Two frules for the primitive 'test.q'");
  }

  @Test
  void oneRuleSetMayContradictItself() {
    RuleSet twice =
        rules -> {
          rules.on(P).frule((y, x, dx) -> dx);
          rules.on(P).frule((y, x, dx) -> dx.multiply(2));
        };
    assertThatThrownBy(() -> RuleRegistry.of(twice)).isInstanceOf(RuleConflictException.class);
  }

  @Test
  void argumentsOfOnePrimitiveMayComeFromTwoRuleSets() {
    RuleSet first = rules -> rules.on(Q).first((y, a, b, da) -> da, (y, a, b, gy) -> gy);
    RuleSet second = rules -> rules.on(Q).second((y, a, b, db) -> db, (y, a, b, gy) -> gy);
    Rule rule = RuleRegistry.of(first, second).rule(Q);
    assertThat(rule.isWritten(Direction.RRULE, 0) && rule.isWritten(Direction.FRULE, 1)).isTrue();
  }

  @Test
  void theCoreRulesAreNotReplacedByAccident() {
    RuleSet own = rules -> rules.on(Elementary.SIN).derivative((y, x) -> x);
    assertThatThrownBy(() -> RuleRegistry.of(own))
        .isInstanceOf(RuleConflictException.class)
        .hasMessageContaining("ElementaryRules (ElementaryRules.java:");
    RuleSet deliberate = rules -> rules.override(Elementary.SIN).derivative((y, x) -> x);
    assertThat(RuleRegistry.of(deliberate).hasRule(Elementary.SIN)).isTrue();
  }

  @Test
  void anOverrideReplacesTheWholeRule() {
    RuleRegistry registry = RuleRegistry.of(new Forwards(), new Backwards(), new Overriding());
    assertThat(registry.rule(P).isWritten(Direction.RRULE, 0)).isFalse();
    assertThat(of(registry, P)).extracting(RuleInfo::ruleSet).containsOnly("Overriding");
    RuleSet another = rules -> rules.override(P).frule((y, x, dx) -> dx);
    assertThatThrownBy(() -> RuleRegistry.of(new Overriding(), another))
        .isInstanceOf(RuleConflictException.class)
        .hasMessageContaining("Overriding");
  }

  @Test
  void aDeclineRemovesAndDoesNotMeetAnOverride() {
    assertThat(RuleRegistry.of(new Forwards(), new Declining()).hasRule(P)).isFalse();
    assertThat(RuleRegistry.of(new Declining()).hasRule(P)).isFalse();
    assertThatThrownBy(() -> RuleRegistry.of(new Overriding(), new Declining()))
        .isInstanceOf(RuleConflictException.class)
        .hasMessageContaining("The rule of 'test.p' is declined by Declining (RuleRegistryTest")
        .hasMessageContaining("and overridden by Overriding (RuleRegistryTest");
  }

  @Test
  void registriesDoNotShareAnything() {
    RuleRegistry empty = RuleRegistry.of();
    RuleRegistry more = empty.with(new Forwards());
    assertThat(more.hasRule(P)).isTrue();
    assertThat(empty.hasRule(P)).isFalse();
    assertThatThrownBy(() -> more.keys().clear()).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> more.rules().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void ruleSetsWithoutANameOfTheirOwnAreNamedAfterTheirPlace() {
    RuleSet lambda = rules -> {};
    RuleSet anonymous =
        new RuleSet() {
          @Override
          public void declare(RuleBinder rules) {}
        };
    assertThat(lambda.name()).isEqualTo("a lambda in RuleRegistryTest");
    assertThat(anonymous.name()).startsWith("org.frechet.rule.RuleRegistryTest$");
    assertThat(new Forwards().name()).isEqualTo("Forwards");
  }
}
