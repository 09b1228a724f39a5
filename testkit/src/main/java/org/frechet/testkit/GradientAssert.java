package org.frechet.testkit;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Assertions about gradients; see {@link FrechetAssertions#assertThatGradient}. */
public final class GradientAssert extends ArrayAssert<GradientAssert, double[]> {

  GradientAssert(Function<double[], double[]> gradient) {
    super("gradient", gradient, GradientAssert.class);
  }

  /** Names the function; {@link #at} verifies. */
  public GradientAssert isGradientOf(ToDoubleFunction<double[]> f) {
    return of(x -> new double[] {f.applyAsDouble(x)});
  }

  @Override
  void verify(ArrayJudge judge, Function<double[], double[]> f, int n) {
    double[] gradient = judge.call("gradient", actual, g -> g);
    if (gradient.length != n) {
      judge.findings().report("gradient: has %d entries, %d are due", gradient.length, n);
      return;
    }
    for (int j = 0; j < n; j++) {
      judge.column("gradient, entry %2$d", f, j, new double[] {gradient[j]});
    }
  }
}
