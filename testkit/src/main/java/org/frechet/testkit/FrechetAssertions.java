package org.frechet.testkit;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/**
 * The entry to the test kit: assertions in the style of AssertJ, for static import.
 *
 * <pre>{@code
 * assertThatRule(CAYLEY).at(wellConditioned(4)).isConsistent();
 * }</pre>
 */
public final class FrechetAssertions {

  private FrechetAssertions() {}

  /** Begins assertions about the rule of a primitive. */
  public static RuleAssert assertThatRule(Primitive primitive) {
    return new RuleAssert(primitive);
  }

  /** Begins assertions about backends, picked by their tokens. */
  public static BackendsAssert assertThatBackends(AdType... tokens) {
    return new BackendsAssert(List.of(tokens));
  }

  /** Begins assertions about a gradient that was written by hand, for functions on arrays. */
  public static GradientAssert assertThatGradient(Function<double[], double[]> gradient) {
    return new GradientAssert(gradient);
  }

  /** Begins assertions about a Jacobian, row by row, of a function on arrays. */
  public static JacobianAssert assertThatJacobian(Function<double[], double[][]> jacobian) {
    return new JacobianAssert(jacobian);
  }

  /** Begins assertions about a Hessian, row by row, of a function on arrays. */
  public static HessianAssert assertThatHessian(Function<double[], double[][]> hessian) {
    return new HessianAssert(hessian);
  }

  /**
   * An n×n matrix to try rules at: dense, without symmetry, its eigenvalues near 2, away from 0 and
   * ±1. The same for each n, every time.
   */
  public static Matrix wellConditioned(int n) {
    double[] entries = new Random(n).doubles((long) n * n, -0.5, 0.5).toArray();
    return Matrix.wrap(n, n, entries).divide(Math.max(1, n)).add(Matrix.identity(n).multiply(2));
  }
}
