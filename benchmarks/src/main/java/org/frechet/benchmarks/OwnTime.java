package org.frechet.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time of the benchmark's own thread for one call, in the fastest iteration: without
 * the garbage collector's threads, and without the time that other programs had. The clock on the
 * wall says nothing on a machine that does other things as well. And the heap that there was.
 */
public final class OwnTime implements InternalProfiler {

  static final String TIME = "own.time";
  static final String HEAP = "own.heap";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long before;

  /** For the harness. */
  public OwnTime() {}

  @Override
  public String getDescription() {
    return "processor time of the benchmark's own thread";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = workersTime();
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double perCall = (double) (workersTime() - before) / result.getMetadata().getAllOps();
    long heap = Runtime.getRuntime().maxMemory();
    return List.of(
        new ScalarResult(TIME, perCall, "ns/op", AggregationPolicy.MIN),
        new ScalarResult(HEAP, heap, "B", AggregationPolicy.MAX));
  }

  private long workersTime() {
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      var thread = threads.getThreadInfo(id);
      if (thread != null && thread.getThreadName().contains("jmh-worker")) {
        sum += threads.getThreadCpuTime(id);
      }
    }
    return sum;
  }
}
