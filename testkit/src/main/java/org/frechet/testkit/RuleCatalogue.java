package org.frechet.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Primitive;
import org.junit.jupiter.api.DynamicTest;

/**
 * Points for the primitives of a registry, hard ones included, as tests: every rule is held to
 * {@link RuleAssert#isConsistent()} at each of its points, and a rule without a point is a failing
 * test that names it. Not safe to share between threads.
 *
 * <pre>{@code
 * @TestFactory Stream<DynamicTest> rules() {
 *   return new RuleCatalogue(RuleRegistry.standard())
 *       .add(INV, "well conditioned", a)
 *       .add(CHOLESKY, "4×4", RuleAssert::onSymmetric, spd)
 *       .tests();
 * }
 * }</pre>
 */
public final class RuleCatalogue {

  /**
   * A point as listings show it.
   *
   * @param primitive the primitive
   * @param name what the point is called
   * @param arity the number of the primitive's arguments there
   * @param order the highest order of derivatives that is checked there: 2, or 1 for {@link
   *     RuleAssert#firstOrderOnly()}, or 0 where the primitive throws
   */
  public record Point(Primitive primitive, String name, int arity, int order) {}

  private record Entry(Point point, Consumer<RuleAssert> assertion) {}

  private final RuleRegistry registry;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Object> exempt = new HashSet<>();

  /** A catalogue for all rules of {@code registry}. */
  public RuleCatalogue(RuleRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  /** Adds a point: the arguments of the primitive. */
  public RuleCatalogue add(Primitive primitive, String name, Object... arguments) {
    return add(primitive, name, UnaryOperator.identity(), arguments);
  }

  /**
   * Adds a point with conditions, such as {@link RuleAssert#onSymmetric()}.
   *
   * @param conditions what to say to the assertion before it is made
   */
  public RuleCatalogue add(
      Primitive primitive, String name, UnaryOperator<RuleAssert> conditions, Object... arguments) {
    int order = conditions.apply(new RuleAssert(primitive)).order();
    entries.add(
        new Entry(
            new Point(primitive, name, arguments.length, order),
            rule -> conditions.apply(rule.withRegistry(registry).at(arguments)).isConsistent()));
    return this;
  }

  /** Adds a point at which the primitive throws, and its derivatives must throw the same. */
  public RuleCatalogue addThrowing(Primitive primitive, String name, Object... arguments) {
    entries.add(
        new Entry(
            new Point(primitive, name + ", throws", arguments.length, 0),
            rule -> rule.withRegistry(registry).at(arguments).throwsLikeThePrimal()));
    return this;
  }

  /** Leaves out all rules of another registry, whose own catalogue they are in. */
  public RuleCatalogue except(RuleRegistry others) {
    exempt.addAll(others.keys());
    return this;
  }

  /** The points, in the order in which they were added. */
  public List<Point> points() {
    return entries.stream().map(Entry::point).toList();
  }

  /** The registry whose rules are tried. */
  public RuleRegistry registry() {
    return registry;
  }

  /** One test for each point, and a failing one for each rule that has none. */
  public Stream<DynamicTest> tests() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Entry entry : entries) {
      tests.add(DynamicTest.dynamicTest(nameOf(entry.point()), () -> run(entry)));
    }
    Set<Object> covered = new HashSet<>(exempt);
    points().forEach(point -> covered.add(point.primitive().key()));
    registry.keys().stream()
        .filter(key -> !covered.contains(key))
        .sorted(Comparator.comparing(RuleCatalogue::nameOf))
        .forEach(key -> tests.add(uncovered(key)));
    requireTests(tests);
    return tests.stream();
  }

  private static void run(Entry entry) {
    entry.assertion().accept(FrechetAssertions.assertThatRule(entry.point().primitive()));
  }

  private void requireTests(List<DynamicTest> tests) {
    if (tests.isEmpty()) {
      throw new IllegalStateException("a catalogue without tests: " + registry + " has no rules");
    }
  }

  private static DynamicTest uncovered(Object key) {
    String name = nameOf(key);
    return DynamicTest.dynamicTest(
        name + ": no point",
        () -> {
          throw new AssertionError(
              "the rule of '%s' is in the registry, but no point of it is in the catalogue: add one"
                  .formatted(name));
        });
  }

  private static String nameOf(Point point) {
    return point.primitive().name() + ": " + point.name();
  }

  private static String nameOf(Object key) {
    return key instanceof Primitive primitive ? primitive.name() : ((Class<?>) key).getSimpleName();
  }
}
