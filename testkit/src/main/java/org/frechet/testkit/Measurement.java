package org.frechet.testkit;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.ValueAndGradient;
import org.frechet.backend.AdType;
import org.frechet.testkit.BackendComparison.Row;
import org.frechet.testkit.Differences.Estimate;

/** Checks and measures the gradient of one function by one backend after the other. */
final class Measurement {

  private static final int WARM_UP = 200;
  private static final int REPETITIONS = 51;
  private static final long PATIENCE = 100_000_000;
  private static final double SAFETY = 30;
  private static final double RELATIVE = 1e-9;

  private final Differentiation di;
  private final Function<Object, Object> f;
  private final Object x;
  private final double[] direction;
  private final Estimate slope;

  Measurement(Differentiation di, Function<Object, Object> f, Object x) {
    this.di = di;
    this.f = f;
    this.x = x;
    Layout layout = new Layout(List.of(x));
    double[][] d = new Directions(new Random(1), layout, false).everywhere();
    this.direction = Numbers.flat(layout.structure(d));
    this.slope = Differences.first(t -> Numbers.of(f.apply(layout.moved(d, t).get(0))));
  }

  /**
   * Measures one backend.
   *
   * @param reference the gradient that others gave; null if this is the first
   */
  Row of(AdType token, double[] reference) {
    try {
      return measured(token, reference);
    } catch (RuntimeException e) {
      return new Row(
          token,
          Double.NaN,
          new double[0],
          Double.NaN,
          0,
          Double.POSITIVE_INFINITY,
          -1,
          false,
          e.toString());
    }
  }

  private Row measured(AdType token, double[] reference) {
    AtomicInteger calls = new AtomicInteger();
    Function<Object, Object> counting =
        at -> {
          calls.incrementAndGet();
          return f.apply(at);
        };
    ValueAndGradient<?> counted = new Operators(di, token, counting).valueAndGradient(x);
    double[] gradient = Numbers.flat(counted.gradient());
    String failure = judge(token, gradient);
    Operators operators = new Operators(di, token, f);
    return new Row(
        token,
        counted.value().toDouble(),
        gradient,
        difference(gradient, reference == null ? gradient : reference),
        calls.get(),
        nanoseconds(operators),
        bytes(operators),
        failure.isEmpty(),
        failure);
  }

  private static double difference(double[] gradient, double[] reference) {
    double distance = Numbers.distance(gradient, reference);
    return distance == 0 ? 0 : distance / Numbers.largest(reference);
  }

  /** Compares the slope along a random direction; empty if it is right. */
  private String judge(AdType token, double[] gradient) {
    Findings findings = new Findings();
    double due = slope.value()[0][0];
    double size = Math.max(Math.abs(due), slope.scale()[0]);
    double accuracy = Accuracy.first(token) + RELATIVE;
    double[][] given = {gradient};
    findings.compare(
        "⟨∇f, ẋ⟩",
        Numbers.inner(given, new double[][] {direction}),
        "differences of the plain function",
        due,
        SAFETY * slope.error()[0] + accuracy * size);
    return findings.text().strip();
  }

  private double nanoseconds(Operators operators) {
    long begin = System.nanoTime();
    for (int i = 0; i < WARM_UP && System.nanoTime() - begin < PATIENCE; i++) {
      operators.valueAndGradient(x);
    }
    double[] times = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      long before = System.nanoTime();
      operators.valueAndGradient(x);
      times[i] = System.nanoTime() - before;
    }
    Arrays.sort(times);
    return times[REPETITIONS / 2];
  }

  private long bytes(Operators operators) {
    if (ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
        && threads.isThreadAllocatedMemorySupported()) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      operators.valueAndGradient(x);
      return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
    return -1;
  }
}
