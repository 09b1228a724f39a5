package org.frechet.benchmarks;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The benchmarks of one class at one size, which are compared with each other, and therefore run
 * one directly after the other: what else the machine does changes from minute to minute.
 *
 * @param size the parameter, or nothing
 * @param benchmarks their full names
 */
record Group(String size, List<String> benchmarks) {

  /**
   * All benchmarks that match.
   *
   * @param regex is to be found in the full name
   * @param sizes replace the sizes of the classes that have some; none to keep them
   */
  static List<Group> matching(String regex, List<String> sizes) {
    Map<String, Group> groups = new LinkedHashMap<>();
    Pattern pattern = Pattern.compile(regex);
    for (BenchmarkListEntry entry : entries()) {
      String name = entry.getUsername();
      if (pattern.matcher(name).find()) {
        for (String size : sizes(entry, sizes)) {
          String key = name.substring(0, name.lastIndexOf('.')) + " " + size;
          groups
              .computeIfAbsent(key, absent -> new Group(size, new ArrayList<>()))
              .benchmarks()
              .add(name);
        }
      }
    }
    return List.copyOf(groups.values());
  }

  private static Iterable<BenchmarkListEntry> entries() {
    return BenchmarkList.defaultList()
        .getAll(
            OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of());
  }

  private static List<String> sizes(BenchmarkListEntry entry, List<String> replacement) {
    if (!entry.getParams().hasValue()) {
      return List.of("");
    }
    Method method = Measured.method(entry.getUsername());
    OnlyAt only = method.getAnnotation(OnlyAt.class);
    List<String> all =
        replacement.isEmpty() ? Arrays.asList(entry.getParams().get().get("n")) : replacement;
    return only == null ? all : all.stream().filter(Arrays.asList(only.value())::contains).toList();
  }

  /** A regular expression for the full names. */
  String pattern() {
    return benchmarks.stream().map(Pattern::quote).collect(Collectors.joining("|", "^(", ")$"));
  }

  /**
   * What stands for the benchmarks until there is a result; and after it, for those that failed.
   */
  List<Measured> withoutResult() {
    return benchmarks.stream()
        .map(name -> Measured.withoutResult(Measured.method(name), size))
        .toList();
  }
}
