package org.frechet.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.frechet.rule.Direction;
import org.frechet.rule.Rule;
import org.frechet.rule.RuleRegistry;

/**
 * What the registry says about the rules of some catalogues, and what the catalogues test: one row
 * for each primitive. Immutable and safe to share between threads.
 *
 * <p>Made to be written to a page that a test compares with the table, so that the page can't lie.
 */
public final class RuleTable {

  /**
   * One primitive.
   *
   * @param key under which its rule is registered
   * @param names its name, or the names of those that share its rule and differ in a parameter
   * @param frule "written" or "derived"; "by its body" where there is no rule
   * @param rrule the same for the other direction
   * @param order the highest order of derivatives that is checked at any of its points
   * @param points the names of its points; those that are checked to a lower order say so
   */
  public record Row(
      Object key, List<String> names, String frule, String rrule, int order, List<String> points) {

    /** The row in Markdown. */
    String markdown() {
      return "| `%s` | %s | %s | %d | %s |"
          .formatted(String.join("`, `", names), frule, rrule, order, String.join("; ", points));
    }
  }

  private final List<Row> rows;

  private RuleTable(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * The table of these catalogues, in their order; the points of a primitive that is in several of
   * them are together.
   */
  public static RuleTable of(List<RuleCatalogue> catalogues) {
    Map<Object, List<RuleCatalogue.Point>> points = new LinkedHashMap<>();
    Map<Object, RuleRegistry> registries = new HashMap<>();
    for (RuleCatalogue catalogue : catalogues) {
      for (RuleCatalogue.Point point : catalogue.points()) {
        Object key = point.primitive().key();
        points.computeIfAbsent(key, none -> new ArrayList<>()).add(point);
        registries.putIfAbsent(key, catalogue.registry());
      }
    }
    List<Row> rows = new ArrayList<>();
    points.forEach((key, some) -> rows.add(row(registries.get(key), key, some)));
    return new RuleTable(rows);
  }

  private static Row row(RuleRegistry registry, Object key, List<RuleCatalogue.Point> points) {
    RuleCatalogue.Point first = points.get(0);
    int order = points.stream().mapToInt(RuleCatalogue.Point::order).max().orElse(0);
    boolean hasRule = registry.hasRule(first.primitive());
    Rule rule = hasRule ? registry.rule(first.primitive()) : null;
    return new Row(
        key,
        points.stream().map(point -> point.primitive().name()).distinct().toList(),
        source(rule, Direction.FRULE, first.arity()),
        source(rule, Direction.RRULE, first.arity()),
        order,
        points.stream().map(point -> name(point, order)).distinct().toList());
  }

  private static String source(Rule rule, Direction direction, int arity) {
    if (rule == null) {
      return "by its body";
    }
    return IntStream.range(0, arity).anyMatch(i -> rule.isWritten(direction, i))
        ? "written"
        : "derived";
  }

  private static String name(RuleCatalogue.Point point, int order) {
    return point.order() == 1 && order > 1 ? point.name() + " (first order)" : point.name();
  }

  /** The rows. */
  public List<Row> rows() {
    return rows;
  }

  /** The table in Markdown. */
  public String markdown() {
    return rows.stream()
        .map(Row::markdown)
        .collect(
            Collectors.joining(
                "\n",
                "| primitive | frule | rrule | order | points |\n|---|---|---|---|---|\n",
                "\n"));
  }
}
