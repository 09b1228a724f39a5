package org.frechet.benchmarks;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** One row for each benchmark and size, with its ratios to what it is measured against. */
final class RatioTable {

  private static final String HEAD =
      """
      | benchmark | size | time | allocated | to ours | to hand-written |
      |---|---:|---:|---:|---:|---:|
      """;

  private final List<Row> rows;
  private final Map<String, Row> byName = new HashMap<>();

  RatioTable(Collection<RunResult> results) {
    this.rows = results.stream().map(Row::of).sorted(Row.ORDER).toList();
    rows.forEach(row -> byName.put(row.key(row.method().getName()), row));
  }

  String markdown() {
    return rows.stream().map(this::line).collect(Collectors.joining("\n", HEAD, "\n"));
  }

  private String line(Row row) {
    Against against = row.method().getAnnotation(Against.class);
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            row.title(),
            row.size(),
            time(row.nanoseconds()),
            bytes(row.bytes()),
            against == null ? "" : ratio(row, against.ours()),
            against == null ? "" : ratio(row, against.hand()));
  }

  private String ratio(Row row, String baseline) {
    Row other = byName.get(row.key(baseline));
    return other == null
        ? ""
        : "%.3g × %s".formatted(row.nanoseconds() / other.nanoseconds(), baseline);
  }

  private static String time(double ns) {
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

  /**
   * One number that was measured.
   *
   * @param method the benchmark
   * @param size its parameters
   * @param nanoseconds what one call took
   * @param bytes what one call allocates; NaN if that was not measured
   */
  private record Row(Method method, String size, double nanoseconds, double bytes) {

    static final Comparator<Row> ORDER =
        Comparator.comparing((Row row) -> row.method().getDeclaringClass().getSimpleName())
            .thenComparing(Row::size, Comparator.comparingInt(String::length))
            .thenComparing(Row::size)
            .thenComparing(row -> row.method().getName());

    static Row of(RunResult result) {
      BenchmarkParams params = result.getParams();
      String size =
          params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(", "));
      return new Row(
          method(params.getBenchmark()),
          size,
          secondary(result, OwnTime.LABEL),
          secondary(result, "gc.alloc.rate.norm"));
    }

    private static double secondary(RunResult result, String label) {
      for (String found : result.getSecondaryResults().keySet()) {
        if (found.endsWith(label)) {
          return result.getSecondaryResults().get(found).getScore();
        }
      }
      return Double.NaN;
    }

    private static Method method(String benchmark) {
      int dot = benchmark.lastIndexOf('.');
      try {
        return Arrays.stream(Class.forName(benchmark.substring(0, dot)).getMethods())
            .filter(method -> method.isAnnotationPresent(Benchmark.class))
            .filter(method -> Objects.equals(method.getName(), benchmark.substring(dot + 1)))
            .findFirst()
            .orElseThrow();
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }

    String title() {
      return group() + "." + method.getName();
    }

    private String group() {
      return method.getDeclaringClass().getSimpleName().replace("Benchmark", "");
    }

    String key(String benchmark) {
      return group() + "." + benchmark + " " + size;
    }
  }
}
