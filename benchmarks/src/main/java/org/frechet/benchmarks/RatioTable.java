package org.frechet.benchmarks;

import java.util.stream.Collectors;

/** One row for each benchmark and size, with its ratios to what it is measured against. */
final class RatioTable {

  private static final String HEAD =
      """
      | benchmark | size | time | allocated | to ours | to hand-written |
      |---|---:|---:|---:|---:|---:|
      """;

  private final Results results;

  RatioTable(Results results) {
    this.results = results;
  }

  String markdown() {
    return results.all().stream().map(this::line).collect(Collectors.joining("\n", HEAD, "\n"));
  }

  private String line(Measured each) {
    Against against = each.method().getAnnotation(Against.class);
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            each.title(),
            each.size(),
            time(each.nanoseconds()),
            bytes(each.bytes()),
            against == null ? "" : ratio(each, against.ours()),
            against == null ? "" : ratio(each, against.hand()));
  }

  private String ratio(Measured each, String baseline) {
    Measured other = results.beside(each, baseline);
    return other == null ? "" : Comparison.RATIO.show(Comparison.RATIO.of(each, other), baseline);
  }

  private static String time(double ns) {
    if (Double.isNaN(ns)) {
      return "failed";
    }
    String[] units = {"ns", "µs", "ms", "s"};
    int unit = 0;
    double time = ns;
    for (; time >= 1000 && unit < units.length - 1; unit++) {
      time /= 1000;
    }
    return "%.3g %s".formatted(time, units[unit]);
  }

  private static String bytes(double bytes) {
    if (Double.isNaN(bytes)) {
      return "";
    }
    return bytes < 10_000 ? "%.0f B".formatted(bytes) : "%.0f kB".formatted(bytes / 1000);
  }
}
