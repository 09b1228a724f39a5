package org.frechet.benchmarks;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured of one benchmark at one size.
 *
 * @param method the benchmark
 * @param size its parameter, or nothing
 * @param nanoseconds what one call took
 * @param bytes what one call allocates; NaN if that was not measured
 * @param heap the largest heap that its machine was given
 */
record Measured(Method method, String size, double nanoseconds, double bytes, double heap) {

  static final Comparator<Measured> ORDER =
      Comparator.comparing((Measured each) -> each.group())
          .thenComparing(Measured::size, Comparator.comparingInt(String::length))
          .thenComparing(Measured::size)
          .thenComparing(each -> each.method().getName());

  static Measured of(RunResult result) {
    BenchmarkParams params = result.getParams();
    String size =
        params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(", "));
    return new Measured(
        method(params.getBenchmark()),
        size,
        secondary(result, OwnTime.TIME),
        secondary(result, "gc.alloc.rate.norm"),
        secondary(result, OwnTime.HEAP));
  }

  /** A benchmark that was to run. */
  static Measured withoutResult(Method method, String size) {
    return new Measured(method, size, Double.NaN, Double.NaN, Double.NaN);
  }

  /**
   * The median of each number, over several machines that ran the same, and of which some failed.
   */
  static Measured median(List<Measured> each) {
    Measured first = each.get(0);
    return new Measured(
        first.method(),
        first.size(),
        median(each, Measured::nanoseconds),
        median(each, Measured::bytes),
        median(each, Measured::heap));
  }

  private static double median(List<Measured> each, ToDoubleFunction<Measured> number) {
    double[] sorted =
        each.stream().mapToDouble(number).filter(x -> !Double.isNaN(x)).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static double secondary(RunResult result, String label) {
    for (String found : result.getSecondaryResults().keySet()) {
      if (found.endsWith(label)) {
        return result.getSecondaryResults().get(found).getScore();
      }
    }
    return Double.NaN;
  }

  /** The method of a benchmark, by its full name. */
  static Method method(String benchmark) {
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

  String group() {
    return method.getDeclaringClass().getSimpleName().replace("Benchmark", "");
  }

  String title() {
    return group() + "." + method.getName();
  }

  String key() {
    return key(method.getName());
  }

  /** The key of another benchmark of the same class, at the same size. */
  String key(String benchmark) {
    return group() + "." + benchmark + " " + size;
  }
}
