package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.linalg.ComposedKalman.model;
import static org.frechet.linalg.ComposedKalman.varying;
import static org.frechet.linalg.EquationFunctions.kalmanLogLikelihood;
import static org.frechet.linalg.FamilyCatalogue.random;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class KalmanTest {

  private static final double NAN = Double.NaN;

  private final Differentiation di = Differentiation.standard();

  /** The largest relative distance between two structures, leaf by leaf. */
  private static double distance(Object actual, Object expected) {
    List<Value> a = Structure.leaves(actual);
    List<Value> b = Structure.leaves(expected);
    double largest = 0;
    for (int i = 0; i < b.size(); i++) {
      double size = LinearAlgebra.norm(b.get(i)).toDouble();
      Value error = org.frechet.value.Elementwise.subtract(a.get(i), b.get(i));
      double relative = LinearAlgebra.norm(error).toDouble() / (size == 0 ? 1 : size);
      largest = Math.max(largest, relative);
    }
    return largest;
  }

  @Test
  void theFusedFilterIsTheComposedOne() {
    for (TimeVaryingModel m :
        List.of(model(1, 1, 1).timeVarying(), model(5, 2, 2).timeVarying(), varying(3, 4, 20, 3))) {
      Matrix y = random(m.h().get(0).rows(), 20, 4);
      double expected = ComposedKalman.logLikelihood(m, y).toDouble();
      assertThat(kalmanLogLikelihood(m, y).toDouble())
          .isCloseTo(expected, within(1e-13 * Math.abs(expected)));
      TimeVaryingModel gradient =
          di.gradient(x -> ComposedKalman.logLikelihood(x, y), new AutoReverse(), m);
      assertThat(
              distance(di.gradient(x -> kalmanLogLikelihood(x, y), new AutoReverse(), m), gradient))
          .isLessThan(1e-12);
      Matrix ofData = di.gradient(x -> ComposedKalman.logLikelihood(m, x), new AutoReverse(), y);
      assertThat(
              distance(di.gradient(x -> kalmanLogLikelihood(m, x), new AutoReverse(), y), ofData))
          .isLessThan(1e-12);
    }
  }

  /** Each of equal coefficients has a gradient of its own, which add up to that of one for all. */
  @Test
  void oneMatrixForEachTimeHasAGradientForEachTime() {
    StateSpaceModel m = model(3, 2, 5);
    Matrix y = random(2, 60, 6);
    Function<StateSpaceModel, TimeVaryingModel> each =
        x ->
            new TimeVaryingModel(
                Collections.nCopies(60, x.f()),
                Collections.nCopies(60, x.h()),
                Collections.nCopies(60, x.q()),
                Collections.nCopies(60, x.r()),
                x.x0(),
                x.p0());
    AdType mode = new AutoReverse();
    TimeVaryingModel expected =
        di.gradient(x -> ComposedKalman.logLikelihood(x, y), mode, each.apply(m));
    assertThat(distance(di.gradient(x -> kalmanLogLikelihood(x, y), mode, each.apply(m)), expected))
        .isLessThan(1e-10);
    assertThat(
            distance(
                di.gradient(x -> kalmanLogLikelihood(each.apply(x), y), mode, m),
                di.gradient(x -> kalmanLogLikelihood(x, y), mode, m)))
        .isLessThan(1e-10);
  }

  /** A filter settles only where coefficients are given once: copies make it go on. */
  @Test
  void aFilterThatHasSettledIsTheOneThatGoesOn() {
    double[] some = random(2, 160, 8).array().clone();
    for (int missing : new int[] {0, 3, 80, 195, 197, 319}) {
      some[missing] = NAN;
    }
    Matrix gaps = Matrix.wrap(2, 160, some);
    StateSpaceModel slow = model(4, 2, 6);
    StateSpaceModel fixed =
        new StateSpaceModel(
            Matrix.diagonal(Vector.of(1, 0.999, 0.5)).add(0.0),
            random(2, 3, 7),
            Matrix.diagonal(Vector.of(0, 1e-3, 1)).add(0.0),
            Matrix.identity(2),
            random(3, 8),
            Matrix.diagonal(Vector.of(0, 1e6, 1)).add(0.0));
    for (StateSpaceModel m : List.of(model(1, 2, 5), slow, fixed, model(6, 2, 1))) {
      for (Matrix y : List.of(gaps, random(2, 160, 9), random(2, 2, 9), random(2, 1, 9))) {
        requireSettledAsGoingOn(m, y);
      }
    }
  }

  private void requireSettledAsGoingOn(StateSpaceModel m, Matrix y) {
    Function<StateSpaceModel, TimeVaryingModel> copies =
        x ->
            new TimeVaryingModel(
                Collections.nCopies(y.columns(), x.f()).stream()
                    .map(a -> a.negate().negate())
                    .toList(),
                List.of(x.h()),
                List.of(x.q()),
                List.of(x.r()),
                x.x0(),
                x.p0());
    assertThat(copies.apply(m).f().get(0).array()).isNotSameAs(m.f().array());
    double expected = kalmanLogLikelihood(copies.apply(m), y).toDouble();
    assertThat(kalmanLogLikelihood(m, y).toDouble())
        .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    AdType mode = new AutoReverse();
    assertThat(
            distance(
                di.gradient(x -> kalmanLogLikelihood(x, y), mode, m),
                di.gradient(x -> kalmanLogLikelihood(copies.apply(x), y), mode, m)))
        .isLessThan(1e-10);
    assertThat(
            distance(
                di.gradient(x -> kalmanLogLikelihood(m, x), mode, y),
                di.gradient(x -> kalmanLogLikelihood(copies.apply(m), x), mode, y)))
        .isLessThan(1e-10);
  }

  @Test
  void aModelThatDoesNotVaryMayBeGivenPlainly() {
    StateSpaceModel m = model(3, 2, 5);
    Matrix y = random(2, 10, 6);
    StateSpaceModel gradient = di.gradient(x -> kalmanLogLikelihood(x, y), new AutoForward(), m);
    TimeVaryingModel expected =
        di.gradient(x -> kalmanLogLikelihood(x, y), new AutoReverse(), m.timeVarying());
    assertThat(distance(gradient, expected)).isLessThan(1e-14);
    assertThat(gradient.q()).isEqualTo(gradient.q().transpose());
  }

  @Test
  void hessiansAreThoseOfTheComposedFilter() {
    Matrix y = random(1, 12, 7);
    Function<Vector, TimeVaryingModel> of =
        v ->
            new StateSpaceModel(
                    v.slice(0, 4).reshape(2, 2),
                    v.slice(4, 6).reshape(1, 2),
                    Matrix.diagonal(v.slice(6, 8).exp()),
                    Matrix.diagonal(v.slice(8, 9).exp()),
                    Vector.zeros(2),
                    Matrix.diagonal(v.slice(6, 8).exp()))
                .timeVarying();
    Vector point = random(9, 8).multiply(0.5);
    Matrix expected =
        di.hessian(
            v -> ComposedKalman.logLikelihood(of.apply(v), y),
            SecondOrder.of(new AutoForward(), new AutoReverse()),
            point);
    for (SecondOrder order :
        List.of(
            SecondOrder.of(new AutoForward(), new AutoReverse()),
            SecondOrder.of(new AutoReverse(), new AutoReverse()),
            SecondOrder.of(new AutoReverse(), new AutoForward()),
            SecondOrder.of(new AutoForward(), new AutoForward()))) {
      Matrix hessian = di.hessian(v -> kalmanLogLikelihood(of.apply(v), y), order, point);
      assertThat(distance(hessian, expected)).isLessThan(1e-11);
    }
  }

  /** Missing entries are left out: so is a row of H, and a row and a column of R. */
  @Test
  void missingObservationsCountForNothing() {
    StateSpaceModel m = model(2, 2, 9);
    Matrix half = Matrix.of(2, 3, 0.3, NAN, -0.2, NAN, 0.1, NAN);
    StateSpaceModel first =
        new StateSpaceModel(
            m.f(), m.h().block(0, 0, 1, 2), m.q(), m.r().block(0, 0, 1, 1), m.x0(), m.p0());
    Matrix seen = Matrix.of(1, 3, 0.3, -0.2, 0.1);
    assertThat(kalmanLogLikelihood(m, half).toDouble())
        .isCloseTo(kalmanLogLikelihood(first, seen).toDouble(), within(1e-14));
    StateSpaceModel g = di.gradient(x -> kalmanLogLikelihood(x, half), new AutoReverse(), m);
    StateSpaceModel expected =
        di.gradient(x -> kalmanLogLikelihood(x, seen), new AutoReverse(), first);
    assertThat(distance(g.f(), expected.f())).isLessThan(1e-13);
    assertThat(g.h().row(1)).isEqualTo(Vector.zeros(2));
    assertThat(distance(g.h().row(0), expected.h().row(0))).isLessThan(1e-13);
    assertThat(g.r().get(1, 1).toDouble()).isEqualTo(0);
    assertThat(distance(g.p0(), expected.p0())).isLessThan(1e-13);
    Matrix ofData = di.gradient(x -> kalmanLogLikelihood(m, x), new AutoReverse(), half);
    assertThat(ofData.row(1)).isEqualTo(Vector.zeros(3));
    StateSpaceModel v = model(2, 2, 11);
    StateSpaceModel product = di.hvp(x -> kalmanLogLikelihood(x, half), new AutoReverse(), m, v);
    StateSpaceModel smaller =
        new StateSpaceModel(
            v.f(), v.h().block(0, 0, 1, 2), v.q(), v.r().block(0, 0, 1, 1), v.x0(), v.p0());
    StateSpaceModel whole =
        di.hvp(x -> kalmanLogLikelihood(x, seen), new AutoReverse(), first, smaller);
    assertThat(distance(product.f(), whole.f())).isLessThan(1e-12);
    assertThat(distance(product.p0(), whole.p0())).isLessThan(1e-12);
  }

  @Test
  void withoutAnyObservationTheLikelihoodIsOne() {
    StateSpaceModel m = model(2, 1, 12);
    assertThat(kalmanLogLikelihood(m, Matrix.zeros(1, 0)).toDouble()).isEqualTo(0);
    Matrix none = Matrix.of(1, 2, NAN, NAN);
    assertThat(kalmanLogLikelihood(m, none).toDouble()).isEqualTo(0);
    StateSpaceModel g = di.gradient(x -> kalmanLogLikelihood(x, none), new AutoReverse(), m);
    assertThat(g.q()).isEqualTo(Matrix.zeros(2, 2));
  }

  /** One observation: the density of a Gaussian vector. */
  @Test
  void oneObservationIsOneGaussianVector() {
    StateSpaceModel m = model(3, 2, 13);
    Matrix y = random(2, 1, 14);
    Matrix covariance = StructureFunctions.congruence(m.h(), m.p0()).add(m.r());
    Scalar expected =
        StatisticsFunctions.logNormalDensity(y.column(0), m.h().multiply(m.x0()), covariance);
    assertThat(kalmanLogLikelihood(m, y).toDouble()).isCloseTo(expected.toDouble(), within(1e-14));
  }

  @Test
  void whatIsWrongIsNamed() {
    StateSpaceModel m = model(2, 1, 15);
    assertThatThrownBy(() -> kalmanLogLikelihood(m, random(2, 3, 1)))
        .hasMessage("kalmanLogLikelihood: h is 1×2, expected 2×2");
    assertThatThrownBy(() -> kalmanLogLikelihood(varying(2, 1, 3, 1), random(1, 4, 1)))
        .hasMessageContaining("f has 3 matrices, expected 1 or 4");
    assertThatThrownBy(() -> kalmanLogLikelihood(m, Matrix.of(1, 1, Double.POSITIVE_INFINITY)))
        .hasMessage("kalmanLogLikelihood: an observation is Infinity");
    StateSpaceModel negative =
        new StateSpaceModel(m.f(), m.h(), m.q(), Matrix.of(1, 1, -100), m.x0(), m.p0());
    assertThatThrownBy(() -> kalmanLogLikelihood(negative, random(1, 3, 1)))
        .isInstanceOf(NotPositiveDefiniteException.class)
        .hasMessageContaining("prediction error at time 0");
  }
}
