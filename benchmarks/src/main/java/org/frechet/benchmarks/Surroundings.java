package org.frechet.benchmarks;

import java.lang.management.ManagementFactory;

/** Where a table was measured: ratios carry further than times, but not everywhere. */
final class Surroundings {

  private Surroundings() {}

  static String describe() {
    return """
        # Benchmarks

        Each time is the processor time of the benchmark's own thread for one call, in the fastest iteration;
        garbage collection is not in it, but in what is allocated. The ratios are between benchmarks of one run, at
        one size: `2.1 × value` is 2.1 times as long as the benchmark `value`.
        JDK %s, %s, %d processors, load average %.1f at the end.
        """
        .formatted(
            Runtime.version(),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
