package org.frechet.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/** Where and how a table was measured: ratios carry further than times, but not everywhere. */
final class Surroundings {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private final double loadAtTheStart = load();

  /** At the end of a run. */
  String describe() {
    return """
        %s UTC, JDK %s (%s), %s, %d processors; load average %.1f at the start, %.1f at the end.
        Run with `%s`.
        """
        .formatted(
            OffsetDateTime.now(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")),
            Runtime.version(),
            System.getProperty("java.vendor"),
            processor(),
            Runtime.getRuntime().availableProcessors(),
            loadAtTheStart,
            load(),
            command());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String command() {
    StringBuilder command =
        new StringBuilder("mvn -pl benchmarks -am -Pbenchmarks verify -DskipTests");
    for (String property : new String[] {"benchmarks", "quick", "sizes", "vector"}) {
      String value = System.getProperty(property, "");
      if (!value.isEmpty() && !value.equals("false")) {
        command.append(" -D%s=%s".formatted(property, value));
      }
    }
    return command.toString();
  }

  private static String processor() {
    try (Stream<String> lines =
        Files.exists(PROCESSORS) ? Files.lines(PROCESSORS) : Stream.empty()) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
