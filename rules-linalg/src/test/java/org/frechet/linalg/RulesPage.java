package org.frechet.linalg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.frechet.linalg.AppliedPrimitives.Applied;
import org.frechet.linalg.FunctionCosts.Cost;
import org.frechet.rule.Direction;
import org.frechet.rule.RuleRegistry;
import org.frechet.testkit.RuleTable;
import org.frechet.value.Primitive;

/** The page of all functions and rules of this module, out of the registry and the tests. */
final class RulesPage {

  private static final String HEAD =
      """
      # Functions and rules of linear algebra

      Written by `RulesPageTest` out of the registry, the catalogues of the tests and a measured run; the test fails
      where the page differs from them. To write it again, without and with a new measurement:

      ```sh
      mvn -q -B -ntp -pl rules-linalg -am verify -Dtest=RulesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dfrechet.rules=write
      mvn -q -B -ntp -pl rules-linalg -am verify -Dtest=RulesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dfrechet.rules=measure
      ```

      - *frule*, *rrule*: *written* by hand or *derived* from the other one, where a function is one primitive, but for
        transposes, blocks and reshapes; *composed* where it is written in several, through whose rules it is
        differentiated; *by its body* where a primitive has no rule and is differentiated through its definition.
      - *tested at*: the points of the catalogue, ordinary and hard, to second order; at one that *throws*, derivatives must
        throw the same. What is composed has the points of its primitives, below.
      - *order*: the highest order of derivatives that is tested. The first is judged by differences of the plain
        evaluation and by the rule's algebra (linear, transposes of each other, on demand, each derived from the other),
        the second and third by differences and in nestings of forward and reverse mode (the third at an
        ordinary point, of every function).
      - *cost*: the time that a pushforward, or a pullback to all arguments, takes beyond the value, in units of the value:
        1.0 doubles the time of the value alone. Measured for arguments of size %d in time of the thread, the fastest of
        several rounds, one thread, Java 17, in a virtual machine: differences below a third mean nothing. Where the
        value takes less than 2 µs the difference itself is given: it is what tracing costs.
      - *flops*: the same, counted: the additions, multiplications and divisions in products, LU, Cholesky and triangular
        solves that the derivative needs beyond the value, for each one that the value needs, to leading order; for the
        functions whose work is all there. No derivative factors what its value factored: a test counts.

      `schur` and `hessenberg` have no derivative by design: rules live at the level of equations.

      ## Functions

      | function | primitives | frule | rrule | tested at | order | cost of frule | cost of rrule | flops of frule | flops of rrule |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  private static final String PRIMITIVES =
      """

      ## Primitives

      Under these, rules may be overridden. Those that no function above names serve the derivatives of others.

      """;

  private final RuleTable table;
  private final Map<Object, RuleTable.Row> rows = new LinkedHashMap<>();
  private final Map<String, Cost> costs;

  RulesPage(RuleTable table, Map<String, Cost> costs) {
    this.table = table;
    this.costs = costs;
    table.rows().forEach(row -> rows.put(row.key(), row));
  }

  String markdown() {
    String functions =
        Examples.all().stream().map(this::row).collect(Collectors.joining("\n", "", "\n"));
    return HEAD.formatted(FunctionCosts.SIZE) + functions + PRIMITIVES + table.markdown();
  }

  private String row(Example example) {
    Map<Object, Applied> applied = AppliedPrimitives.of(example);
    Cost cost = costs.get(example.name());
    return "| `%s` | %s | %s | %d | %s | %s | %s |"
        .formatted(
            example.name(),
            applied.isEmpty() ? "none: constant" : names(applied),
            sources(applied),
            EveryFunctionTest.ORDER,
            shown(cost.value(), cost.pushforward()),
            shown(cost.value(), cost.pullback()),
            KernelWork.isWhole(example) ? flops(example) : " | ");
  }

  private static String flops(Example example) {
    double value = KernelWork.ofValue(example).flops();
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f",
        KernelWork.ofPushforward(example).flops() / value - 1,
        KernelWork.ofPullback(example).flops() / value - 1);
  }

  /** Where the directions come from, and the points. */
  private String sources(Map<Object, Applied> applied) {
    List<Applied> each = List.copyOf(applied.values());
    if (each.size() != 1 || each.get(0).times() > 1) {
      return each.isEmpty() ? "zero | zero | " : "composed | composed | ";
    }
    Primitive only = each.get(0).primitive();
    RuleTable.Row row = rows.get(only.key());
    return row == null
        ? "%s | %s | [arithmetic](../rules-core/RULES.md)"
            .formatted(source(only, Direction.FRULE), source(only, Direction.RRULE))
        : "%s | %s | %s".formatted(row.frule(), row.rrule(), String.join("; ", row.points()));
  }

  private static String source(Primitive primitive, Direction direction) {
    return RuleRegistry.of().rule(primitive).isWritten(direction, 0) ? "written" : "derived";
  }

  /** Those of this module by name; of the core's, beside them, that there are some. */
  private String names(Map<Object, Applied> applied) {
    List<String> names = new ArrayList<>();
    applied.forEach(
        (key, one) -> {
          boolean named = applied.size() == 1 || rows.containsKey(key);
          String name = named ? "`" + one.primitive().name() + "`" : "arithmetic";
          if (!names.contains(name)) {
            names.add(name);
          }
        });
    return String.join(", ", names);
  }

  private static String shown(double value, double ratio) {
    return value < 2
        ? String.format(Locale.ROOT, "+%.1f µs", value * ratio)
        : String.format(Locale.ROOT, "%.1f", ratio);
  }
}
