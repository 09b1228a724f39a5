package org.frechet.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One line for each goal and size: what is wanted, what was measured, whether that is enough. */
final class GoalTable {

  private static final String HEAD =
      """
      | case | what | size | measured | target | met? |
      |---|---|---:|---:|---:|---|
      """;

  private record Line(String of, String what, Measured each, String measured, Goal goal, Mark met) {

    String markdown() {
      return "| %s | %s | %s | %s | ≤ %s | %s |"
          .formatted(of, what, each.size(), measured, number(goal.atMost()), met.text);
    }

    private static String number(double atMost) {
      return atMost == Math.rint(atMost) ? "%.0f".formatted(atMost) : Double.toString(atMost);
    }
  }

  private enum Mark {
    MET("yes"),
    NOT_MET("**no**"),
    UNKNOWN("?");

    final String text;

    Mark(String text) {
      this.text = text;
    }
  }

  private final List<Line> lines = new ArrayList<>();

  GoalTable(Results results) {
    for (Measured each : results.all()) {
      for (Goal goal : each.method().getAnnotationsByType(Goal.class)) {
        if (goal.sizes().length == 0 || Arrays.asList(goal.sizes()).contains(each.size())) {
          lines.add(line(results, each, goal));
        }
      }
    }
    lines.sort(Comparator.comparing(Line::of));
  }

  private static Line line(Results results, Measured each, Goal goal) {
    boolean alone = goal.against().isEmpty();
    Measured other = alone ? each : results.beside(each, goal.against());
    if (other == null) {
      return new Line(
          goal.of(), goal.what(), each, "without " + goal.against(), goal, Mark.UNKNOWN);
    }
    double number = goal.by().of(each, other) / goal.operations();
    String shown = Double.isNaN(number) ? "failed" : goal.by().show(number, goal.against());
    Mark mark = number <= goal.atMost() ? Mark.MET : Mark.NOT_MET;
    return new Line(goal.of(), goal.what(), each, shown, goal, mark);
  }

  String markdown() {
    String table = lines.stream().map(Line::markdown).collect(Collectors.joining("\n", HEAD, "\n"));
    long met = lines.stream().filter(line -> line.met() == Mark.MET).count();
    return "%d of %d targets are met.\n\n%s".formatted(met, lines.size(), table);
  }
}
