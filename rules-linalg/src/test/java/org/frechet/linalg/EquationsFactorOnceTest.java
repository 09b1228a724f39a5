package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.linalg.FamilyCatalogue.random;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.junit.jupiter.api.Test;

/** A first derivative factors nothing that its value has not factored. */
class EquationsFactorOnceTest {

  private final Differentiation di = Differentiation.standard();

  private static int factorizations(Supplier<?> computation) {
    CountingKernels.FACTORIZATIONS.set(0);
    assertThat(computation.get()).isNotNull();
    return CountingKernels.FACTORIZATIONS.get();
  }

  private void requireNoMore(Function<Matrix, Scalar> f, Supplier<Matrix> at) {
    int ofValue = factorizations(() -> f.apply(at.get()));
    for (AdType mode : List.of(new AutoForward(), new AutoReverse())) {
      assertThat(factorizations(() -> di.gradient(f, mode, at.get()))).isEqualTo(ofValue);
    }
    assertThat(ofValue).isPositive();
  }

  @Test
  void riccatiEquations() {
    Matrix b = random(4, 2, 2);
    Matrix q = Matrix.identity(4);
    Matrix r = Matrix.identity(2);
    requireNoMore(a -> EquationFunctions.lqr(a, b, q, r).gain().sum(), () -> random(4, 4, 1));
    requireNoMore(a -> EquationFunctions.dlqr(a, b, q, r).gain().sum(), () -> random(4, 4, 1));
  }

  @Test
  void generalizedSylvesterEquations() {
    Matrix b = random(3, 3, 2);
    Matrix c = random(4, 4, 3);
    Matrix e = random(4, 3, 4);
    requireNoMore(
        a -> EquationFunctions.gsylvester(a, b, c, random(3, 3, 5), e).sum(),
        () -> random(4, 4, 1));
  }

  @Test
  void theKalmanFilter() {
    StateSpaceModel m = ComposedKalman.model(3, 2, 1);
    Matrix y = random(2, 10, 2);
    requireNoMore(
        f ->
            EquationFunctions.kalmanLogLikelihood(
                new StateSpaceModel(f, m.h(), m.q(), m.r(), m.x0(), m.p0()), y),
        () -> random(3, 3, 1));
  }

  @Test
  void gaussianDensities() {
    Matrix x = random(3, 2, 3);
    requireNoMore(
        c -> StatisticsFunctions.logNormalDensity(x.column(0), x.column(1), c),
        () -> Matrix.identity(3).add(0.1));
  }
}
