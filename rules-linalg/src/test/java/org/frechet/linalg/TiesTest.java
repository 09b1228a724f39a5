package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Elementary;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** Forward mode and second derivatives where eigenvalues or singular values are repeated. */
class TiesTest {

  private static final AdType FORWARD = new AutoForward();
  private static final AdType REVERSE = new AutoReverse();
  private static final AdType FORWARD_OVER_REVERSE = SecondOrder.of(FORWARD, REVERSE);
  private static final List<AdType> ORDERS =
      List.of(
          FORWARD_OVER_REVERSE,
          SecondOrder.of(REVERSE, REVERSE),
          SecondOrder.of(FORWARD, FORWARD),
          SecondOrder.of(REVERSE, FORWARD));

  private static final Matrix ROTATION =
      Matrix.of(new double[][] {{2, -1, 2}, {2, 2, -1}, {-1, 2, 2}}).divide(3);
  private static final Matrix TIED = turned(Vector.of(2, 2, 5));

  /** Couples nothing: eigenvectors of the tie stay what they are. */
  private static final Matrix SPLITTING = turned(Vector.of(1, 1, -3));

  private static final Matrix COUPLING = symmetricPart(random(3, 3, 11));

  private final Differentiation di = Differentiation.standard();

  private static Matrix turned(Vector values) {
    Matrix a = ROTATION.multiply(Matrix.diagonal(values)).multiply(ROTATION.transpose());
    return symmetricPart(a);
  }

  private static void requireClose(Matrix actual, Matrix expected, double tolerance) {
    assertThat(norm(actual.subtract(expected)).toDouble()).isLessThan(tolerance);
  }

  private static Matrix squared(SymmetricEigen e) {
    Matrix squares = Matrix.diagonal(e.values().multiply(e.values()));
    return e.vectors().multiply(squares).multiply(e.vectors().transpose());
  }

  private static Matrix product(Svd svd) {
    return svd.u().multiply(Matrix.diagonal(svd.s())).multiply(svd.v().transpose());
  }

  @Test
  void aTangentThatCouplesNothingIsFollowed() {
    Matrix expected = TIED.multiply(SPLITTING).add(SPLITTING.multiply(TIED));
    requireClose(
        di.pushforward(x -> squared(symmetricEigen(x)), FORWARD, TIED, SPLITTING), expected, 1e-13);
    requireClose(di.pushforward(x -> product(svd(x)), FORWARD, TIED, SPLITTING), SPLITTING, 1e-13);
  }

  @Test
  void aTangentThatCouplesIsRefusedWithItsMeasureAndAdvice() {
    double small = 1e-6;
    Matrix tangent = SPLITTING.add(COUPLING.multiply(small));
    assertThatThrownBy(
            () -> di.pushforward(x -> squared(symmetricEigen(x)), FORWARD, TIED, tangent))
        .isInstanceOfSatisfying(
            IllDefinedDerivativeException.class,
            e -> assertThat(e.dependence()).isBetween(small / 100, small))
        .hasMessageContaining("symmetricFunction");
    assertThatThrownBy(() -> di.pushforward(x -> product(svd(x)), FORWARD, TIED, COUPLING))
        .isInstanceOf(IllDefinedDerivativeException.class)
        .hasMessageContaining("polar");
    Matrix tall = Matrix.of(new double[][] {{1, 2}, {2, 4}, {3, 6}});
    assertThatThrownBy(() -> di.pushforward(x -> svd(x).u(), FORWARD, tall, random(3, 2, 1)))
        .isInstanceOf(IllDefinedDerivativeException.class);
    assertThatThrownBy(() -> di.pushforward(x -> eigen(x).vectors(), FORWARD, TIED, COUPLING))
        .isInstanceOf(IllDefinedDerivativeException.class)
        .hasMessageContaining("matrixFunction");
  }

  /** Refused is what reads the vectors' tangents, not what has values of the same decomposition. */
  @Test
  void valuesBesideVectorsThatHaveNoDerivativeHaveTheirs() {
    Matrix inverse = inv(TIED);
    List<Function<Matrix, Scalar>> logdets =
        List.of(
            x -> symmetricEigen(x).values().log().sum(),
            x -> svd(x).s().log().sum(),
            x -> eigen(x).values().re().log().sum());
    for (Function<Matrix, Scalar> f : logdets) {
      requireClose(di.gradient(f, FORWARD, TIED), inverse, 1e-13);
      requireClose(di.gradient(f, REVERSE, TIED), inverse, 1e-13);
    }
    assertThatThrownBy(
            () -> di.pushforward(x -> symmetricEigen(x).vectors(), FORWARD, TIED, COUPLING))
        .isInstanceOf(IllDefinedDerivativeException.class);
    assertThatThrownBy(() -> di.jacobian(x -> symmetricEigen(x).vectors(), FORWARD, TIED))
        .isInstanceOf(IllDefinedDerivativeException.class);
  }

  @Test
  void roundingIsNotDividedByASmallGap() {
    Matrix exact = Matrix.diagonal(Vector.of(2, 2 + 1e-10, 5)).add(0.0);
    Matrix almost = Matrix.of(new double[][] {{1, 1e-17, 0}, {1e-17, 3, 0}, {0, 0, -3}});
    Matrix still = di.pushforward(x -> symmetricEigen(x).vectors(), FORWARD, exact, almost);
    requireClose(still, Matrix.zeros(3, 3), 1e-300);
  }

  @Test
  void whatNeedsNoVectorsHasAllDerivativesAtTies() {
    List<Function<Matrix, Scalar>> functions =
        List.of(
            x -> trace(symmetricFunction(Elementary.EXP, x)),
            x -> sum(polar(x).u().multiply(x)),
            x -> nuclearNorm(x),
            x -> sum(pinv(x)));
    for (Function<Matrix, Scalar> f : functions) {
      Matrix expected = di.hvp(f, FORWARD_OVER_REVERSE, TIED, COUPLING);
      for (AdType order : ORDERS) {
        requireClose(di.hvp(f, order, TIED, COUPLING), expected, 1e-12 * 50);
      }
    }
    Matrix hvp = di.hvp(x -> trace(symmetricPower(x, 2)), FORWARD_OVER_REVERSE, TIED, COUPLING);
    requireClose(hvp, COUPLING.multiply(2.0), 1e-13);
  }

  /** The Hessian of {@code Σ λᵢ} is zero; that of {@code Σ λᵢ²} is not in {@code 2λ} alone. */
  @Test
  void secondDerivativesOfValuesAreRightOrRefused() {
    Function<Matrix, Scalar> sum = x -> symmetricEigenvalues(x).sum();
    requireClose(di.hvp(sum, FORWARD_OVER_REVERSE, TIED, COUPLING), Matrix.zeros(3, 3), 1e-14);
    Function<Matrix, Scalar> traces = x -> eigenvalues(x).re().sum();
    Matrix twos = Matrix.identity(3).multiply(2.0).add(0.0);
    requireClose(di.hvp(traces, FORWARD_OVER_REVERSE, twos, COUPLING), Matrix.zeros(3, 3), 1e-14);
    List<Function<Matrix, Scalar>> squares =
        List.of(
            x -> eigenvalues(x).re().dot(eigenvalues(x).re()),
            x -> symmetricEigenvalues(x).dot(symmetricEigenvalues(x)),
            x -> singularValues(x).dot(singularValues(x)));
    for (Function<Matrix, Scalar> f : squares) {
      for (AdType order : ORDERS) {
        requireClose(di.hvp(f, order, TIED, SPLITTING), SPLITTING.multiply(2.0), 1e-13);
        assertThatThrownBy(() -> di.hvp(f, order, TIED, COUPLING))
            .isInstanceOf(IllDefinedDerivativeException.class)
            .hasMessageContaining("trace(symmetricFunction(φ, A))");
      }
    }
  }
}
