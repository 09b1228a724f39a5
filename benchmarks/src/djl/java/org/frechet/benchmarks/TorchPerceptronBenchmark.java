package org.frechet.benchmarks;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.concurrent.TimeUnit;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The network of {@link PerceptronBenchmark} in DJL's PyTorch, in doubles, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    jvmArgsAppend = {
      "-Dai.djl.offline=true",
      "-Dai.djl.pytorch.num_threads=1",
      "-Dai.djl.pytorch.num_interop_threads=1"
    })
public class TorchPerceptronBenchmark {

  private final PerceptronBenchmark ours = new PerceptronBenchmark();
  private NDManager manager;
  private NDArray images;
  private NDArray labels;
  private NDArray[] weights;

  @Setup
  public void fill() {
    ours.fill();
    manager = NDManager.newBaseManager();
    images = array(ours.images);
    labels = array(ours.labels);
    weights =
        new NDArray[] {
          array(ours.weights.first()),
          array(ours.weights.firstBias().toColumn()),
          array(ours.weights.second()),
          array(ours.weights.secondBias().toColumn())
        };
    double loss = ((Scalar) ours.value()).toDouble();
    Inputs.requireEqual(new double[] {loss}, new double[] {value()});
  }

  @TearDown
  public void close() {
    manager.close();
  }

  private NDArray array(Matrix a) {
    return manager.create(a.transpose().array(), new Shape(a.rows(), a.columns()));
  }

  private NDArray crossEntropy() {
    NDArray hidden = weights[0].matMul(images).add(weights[1]).tanh();
    NDArray z = weights[2].matMul(hidden).add(weights[3]);
    return z.logSoftmax(0).mul(labels).sum().div(-PerceptronBenchmark.BATCH);
  }

  @Benchmark
  public Object ourGradient() {
    return ours.gradient();
  }

  @Benchmark
  @Against(ours = "ourGradient")
  public double value() {
    try (NDManager each = manager.newSubManager()) {
      NDArray loss = crossEntropy();
      loss.attach(each);
      return loss.getDouble();
    }
  }

  @Benchmark
  @Against(ours = "ourGradient")
  public double[][] gradient() {
    for (NDArray each : weights) {
      each.setRequiresGradient(true);
    }
    try (GradientCollector tape = Engine.getInstance().newGradientCollector()) {
      tape.zeroGradients();
      tape.backward(crossEntropy());
    }
    double[][] gradient = new double[weights.length][];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = weights[i].getGradient().toDoubleArray();
    }
    return gradient;
  }
}
