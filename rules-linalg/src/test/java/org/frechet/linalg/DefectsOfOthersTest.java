package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.*;
import static org.frechet.testkit.FrechetAssertions.assertThatRule;

import java.util.List;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Shaping;
import org.frechet.value.Structure;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known to go wrong elsewhere with factorizations, and must not here. */
class DefectsOfOthersTest {

  private static final List<AdType> MODES = List.of(new AutoForward(), new AutoReverse());
  private static final Matrix ROTATION =
      Matrix.of(new double[][] {{2, -1, 2}, {2, 2, -1}, {-1, 2, 2}}).divide(3);

  private final Differentiation di = Differentiation.standard();

  private static void requireClose(Matrix actual, Matrix expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    double size = 1e-300 + norm(expected).toDouble();
    assertThat(norm(actual.subtract(expected)).toDouble() / size).isLessThan(tolerance);
  }

  /** The gradient in reverse mode; forward mode cannot tell what the vectors are used for. */
  private void requireReverseGradientOnly(
      Function<Matrix, Scalar> f, Matrix a, Matrix expected, double tolerance) {
    requireClose(di.gradient(f, new AutoReverse(), a), expected, tolerance);
    assertThatThrownBy(() -> di.gradient(f, new AutoForward(), a))
        .isInstanceOfSatisfying(
            IllDefinedDerivativeException.class,
            e -> assertThat(e.dependence()).isBetween(1e-3, 2.0))
        .hasMessageContaining("the tangent couples")
        .hasMessageContaining(", or reverse mode");
  }

  private void requireGradient(
      Function<Matrix, Scalar> f, Matrix a, Matrix expected, double tolerance) {
    for (AdType mode : MODES) {
      requireClose(di.gradient(f, mode, a), expected, tolerance);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-13})
  void eigenvaluesOfAMatrixThatHappensToBeSymmetricAreThoseOfAGeneralOne(double asymmetry) {
    Matrix a = Matrix.of(new double[][] {{1, 2}, {2 + asymmetry, 3}});
    // λ = 2 ± √5, dλ/dA[0, 1] = A[1, 0] / (λ₁ − λ₀) = ± 1/√5: the same above and below the diagonal
    for (int i = 0; i < 2; i++) {
      int which = i;
      for (AdType mode : MODES) {
        for (Matrix g :
            List.of(
                di.gradient(x -> eigenvalues(x).re().get(which), mode, a),
                di.gradient(x -> eigen(x).values().re().get(which), mode, a))) {
          double expected = (which == 0 ? -1 : 1) / Math.sqrt(5);
          assertThat(g.toRows()[0][1]).isCloseTo(expected, within(1e-12));
          assertThat(g.toRows()[1][0]).isCloseTo(expected, within(1e-12));
        }
      }
    }
  }

  @Test
  void theDiagonalOfARectangleHasARectangularCotangent() {
    for (Matrix a : List.of(random(3, 5, 1), random(5, 3, 2))) {
      Matrix eye = Matrix.identity(3);
      Matrix expected =
          a.rows() == 3
              ? Matrix.beside(List.of(eye, Matrix.zeros(3, 2)))
              : Matrix.above(List.of(eye, Matrix.zeros(2, 3)));
      requireGradient(x -> x.diagonal().sum(), a, expected, 1e-16);
    }
  }

  @Test
  void aSquareSystemIsFactoredOnceAndHasNoTermsOfTheResidual() {
    // A⁻¹ = 2²⁷ [1 + 2⁻²⁷, −1; −1, 1]: all results are exact, and cond(A) = 5e8
    double eps = Math.scalb(1.0, -27);
    Matrix a = Matrix.of(new double[][] {{1, 1}, {1, 1 + eps}});
    Matrix inverse = Matrix.of(new double[][] {{1 + eps, -1}, {-1, 1}}).divide(eps);
    Vector b = Vector.of(1, 0.5);
    Vector s = inverse.column(0);
    Vector x = inverse.multiply(b);
    requireGradient(m -> solve(m, b).get(0), a, s.outer(x).negate(), 1e-15);
    CountingKernels.FACTORIZATIONS.set(0);
    Matrix fresh = Matrix.of(a.toRows());
    di.gradient(m -> solve(m, b).get(0), new AutoReverse(), fresh);
    assertThat(CountingKernels.FACTORIZATIONS).hasValue(1);
  }

  @Test
  void repeatedSingularValuesAreNoObstacleToWhatDoesNotDependOnTheVectors() {
    Matrix twice = ROTATION.multiply(Matrix.diagonal(Vector.of(3, 3, 1)));
    Matrix zero = ROTATION.multiply(Matrix.diagonal(Vector.of(3, 3, 0)));
    for (Matrix a : List.of(twice, zero, ROTATION, Matrix.identity(2), Matrix.zeros(3, 2))) {
      requireReverseGradientOnly(DefectsOfOthersTest::squared, a, a.multiply(2.0), 1e-13);
      requireGradient(x -> singularValues(x).dot(singularValues(x)), a, a.multiply(2.0), 1e-13);
    }
    // the orthogonal factor needs vectors, but not their choice
    Matrix w = random(3, 3, 1);
    Matrix expected = di.gradient(x -> polar(x).u().dot(w), new AutoReverse(), twice);
    requireReverseGradientOnly(x -> orthogonalFactor(svd(x)).dot(w), twice, expected, 1e-13);
    requireGradient(x -> polar(x).u().dot(w), twice, expected, 1e-13);
  }

  private static Matrix orthogonalFactor(Svd svd) {
    return svd.u().multiply(svd.v().transpose());
  }

  /** {@code ‖U diag(s) Vᵀ‖²}. */
  private static Scalar squared(Matrix x) {
    Matrix y = product(svd(x));
    return y.dot(y);
  }

  private static Matrix product(Svd svd) {
    return svd.u().multiply(Matrix.diagonal(svd.s())).multiply(svd.v().transpose());
  }

  @Test
  void repeatedEigenvaluesAreNoObstacleToWhatDoesNotDependOnTheVectors() {
    Matrix core = Matrix.diagonal(Vector.of(2, 2, 5));
    Matrix symmetric = ROTATION.multiply(core).multiply(ROTATION.transpose());
    Matrix general = random(3, 3, 4);
    Matrix a = general.multiply(core).multiply(inv(general));
    requireReverseGradientOnly(
        x -> {
          Eigen e = eigen(x);
          ComplexMatrix scaled = e.vectors().multiply(ComplexMatrix.diagonal(e.values()));
          return trace(scaled.realProduct(e.inverse()));
        },
        a,
        Matrix.identity(3),
        1e-12);
    requireReverseGradientOnly(
        x -> {
          SymmetricEigen e = symmetricEigen(x);
          Matrix squares = Matrix.diagonal(e.values().multiply(e.values()));
          return trace(e.vectors().multiply(squares).multiply(e.vectors().transpose()));
        },
        symmetric,
        symmetric.multiply(2.0),
        1e-13);
  }

  @Test
  void whatDependsOnTheChoiceOfVectorsIsRefusedWithItsSize() {
    Matrix w = random(3, 3, 2);
    List<Function<Matrix, Scalar>> choices =
        List.of(
            x -> svd(x).u().dot(w),
            x -> svd(x).v().dot(w),
            x -> eigen(x).vectors().re().dot(w),
            x -> symmetricEigen(x).vectors().dot(w));
    for (Function<Matrix, Scalar> f : choices) {
      assertThatThrownBy(
              () -> di.gradient(f, new AutoReverse(), Matrix.diagonal(Vector.of(3, 3, 1))))
          .isInstanceOfSatisfying(
              IllDefinedDerivativeException.class,
              e -> assertThat(e.dependence()).isBetween(1e-3, 10.0))
          .hasMessageContaining("the choice of");
    }
    Matrix tall = Matrix.of(new double[][] {{1, 2}, {2, 4}, {3, 6}});
    assertThatThrownBy(() -> di.gradient(x -> sum(svd(x).u()), new AutoReverse(), tall))
        .isInstanceOf(IllDefinedDerivativeException.class);
  }

  @Test
  void valuesAndVectorsOfARepeatedValueTogetherAreRefusedNotAnsweredWrongly() {
    // ⟨W, U diag(s) Vᵀ⟩ and its like have the gradient W, which no pullback can know here
    Matrix w = random(3, 3, 5);
    Matrix twice = Matrix.diagonal(Vector.of(3, 3, 1));
    List<Function<Matrix, Scalar>> mixtures =
        List.of(
            x -> product(svd(x)).dot(w),
            x -> {
              Eigen e = eigen(x);
              ComplexMatrix scaled = e.vectors().multiply(ComplexMatrix.diagonal(e.values()));
              return scaled.realProduct(e.inverse()).dot(w);
            });
    for (Function<Matrix, Scalar> f : mixtures) {
      assertThatThrownBy(() -> di.gradient(f, new AutoReverse(), twice))
          .isInstanceOf(IllDefinedDerivativeException.class)
          .hasMessageContaining("vary together");
    }
    for (Matrix zero : List.of(Matrix.zeros(3, 3), Matrix.diagonal(Vector.of(2, 0, 0)))) {
      assertThatThrownBy(() -> di.gradient(mixtures.get(0), new AutoReverse(), zero))
          .isInstanceOf(IllDefinedDerivativeException.class);
    }
    requireGradient(mixtures.get(0), Matrix.diagonal(Vector.of(3, 2, 0)), w, 1e-14);
  }

  @Test
  void theTestOfLuCanFail() {
    Matrix a = random(4, 4, 3);
    RuleSet forgetful =
        rules ->
            rules
                .override(TriangularFactorizations.LU)
                .frule((lu, x, dx) -> Structure.map(lu, Shaping::zeroLike))
                .rrule((lu, x, g) -> Shaping.zeroLike(x));
    assertThatThrownBy(
            () ->
                assertThatRule(TriangularFactorizations.LU)
                    .withRules(forgetful)
                    .at(a)
                    .isConsistent())
        .isInstanceOf(AssertionError.class);
    for (AdType mode : MODES) {
      assertThat(norm(di.gradient(x -> sum(lu(x).l()), mode, a)).toDouble()).isPositive();
      assertThat(norm(di.gradient(x -> sum(lu(x).u()), mode, a)).toDouble()).isPositive();
    }
  }
}
