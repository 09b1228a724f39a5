package org.frechet.linalg;

import java.util.List;
import org.frechet.linalg.kernel.KalmanFilter;
import org.frechet.linalg.kernel.KalmanGradient;
import org.frechet.linalg.kernel.KalmanSystem;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * The primitives of the Kalman filter. The log-likelihood is one pass over arrays, what it computes
 * on the way is kept with its value, and the gradient is one pass back over that. Derivatives of
 * the gradient go through the same two passes in differentiable operations.
 */
public final class Kalman {

  /** The log-likelihood of p×T observations; NaN ones are missing. */
  public static final Primitive.Binary<TimeVaryingModel, Matrix, Scalar> LOG_LIKELIHOOD =
      Primitive.binary("kalmanLogLikelihood", Kalman::logLikelihood);

  /** The gradient of the log-likelihood; its first argument, the value, only tells what is kept. */
  public static final Primitive.Ternary<Scalar, TimeVaryingModel, Matrix, KalmanGradients>
      GRADIENT = Primitive.composed("kalmanLogLikelihood: gradient", Kalman::gradient);

  /** 0 for NaN, a missing observation. */
  public static final Primitive.Elementwise ZERO_IF_MISSING =
      Primitive.elementwise("zero if missing", (double y) -> Double.isNaN(y) ? 0 : y);

  /** 0 for NaN, a missing observation, and else 1. */
  public static final Primitive.Elementwise IS_OBSERVED =
      Primitive.elementwise("is observed", (double y) -> Double.isNaN(y) ? 0 : 1);

  private static final Object FILTERED = new Object();

  private Kalman() {}

  /** A run, and the very values that it ran over. */
  private record Filtered(List<Value> arguments, KalmanFilter filter) {

    @SuppressWarnings("ReferenceEquality") // a comparison of numbers would cost as much as a run
    boolean isOf(List<Value> others) {
      boolean same = arguments.size() == others.size();
      for (int i = 0; same && i < others.size(); i++) {
        same = arguments.get(i) == others.get(i);
      }
      return same;
    }
  }

  private static Scalar logLikelihood(TimeVaryingModel model, Matrix observations) {
    KalmanFilter filter = filter(model, observations);
    Scalar y = Scalar.of(filter.logLikelihood());
    Filtered filtered = new Filtered(Structure.leaves(List.of(model, observations)), filter);
    y.keep(FILTERED, () -> filtered);
    return y;
  }

  private static KalmanFilter filter(TimeVaryingModel model, Matrix observations) {
    KalmanChecks.require(model, observations);
    int p = observations.rows();
    KalmanFilter filter =
        KalmanFilter.of(
            new KalmanSystem(
                coefficients(model),
                model.x0().array(),
                model.p0().array(),
                p,
                observations.array()));
    if (filter.failure() >= 0) {
      throw new NotPositiveDefiniteException(
          "kalmanLogLikelihood, covariance H P Hᵀ + R of the prediction error at time "
              + filter.failure(),
          p,
          filter.failedPivot());
    }
    return filter;
  }

  private static double[][][] coefficients(TimeVaryingModel model) {
    return new double[][][] {
      arrays(model.f()), arrays(model.h()), arrays(model.q()), arrays(model.r())
    };
  }

  private static double[][] arrays(List<Matrix> each) {
    return each.stream().map(Matrix::array).toArray(double[][]::new);
  }

  private static KalmanGradients gradient(
      Scalar value, TimeVaryingModel model, Matrix observations) {
    List<Value> arguments = Structure.leaves(List.of(model, observations));
    if (arguments.stream().anyMatch(Value::isTraced)) {
      return KalmanRecursion.gradient(model, observations);
    }
    KalmanFilter filter =
        value
            .detach()
            .<Filtered>kept(FILTERED)
            .filter(kept -> kept.isOf(arguments))
            .map(Filtered::filter)
            .orElseGet(() -> filter(model, observations));
    return gradient(filter, model, observations);
  }

  private static KalmanGradients gradient(
      KalmanFilter filter, TimeVaryingModel model, Matrix observations) {
    int n = model.x0().size();
    int p = observations.rows();
    KalmanGradient found =
        KalmanGradient.of(
            filter, model.f().size(), model.h().size(), model.q().size(), model.r().size());
    return new KalmanGradients(
        new TimeVaryingModel(
            matrices(n, n, found.ofCoefficient(0)),
            matrices(p, n, found.ofCoefficient(1)),
            matrices(n, n, found.ofCoefficient(2)),
            matrices(p, p, found.ofCoefficient(3)),
            Vector.wrap(found.ofMean()),
            Matrix.wrap(n, n, found.ofCovariance())),
        Matrix.wrap(p, observations.columns(), found.ofObservations()));
  }

  private static List<Matrix> matrices(int rows, int columns, double[][] arrays) {
    return java.util.Arrays.stream(arrays).map(a -> Matrix.wrap(rows, columns, a)).toList();
  }
}
