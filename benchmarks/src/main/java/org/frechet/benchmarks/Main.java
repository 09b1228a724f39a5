package org.frechet.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks that match {@code -Dbenchmarks=regex} and prints what was measured, first
 * against the targets. {@code -Dquick} takes a few seconds for each number, {@code -Dsizes=3,40}
 * replaces the sizes, {@code -Dresults=file} writes the tables to a file too, into the section of
 * the Java version that runs, {@code -Dvector=true} measures with the kernels in the Vector API,
 * {@code -Dprofiler=name} adds one of the harness's profilers, {@code -Dlog=file} takes what the
 * harness says.
 */
public final class Main {

  private static final boolean QUICK = !System.getProperty("quick", "false").equals("false");

  private Main() {}

  /** Takes no arguments: system properties say what to do. */
  public static void main(String[] none) throws RunnerException {
    if (Boolean.getBoolean("vector") && !listed("results").isEmpty()) {
      throw new IllegalArgumentException("-Dvector=true and -Dresults: results are of plain Java");
    }
    Surroundings surroundings = new Surroundings();
    Results results = new Results(run());
    String section =
        "%s\n%s\n### All numbers\n\n%s"
            .formatted(
                surroundings.describe(),
                new GoalTable(results).markdown(),
                new RatioTable(results).markdown());
    System.out.println(section);
    given("results", file -> new ResultsFile(Path.of(file)).put(section));
  }

  private static List<Measured> run() throws RunnerException {
    List<Group> groups = Group.matching(System.getProperty("benchmarks", ".*"), listed("sizes"));
    List<Measured> measured = new ArrayList<>();
    OutputFormat log = log();
    for (int pass = 0; pass < (QUICK ? 1 : 3); pass++) {
      for (Group group : groups) {
        measured.addAll(group.withoutResult());
        for (RunResult result : new Runner(options(group).build(), log).run()) {
          measured.add(Measured.of(result));
        }
      }
    }
    return measured;
  }

  private static OutputFormat log() {
    String file = System.getProperty("log", "");
    try {
      PrintStream stream = file.isEmpty() ? System.out : new PrintStream(file, UTF_8);
      return OutputFormatFactory.createFormatInstance(stream, VerboseMode.NORMAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChainedOptionsBuilder options(Group group) {
    ChainedOptionsBuilder options = timed(QUICK ? 150 : 500);
    options.include(group.pattern()).addProfiler(OwnTime.class).addProfiler("gc");
    if (!group.size().isEmpty()) {
      options.param("n", group.size());
    }
    given("profiler", options::addProfiler);
    if (Boolean.getBoolean("vector")) {
      options.jvmArgsAppend("--add-modules", "jdk.incubator.vector");
    }
    return options;
  }

  private static void given(String property, Consumer<String> use) {
    listed(property).stream().limit(1).forEach(use);
  }

  private static List<String> listed(String property) {
    String value = System.getProperty(property, "");
    return value.isEmpty() ? List.of() : Arrays.asList(value.split(",", -1));
  }

  private static ChainedOptionsBuilder timed(long millis) {
    return new OptionsBuilder()
        .forks(1)
        .warmupIterations(6)
        .warmupTime(TimeValue.milliseconds(3 * millis))
        .measurementIterations(8)
        .measurementTime(TimeValue.milliseconds(millis));
  }
}
