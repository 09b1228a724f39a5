package org.frechet.linalg;

import java.util.List;
import org.frechet.value.Matrix;

/** What a filter demands of its model and its observations. */
final class KalmanChecks {

  private static final String OPERATION = "kalmanLogLikelihood";

  private KalmanChecks() {}

  static void require(TimeVaryingModel model, Matrix observations) {
    int n = model.x0().size();
    int p = observations.rows();
    int steps = observations.columns();
    require("f", model.f(), steps, n, n);
    require("h", model.h(), steps, p, n);
    require("q", model.q(), steps, n, n);
    require("r", model.r(), steps, p, p);
    require("p0", List.of(model.p0()), steps, n, n);
    Require.finite(OPERATION, "x0", model.x0().toColumn());
    for (double y : observations.array()) {
      if (Double.isInfinite(y)) {
        throw new IllegalArgumentException(OPERATION + ": an observation is " + y);
      }
    }
  }

  private static void require(String name, List<Matrix> each, int steps, int rows, int columns) {
    if (each.size() != 1 && each.size() != steps) {
      throw new IllegalArgumentException(
          "%s: %s has %d matrices, expected 1 or %d, one for each observation"
              .formatted(OPERATION, name, each.size(), steps));
    }
    for (Matrix matrix : each) {
      if (matrix.rows() != rows || matrix.columns() != columns) {
        throw new IllegalArgumentException(
            "%s: %s is %s, expected %d×%d"
                .formatted(OPERATION, name, matrix.shape(), rows, columns));
      }
      Require.finite(OPERATION, name, matrix);
    }
  }
}
