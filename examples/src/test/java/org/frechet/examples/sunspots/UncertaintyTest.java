package org.frechet.examples.sunspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.linalg.LinearAlgebra.symmetricEigenvalues;

import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS) // one fit for all tests
class UncertaintyTest {

  private final Differentiation di = Differentiation.standard();
  private final Function<Vector, Scalar> likelihood =
      new Sunspots(System.out).negativeLogLikelihood();
  private final Vector theta = Fit.minimize(di, likelihood, Sunspots.START, step -> {}).last().x();
  private final Uncertainty uncertainty = Uncertainty.at(di, likelihood, theta);

  private void assertHessian(Matrix other, double tolerance) {
    double size = uncertainty.hessian().norm().toDouble();
    assertThat(uncertainty.hessian().subtract(other).norm().toDouble())
        .isLessThan(tolerance * size);
  }

  private Matrix hessian(AdType outer, AdType inner) {
    return di.hessian(likelihood, SecondOrder.of(outer, inner), theta);
  }

  @Test
  void theHessianIsSymmetricAndPositiveDefinite() {
    assertHessian(uncertainty.hessian().transpose(), 1e-12);
    Scalar smallest = symmetricEigenvalues(uncertainty.hessian()).get(0);
    assertThat(smallest.toDouble()).isGreaterThan(1);
  }

  @Test
  void theHessianDoesNotDependOnTheOrder() {
    assertHessian(hessian(new AutoReverse(), new AutoForward()), 1e-11);
    assertHessian(hessian(new AutoForward(), new AutoForward()), 1e-11);
    assertHessian(hessian(new AutoReverse(), new AutoReverse()), 1e-11);
  }

  @Test
  void theHessianIsThatOfFiniteDifferences() {
    assertHessian(hessian(new AutoFiniteDiff(), new AutoReverse()), 1e-8);
  }

  @Test
  void standardErrorsAreFiniteAndPositive() {
    double[] errors = uncertainty.standardErrors().toArray();
    assertThat(errors).hasSize(4);
    for (double error : errors) {
      assertThat(error).isFinite().isPositive();
    }
  }

  @Test
  void theCycleIsKnownToHalfAYear() {
    double error = uncertainty.standardError(estimate -> Carma.of(estimate).cycle());
    assertThat(error).isCloseTo(0.48, within(5e-3));
  }

  @Test
  void theDeltaMethodIsExactForALinearFunction() {
    Uncertainty known =
        Uncertainty.at(di, x -> x.get(0).pow(2).add(x.get(1).pow(2).multiply(8)), Vector.zeros(2));
    assertThat(known.standardErrors().toArray())
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(Math.sqrt(0.5), 0.25);
    double error = known.standardError(x -> x.get(0).multiply(3).subtract(x.get(1).multiply(2)));
    assertThat(error).isCloseTo(Math.sqrt(9 * 0.5 + 4 * 0.0625), within(1e-14));
  }
}
