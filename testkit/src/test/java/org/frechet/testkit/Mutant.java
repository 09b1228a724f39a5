package org.frechet.testkit;

import java.util.List;
import org.frechet.rule.RuleSet;
import org.frechet.value.Primitive;

/**
 * A rule that is wrong on purpose.
 *
 * @param name what is wrong
 * @param primitive of the rule
 * @param rules declares it
 * @param point where it is wrong
 * @param message what the rejection says, in parts
 */
record Mutant(
    String name, Primitive primitive, RuleSet rules, Object[] point, List<String> message) {

  static Mutant of(String name, Primitive primitive, RuleSet rules, Object... point) {
    return new Mutant(name, primitive, rules, point, List.of());
  }

  Mutant saying(String... parts) {
    return new Mutant(name, primitive, rules, point, List.of(parts));
  }
}
