package org.frechet.examples.sunspots;

import java.util.List;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Reductions;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * One gradient by every backend: the same call, another token.
 *
 * @param rows one for each backend
 */
record GradientComparison(List<Row> rows) {

  private static final List<AdType> BACKENDS =
      List.of(new AutoForward(), new AutoReverse(), new AutoFiniteDiff());

  /**
   * What one backend gave.
   *
   * @param backend the token
   * @param gradient its answer
   * @param calls how often it called the function
   */
  record Row(AdType backend, Vector gradient, int calls) {}

  static GradientComparison of(Differentiation di, Function<Vector, Scalar> f, Vector x) {
    return new GradientComparison(
        BACKENDS.stream().map(backend -> row(di, f, backend, x)).toList());
  }

  private static Row row(Differentiation di, Function<Vector, Scalar> f, AdType backend, Vector x) {
    CountedFunction counted = new CountedFunction(f);
    Vector gradient = di.gradient(counted, backend, x);
    return new Row(backend, gradient, counted.calls());
  }

  /** The largest relative difference between the same entry of two of the gradients. */
  double largestRelativeDifference() {
    double largest = 0;
    for (Row a : rows) {
      for (Row b : rows) {
        largest = Math.max(largest, relativeDifference(a.gradient(), b.gradient()));
      }
    }
    return largest;
  }

  private static double relativeDifference(Vector a, Vector b) {
    Vector relative = a.subtract(b).divide(b);
    return Reductions.normInfinity(relative).toDouble();
  }
}
