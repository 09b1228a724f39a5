package org.frechet.examples.sunspots;

import java.util.Arrays;
import org.ddogleg.optimization.functions.FunctionNtoN;
import org.ddogleg.optimization.functions.FunctionNtoS;
import org.frechet.PreparedGradient;
import org.frechet.ValueAndGradient;

/**
 * A function as DDogleg takes it. The optimizer asks for the value and for the gradient at one
 * point in two calls, and both are served from one evaluation. Where the function has no value it
 * is +∞, so that line searches turn back. Not safe to share between threads.
 */
final class Objective implements FunctionNtoS, FunctionNtoN {

  private final PreparedGradient.OfArray gradient;
  private final int size;
  private double[] point;
  private ValueAndGradient.OfArray known;

  /** Evaluates at the start, where alone the function must have a value, and no error is caught. */
  Objective(PreparedGradient.OfArray gradient, double[] start) {
    this.gradient = gradient;
    this.size = start.length;
    this.point = start.clone();
    this.known = gradient.valueAndGradient(start);
    if (!Double.isFinite(known.value())) {
      throw new IllegalArgumentException(
          "the function is %s at the start %s".formatted(known.value(), Arrays.toString(start)));
    }
  }

  @Override
  public int getNumOfInputsN() {
    return size;
  }

  @Override
  public int getN() {
    return size;
  }

  @Override
  public double process(double[] x) {
    return at(x).value();
  }

  @Override
  public void process(double[] x, double[] output) {
    System.arraycopy(at(x).gradient(), 0, output, 0, size);
  }

  ValueAndGradient.OfArray at(double[] x) {
    if (!Arrays.equals(x, point)) {
      point = x.clone();
      known = evaluate(x);
    }
    return known;
  }

  private ValueAndGradient.OfArray evaluate(double[] x) {
    try {
      ValueAndGradient.OfArray found = gradient.valueAndGradient(x);
      return Double.isNaN(found.value()) ? infeasible() : found;
    } catch (ArithmeticException | IllegalArgumentException e) {
      // No unique solution, not positive definite, overflow: steps that a line search may try.
      return infeasible();
    }
  }

  private ValueAndGradient.OfArray infeasible() {
    double[] unknown = new double[size];
    Arrays.fill(unknown, Double.NaN);
    return new ValueAndGradient.OfArray(Double.POSITIVE_INFINITY, unknown);
  }
}
