package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.FORWARD;
import static org.frechet.benchmarks.Inputs.REVERSE;

import java.util.concurrent.TimeUnit;
import org.frechet.value.Vector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A likelihood of 309 filter steps with 2×2 matrices, in four parameters. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SunspotsBenchmark {

  private static final double KNOWN = 1314.8167897;

  private double[] theta = Sunspots.START;

  /** Both ways of computing it must give the known number. */
  @Setup
  public void check() {
    Background.run();
    double ours = Sunspots.negativeLogLikelihood(Vector.wrap(theta)).toDouble();
    double byHand = Sunspots.negativeLogLikelihood(theta);
    if (Math.abs(ours - KNOWN) > 1e-6 || Math.abs(byHand - KNOWN) > 1e-6) {
      throw new IllegalStateException(ours + " and " + byHand + " should be " + KNOWN);
    }
  }

  @Benchmark
  @Against(hand = "handValue")
  public Object value() {
    return Sunspots.negativeLogLikelihood(Vector.wrap(theta));
  }

  @Benchmark
  @Against(ours = "value", hand = "handValue")
  public Object reverse() {
    return DI.gradient(Sunspots::negativeLogLikelihood, REVERSE, Vector.wrap(theta));
  }

  @Benchmark
  @Against(ours = "value", hand = "handValue")
  public Object forward() {
    return DI.gradient(Sunspots::negativeLogLikelihood, FORWARD, Vector.wrap(theta));
  }

  @Benchmark
  public double handValue() {
    return Sunspots.negativeLogLikelihood(theta);
  }
}
