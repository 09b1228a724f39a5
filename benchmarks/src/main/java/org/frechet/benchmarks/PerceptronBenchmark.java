package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.REVERSE;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A network 784–128–10 on a batch of 128 images: the cross entropy of its softmax. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PerceptronBenchmark {

  static final int PIXELS = 784;
  static final int HIDDEN = 128;
  static final int CLASSES = 10;
  static final int BATCH = 128;

  private static final Vector EACH = Vector.wrap(ones(BATCH));
  private static final Vector ALL = Vector.wrap(ones(CLASSES));

  /** All weights. */
  public record Weights(Matrix first, Vector firstBias, Matrix second, Vector secondBias) {}

  Matrix images;
  Matrix labels;
  Weights weights;

  @Setup
  public void fill() {
    Background.run();
    Random random = new Random(21);
    images = normal(random, PIXELS, BATCH, 1);
    weights =
        new Weights(
            normal(random, HIDDEN, PIXELS, 1 / Math.sqrt(PIXELS)),
            normal(random, HIDDEN, 1, 0.1).column(0),
            normal(random, CLASSES, HIDDEN, 1 / Math.sqrt(HIDDEN)),
            normal(random, CLASSES, 1, 0.1).column(0));
    double[] oneOfTen = new double[CLASSES * BATCH];
    for (int j = 0; j < BATCH; j++) {
      oneOfTen[random.nextInt(CLASSES) + j * CLASSES] = 1;
    }
    labels = Matrix.wrap(CLASSES, BATCH, oneOfTen);
  }

  private static double[] ones(int n) {
    double[] x = new double[n];
    Arrays.fill(x, 1);
    return x;
  }

  private static Matrix normal(Random random, int rows, int columns, double scale) {
    double[] a = new double[rows * columns];
    Arrays.setAll(a, i -> scale * random.nextGaussian());
    return Matrix.wrap(rows, columns, a);
  }

  /** {@code Σⱼ (log Σᵢ exp zᵢⱼ − ⟨labelsⱼ, zⱼ⟩)}, each column less its largest entry. */
  private Scalar crossEntropy(Weights w) {
    Matrix hidden = Elementwise.tanh(w.first().multiply(images).add(w.firstBias().outer(EACH)));
    Matrix z = w.second().multiply(hidden).add(w.secondBias().outer(EACH));
    Vector largest = largestOfEachColumn(z.detach());
    Vector sums = Elementwise.exp(z.subtract(ALL.outer(largest))).transpose().multiply(ALL);
    Scalar total = sums.log().sum().add(largest.sum()).subtract(labels.dot(z));
    return total.divide(BATCH);
  }

  private static Vector largestOfEachColumn(Matrix z) {
    double[] entries = z.array();
    double[] largest = new double[z.columns()];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    for (int p = 0; p < entries.length; p++) {
      int j = p / z.rows();
      largest[j] = Math.max(largest[j], entries[p]);
    }
    return Vector.wrap(largest);
  }

  @Benchmark
  public Object value() {
    return crossEntropy(weights);
  }

  @Benchmark
  @Against(ours = "value")
  @Goal(
      of = "M",
      what = "gradient of all weights of a network 784–128–10, batch 128",
      against = "value",
      atMost = 3.2)
  public Object gradient() {
    return DI.gradient(this::crossEntropy, REVERSE, weights);
  }
}
