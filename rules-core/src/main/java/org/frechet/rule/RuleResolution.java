package org.frechet.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the declarations of rule sets into one answer per primitive, or into one complaint. */
final class RuleResolution {

  private RuleResolution() {}

  static Map<Object, Formulas> resolve(List<RuleSet> sets) {
    Map<Object, List<Declaration>> byPrimitive = new LinkedHashMap<>();
    for (RuleSet set : sets) {
      RuleBinder binder = new RuleBinder(set.name());
      set.declare(binder);
      for (Declaration declared : binder.declarations()) {
        byPrimitive.computeIfAbsent(declared.key(), key -> new ArrayList<>()).add(declared);
      }
    }
    List<String> conflicts = new ArrayList<>();
    Map<Object, Formulas> resolved = new HashMap<>();
    byPrimitive.forEach(
        (key, declared) -> {
          List<Declaration> winners = winners(declared, conflicts);
          if (!winners.isEmpty()) {
            resolved.put(key, new Formulas(winners));
          }
        });
    if (!conflicts.isEmpty()) {
      throw new RuleConflictException(conflicts);
    }
    return resolved;
  }

  /** Removals beat rules, and so do replacements; among equals, each direction is said once. */
  private static List<Declaration> winners(List<Declaration> declared, List<String> conflicts) {
    List<Declaration> declines = of(Declaration.Kind.DECLINE, declared);
    List<Declaration> overrides = of(Declaration.Kind.OVERRIDE, declared);
    if (!declines.isEmpty() && !overrides.isEmpty()) {
      conflicts.add(
          "The rule of '%s' is declined by %s and overridden by %s: remove one."
              .formatted(declared.get(0).name(), declines.get(0), overrides.get(0)));
    }
    if (!declines.isEmpty()) {
      return List.of();
    }
    List<Declaration> winners =
        overrides.isEmpty() ? of(Declaration.Kind.RULE, declared) : overrides;
    complain(winners, conflicts);
    return winners;
  }

  private static List<Declaration> of(Declaration.Kind kind, List<Declaration> declared) {
    return declared.stream().filter(one -> one.kind() == kind).toList();
  }

  private static void complain(List<Declaration> winners, List<String> conflicts) {
    for (int i = 0; i < winners.size(); i++) {
      for (int j = i + 1; j < winners.size(); j++) {
        if (winners.get(i).clashesWith(winners.get(j))) {
          conflicts.add(conflict(winners.get(i), winners.get(j)));
        }
      }
    }
  }

  private static String conflict(Declaration one, Declaration two) {
    return "Two %ss for the primitive '%s'%s: 1: %s, 2: %s. Remove one, or replace deliberately with rules.override(P)."
        .formatted(
            one.direction() == null ? "set of numeric partial" : one.direction(),
            one.name(),
            one.argument() == Declaration.ALL ? "" : " (argument " + one.argument() + ")",
            one,
            two);
  }

  static void list(Object key, Formulas formulas, List<RuleInfo> listing) {
    for (Direction direction : Direction.values()) {
      List<Declaration> all = formulas.declarations();
      Optional<Declaration> written =
          all.stream().filter(one -> one.direction() == direction).findFirst();
      Declaration origin = written.orElse(all.get(0));
      listing.add(
          new RuleInfo(
              Declaration.nameOf(key),
              direction,
              written.isPresent(),
              origin.ruleSet(),
              origin.place()));
    }
  }
}
