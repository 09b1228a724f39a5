package org.frechet.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks that match {@code -Dbenchmarks=regex} and prints a table of ratios. {@code
 * -Dquick} takes a few seconds for each number, {@code -Dsizes=3,40} replaces the sizes, {@code
 * -Dresults=file} writes the table to a file too, {@code -Dprofiler=name} adds one of the harness's
 * profilers.
 */
public final class Main {

  private Main() {}

  /** Takes no arguments: system properties say what to do. */
  public static void main(String[] none) throws RunnerException, IOException {
    Collection<RunResult> results = new Runner(options().build()).run();
    String table = new RatioTable(results).markdown();
    System.out.println(table);
    String file = System.getProperty("results", "");
    if (!file.isEmpty()) {
      Files.writeString(Path.of(file), Surroundings.describe() + "\n" + table);
    }
  }

  private static ChainedOptionsBuilder options() {
    boolean quick = !System.getProperty("quick", "false").equals("false");
    ChainedOptionsBuilder options = timed(quick ? 1 : 3, quick ? 150 : 500);
    options
        .include(System.getProperty("benchmarks", ".*"))
        .addProfiler(OwnTime.class)
        .addProfiler("gc");
    given("profiler", options::addProfiler);
    given("sizes", sizes -> options.param("n", sizes.split(",", -1)));
    given("log", options::output);
    return options;
  }

  private static void given(String property, Consumer<String> use) {
    String value = System.getProperty(property, "");
    if (!value.isEmpty()) {
      use.accept(value);
    }
  }

  private static ChainedOptionsBuilder timed(int forks, long millis) {
    return new OptionsBuilder()
        .forks(forks)
        .warmupIterations(5)
        .warmupTime(TimeValue.milliseconds(3 * millis))
        .measurementIterations(10)
        .measurementTime(TimeValue.milliseconds(millis));
  }
}
