package org.frechet.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;

/**
 * Derivatives by central differences of halving steps, extrapolated to step zero [Ridders 1982]:
 * independent of everything on trial, with an estimate of their own error. Each leaf of the result
 * takes the step and the order that suit it best.
 */
final class Differences {

  private static final double EPSILON = Math.ulp(1.0);
  private static final int LEVELS = 40;
  private static final int COLUMNS = 7;
  private static final int PATIENCE = 6;
  private static final double VANISHING = 1e-6;

  private Differences() {}

  /**
   * A derivative with the error it may have.
   *
   * @param value the entries, leaf by leaf
   * @param error for each leaf a bound on the error of its entries, estimated
   * @param scale for each leaf the largest value of the function that was met
   */
  record Estimate(double[][] value, double[] error, double[] scale) {}

  /** {@code f′(0)}: {@code (f(h) − f(−h)) / 2h}, extrapolated. */
  static Estimate first(DoubleFunction<double[][]> f) {
    return new Table(1).fill(h -> combine(f.apply(h), f.apply(-h), -1, 2 * h));
  }

  /**
   * {@code ∂²f/∂s∂t(0, 0)}: {@code (f(h, h) − f(h, −h) − f(−h, h) + f(−h, −h)) / 4h²},
   * extrapolated.
   */
  static Estimate mixed(OfTwo f) {
    return new Table(2)
        .fill(
            h -> {
              Quotient same = combine(f.apply(h, h), f.apply(-h, -h), 1, 4 * h * h);
              Quotient opposite = combine(f.apply(h, -h), f.apply(-h, h), 1, 4 * h * h);
              return new Quotient(
                  Numbers.plus(same.value(), -1, opposite.value()), same.magnitude());
            });
  }

  /** A function of two numbers. */
  @FunctionalInterface
  interface OfTwo {
    double[][] apply(double s, double t);
  }

  /** A difference quotient, and the size of what was subtracted in it. */
  private record Quotient(double[][] value, double[] magnitude) {}

  private static Quotient combine(double[][] a, double[][] b, double sign, double divisor) {
    double[][] quotient = Numbers.plus(a, sign, b);
    double[] magnitude = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      for (int i = 0; i < a[k].length; i++) {
        quotient[k][i] /= divisor;
      }
      magnitude[k] = Math.max(Numbers.largest(a[k]), Numbers.largest(b[k]));
    }
    return new Quotient(quotient, magnitude);
  }

  /** The triangle of extrapolations: row by step, column by order. */
  private static final class Table {

    private final int order;
    private double[][] value;
    private double[] error;
    private double[] scale;
    private int sinceImproved;

    Table(int order) {
      this.order = order;
    }

    Estimate fill(DoubleFunction<Quotient> quotient) {
      List<double[][]> above = new ArrayList<>();
      RuntimeException refused = null;
      double h = 1.0 / 16;
      for (int level = 0; level < LEVELS && !isGoodEnough(); level++, h /= 2) {
        try {
          Quotient q = quotient.apply(h);
          above = Numbers.areFinite(q.value()) ? row(q, h, above) : new ArrayList<>();
        } catch (RuntimeException e) {
          refused = e;
          above = new ArrayList<>();
        }
      }
      if (!isComplete()) {
        throw new IllegalStateException("no step is small enough to stay in the domain", refused);
      }
      return new Estimate(value, error, scale);
    }

    private boolean isGoodEnough() {
      return isComplete() && sinceImproved >= PATIENCE && worst() < 1e-8;
    }

    private boolean isComplete() {
      return value != null && Arrays.stream(value).noneMatch(Objects::isNull);
    }

    private double worst() {
      double worst = 0;
      for (int k = 0; k < error.length; k++) {
        worst = Math.max(worst, relative(k, value[k], error[k]));
      }
      return worst;
    }

    /** Relative to the derivative, or to the function where the derivative vanishes. */
    private double relative(int k, double[] derivative, double estimate) {
      double floor = Math.max(VANISHING * scale[k], Double.MIN_NORMAL);
      return estimate == 0 ? 0 : estimate / Math.max(Numbers.largest(derivative), floor);
    }

    private List<double[][]> row(Quotient first, double h, List<double[][]> above) {
      List<double[][]> row = new ArrayList<>();
      row.add(first.value());
      double[] noise = new double[first.magnitude().length];
      if (value == null) {
        value = new double[noise.length][];
        error = new double[noise.length];
        scale = new double[noise.length];
      }
      for (int k = 0; k < noise.length; k++) {
        scale[k] = Math.max(scale[k], first.magnitude()[k]);
        noise[k] = EPSILON * first.magnitude()[k] / Math.pow(h, order);
      }
      sinceImproved++;
      double factor = 4;
      for (int j = 1; j < COLUMNS && j <= above.size(); j++, factor *= 4) {
        double[][] next = extrapolate(row.get(j - 1), above.get(j - 1), factor);
        row.add(next);
        consider(next, row.get(j - 1), above.get(j - 1), noise, h);
      }
      return row;
    }

    private static double[][] extrapolate(double[][] fine, double[][] coarse, double factor) {
      return Numbers.plus(fine, 1 / (factor - 1), Numbers.plus(fine, -1, coarse));
    }

    private void consider(
        double[][] next, double[][] left, double[][] above, double[] noise, double h) {
      for (int k = 0; k < next.length; k++) {
        double spread =
            Math.max(Numbers.distance(next[k], left[k]), Numbers.distance(next[k], above[k]));
        // the argument is rounded too: by an ulp of itself, that is ε / h of the step
        double estimate = Math.max(spread, noise[k] + EPSILON / h * Numbers.largest(next[k]));
        if (value[k] == null || relative(k, next[k], estimate) < relative(k, value[k], error[k])) {
          value[k] = next[k];
          error[k] = estimate;
          sinceImproved = 0;
        }
      }
    }
  }
}
