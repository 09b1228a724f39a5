package org.frechet.linalg;

import static org.frechet.linalg.ComposedKalman.model;
import static org.frechet.linalg.ComposedKalman.varying;
import static org.frechet.linalg.FamilyCatalogue.random;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The fused Kalman filter, at ordinary and at hard points. */
class KalmanCatalogueTest {

  private static final StateSpaceModel TWO = model(2, 1, 1);

  @TestFactory
  Stream<DynamicTest> rules() {
    return catalogue().tests();
  }

  static RuleCatalogue catalogue() {
    RuleCatalogue catalogue = FamilyCatalogue.of(KalmanRules.class);
    Matrix one = Matrix.of(1, 1, 1.0);
    TimeVaryingModel level =
        new StateSpaceModel(one, one, one.multiply(0.3), one, Vector.of(0), one.multiply(1e4))
            .timeVarying();
    TimeVaryingModel negative =
        new StateSpaceModel(one, one, one, one.multiply(-9.0), Vector.of(0), one).timeVarying();
    return catalogue
        .add(Kalman.LOG_LIKELIHOOD, "2 states", TWO.timeVarying(), random(1, 4, 9))
        .add(
            Kalman.LOG_LIKELIHOOD,
            "more observations than states",
            model(2, 3, 2).timeVarying(),
            random(3, 3, 9))
        .add(Kalman.LOG_LIKELIHOOD, "varying", varying(2, 2, 3, 3), random(2, 3, 8))
        .add(Kalman.LOG_LIKELIHOOD, "local level, vague start", level, random(1, 4, 7))
        .add(Kalman.LOG_LIKELIHOOD, "without noise of the state", noiseless(), random(1, 3, 7))
        .add(Kalman.LOG_LIKELIHOOD, "one time", TWO.timeVarying(), random(1, 1, 9))
        .add(Kalman.LOG_LIKELIHOOD, "no time", TWO.timeVarying(), Matrix.zeros(1, 0))
        .addThrowing(Kalman.LOG_LIKELIHOOD, "negative variance", negative, random(1, 2, 9))
        .add(
            Kalman.GRADIENT,
            "itself",
            rule -> rule.withConstant(0),
            Scalar.of(0),
            TWO.timeVarying(),
            random(1, 3, 9))
        .add(Kalman.ZERO_IF_MISSING, "numbers", random(3, 5))
        .add(Kalman.IS_OBSERVED, "numbers", random(3, 5));
  }

  private static TimeVaryingModel noiseless() {
    return new TimeVaryingModel(
        List.of(TWO.f()),
        List.of(TWO.h()),
        List.of(Matrix.zeros(2, 2).add(0.0)),
        List.of(TWO.r()),
        TWO.x0(),
        TWO.p0());
  }
}
