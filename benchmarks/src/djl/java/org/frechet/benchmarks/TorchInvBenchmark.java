package org.frechet.benchmarks;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** {@code sum(inv(A))} in DJL's PyTorch, on one thread: LAPACK, and a tape in native code. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    jvmArgsAppend = {
      "-Dai.djl.offline=true",
      "-Dai.djl.pytorch.num_threads=1",
      "-Dai.djl.pytorch.num_interop_threads=1"
    })
public class TorchInvBenchmark {

  @Param({"3", "10", "40", "100", "200"})
  public int n;

  private final InvBenchmark ours = new InvBenchmark();
  private NDManager manager;
  private double[] a;

  @Setup
  public void fill() {
    ours.n = n;
    ours.fill();
    manager = NDManager.newBaseManager();
    a = Inputs.shifted(n, 2, 2);
    Inputs.requireEqual((double[]) ours.gradient(), gradient());
  }

  @TearDown
  public void close() {
    manager.close();
  }

  @Benchmark
  public Object ourGradient() {
    return ours.gradient();
  }

  @Benchmark
  @Against(ours = "ourGradient")
  public double value() {
    try (NDManager each = manager.newSubManager()) {
      return each.create(a, new Shape(n, n)).inverse().sum().getDouble();
    }
  }

  /** Row by row this is the transpose, and its gradient the transposed one: the same array. */
  @Benchmark
  @Against(ours = "ourGradient")
  public double[] gradient() {
    try (NDManager each = manager.newSubManager();
        GradientCollector tape = Engine.getInstance().newGradientCollector()) {
      NDArray x = each.create(a, new Shape(n, n));
      x.setRequiresGradient(true);
      tape.backward(x.inverse().sum());
      return x.getGradient().toDoubleArray();
    }
  }
}
