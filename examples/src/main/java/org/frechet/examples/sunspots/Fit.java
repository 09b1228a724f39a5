package org.frechet.examples.sunspots;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ddogleg.optimization.FactoryOptimization;
import org.ddogleg.optimization.UnconstrainedMinimization;
import org.ddogleg.optimization.quasinewton.ConfigQuasiNewton;
import org.frechet.Differentiation;
import org.frechet.ValueAndGradient;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * A minimum, found by the BFGS method of DDogleg with gradients by reverse mode.
 *
 * @param last the last accepted step
 * @param converged whether a tolerance was met; otherwise the search stopped short
 */
record Fit(Step last, boolean converged) {

  private static final double TOLERANCE = 1e-12;
  private static final int MAX_ITERATIONS = 1000;

  /** No bound from below: a tight one would shorten the steps. */
  private static final double UNBOUNDED = -1e300;

  /**
   * An accepted step.
   *
   * @param number the start is step 0
   * @param x where it led
   * @param value the function there
   * @param slope the largest entry of the gradient there, by absolute value
   */
  record Step(int number, Vector x, double value, double slope) {}

  /**
   * Minimizes {@code f}, which may be infinite, NaN or refuse anywhere but at the start.
   *
   * @param progress is told the start and each accepted step
   */
  static Fit minimize(
      Differentiation di, Function<Vector, Scalar> f, Vector start, Consumer<Step> progress) {
    double[] x = start.toArray();
    Objective objective = new Objective(di.prepareGradient(f, new AutoReverse(), x), x);
    return descend(bfgs(objective, x), objective, progress, step(0, objective, x));
  }

  private static Fit descend(
      UnconstrainedMinimization bfgs, Objective objective, Consumer<Step> progress, Step first) {
    Step step = first;
    progress.accept(step);
    boolean stopped = false;
    for (int i = 0; i < MAX_ITERATIONS && !stopped; i++) {
      stopped = bfgs.iterate(); // one trial of a line search; an updated one has been accepted
      if (bfgs.isUpdated()) {
        step = step(step.number() + 1, objective, bfgs.getParameters());
        progress.accept(step);
      }
    }
    return new Fit(step, stopped && bfgs.isConverged());
  }

  private static UnconstrainedMinimization bfgs(Objective objective, double[] start) {
    ConfigQuasiNewton config = new ConfigQuasiNewton();
    // The default line search does not end once it has met a value that is not finite.
    config.lineSearch = ConfigQuasiNewton.LineSearch.FLETCHER86;
    UnconstrainedMinimization bfgs = FactoryOptimization.quasiNewtonBfgs(config);
    bfgs.setFunction(objective, objective, UNBOUNDED);
    bfgs.initialize(start, TOLERANCE, TOLERANCE);
    return bfgs;
  }

  private static Step step(int number, Objective objective, double[] x) {
    ValueAndGradient.OfArray at = objective.at(x);
    double slope = Arrays.stream(at.gradient()).map(Math::abs).max().orElse(0);
    return new Step(number, Vector.of(x), at.value(), slope);
  }
}
