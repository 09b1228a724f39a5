package org.frechet.rule;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.frechet.value.Indexing;
import org.frechet.value.NumericPartials;
import org.frechet.value.Primitive;

/**
 * All rules of a set of {@link RuleSet}s, beside those of arithmetic, which are always there.
 * Immutable and safe to share between threads; several registries live side by side.
 *
 * <p>Two rules for one direction of one primitive are an error when the registry is built, which
 * names both places; {@code rules.override(P)} and {@code rules.decline(P)} are the deliberate
 * ways.
 */
public final class RuleRegistry {

  private static final List<RuleSet> CORE =
      List.of(
          new ArithmeticRules(),
          new ElementaryRules(),
          new IndexingRules(),
          new ProductRules(),
          new ReductionRules());

  private final List<RuleSet> sets;
  private final Map<Object, Rule> rules = new HashMap<>();
  private final Map<Object, Formulas> formulas;

  /** The rules of primitives that have a serial number, found without hashing. */
  private final Rule[] numbered;

  /** The partial derivatives in plain numbers of primitives that have a serial number and such. */
  private final NumericPartials[] numeric;

  private final boolean selectsEntries;

  private RuleRegistry(List<RuleSet> sets) {
    this.sets = sets;
    this.formulas = RuleResolution.resolve(sets);
    formulas.forEach((key, found) -> rules.put(key, new Rule(this, key, found)));
    this.numbered =
        new Rule[1 + rules.keySet().stream().mapToInt(RuleRegistry::number).max().orElse(-1)];
    this.numeric = new NumericPartials[numbered.length];
    rules.forEach(this::number);
    Rule entry = rules.get(Indexing.Entry.class);
    this.selectsEntries = entry != null && entry.isSelection();
  }

  /** A registry of these rule sets. A set that is given twice counts once. */
  public static RuleRegistry of(RuleSet... sets) {
    return of(List.of(sets));
  }

  /** A registry of these rule sets. A set that is given twice counts once. */
  public static RuleRegistry of(Collection<? extends RuleSet> sets) {
    Map<Object, RuleSet> distinct = new LinkedHashMap<>();
    CORE.forEach(set -> distinct.put(identity(set), set));
    sets.forEach(set -> distinct.putIfAbsent(identity(set), set));
    return new RuleRegistry(List.copyOf(distinct.values()));
  }

  /** A registry of all rule sets on the path that {@link ServiceLoader} finds. */
  public static RuleRegistry standard() {
    List<RuleSet> found = new ArrayList<>();
    ServiceLoader.load(RuleSet.class).forEach(found::add);
    return of(found);
  }

  /** This registry's rule sets and {@code more}. */
  public RuleRegistry with(RuleSet... more) {
    List<RuleSet> all = new ArrayList<>(sets);
    all.addAll(List.of(more));
    return of(all);
  }

  /** Two instances of a rule set without state are the same; all others are each their own. */
  private static Object identity(RuleSet set) {
    return hasState(set.getClass()) ? set : set.getClass();
  }

  private static boolean hasState(Class<?> type) {
    return type != null
        && (Arrays.stream(type.getDeclaredFields())
                .anyMatch(field -> !Modifier.isStatic(field.getModifiers()))
            || hasState(type.getSuperclass()));
  }

  /** The rule of {@code primitive}, or null if there is none. */
  Rule find(Primitive primitive) {
    int number = primitive.serialNumber();
    if (number >= 0 && number < numbered.length) {
      Rule rule = numbered[number];
      if (rule != null && rule.isOf(primitive)) {
        return rule;
      }
    }
    return rules.get(primitive.key());
  }

  private void number(Object key, Rule rule) {
    if (number(key) >= 0) {
      numbered[number(key)] = rule;
      numeric[number(key)] = rule.numericPartials();
    }
  }

  private static int number(Object key) {
    return key instanceof Primitive primitive ? primitive.serialNumber() : -1;
  }

  /** The partial derivatives in plain numbers, by serial number; not to be changed. */
  NumericPartials[] numericPartials() {
    return numeric;
  }

  /** Whether reading an entry has the derivative that it has by nature: the same entry. */
  boolean selectsEntries() {
    return selectsEntries;
  }

  /** Whether there is a rule for {@code primitive}. */
  public boolean hasRule(Primitive primitive) {
    return find(primitive) != null;
  }

  /** The rule of {@code primitive}, for tests and listings. */
  public Rule rule(Primitive primitive) {
    Rule rule = find(primitive);
    if (rule == null) {
      throw MissingRuleException.none(primitive, this);
    }
    return rule;
  }

  /** The names of the installed rule sets. */
  public List<String> ruleSets() {
    return sets.stream().map(RuleSet::name).toList();
  }

  /** What rules are registered under: primitives, and classes of primitives with parameters. */
  public Collection<Object> keys() {
    return List.copyOf(rules.keySet());
  }

  /** Every direction of every rule, written and derived ones. */
  public List<RuleInfo> rules() {
    List<RuleInfo> listing = new ArrayList<>();
    formulas.forEach((key, found) -> RuleResolution.list(key, found, listing));
    listing.sort(Comparator.comparing(RuleInfo::primitive).thenComparing(RuleInfo::direction));
    return List.copyOf(listing);
  }

  @Override
  public String toString() {
    return "RuleRegistry of " + String.join(", ", ruleSets());
  }
}
