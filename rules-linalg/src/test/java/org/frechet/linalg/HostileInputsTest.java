package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.AbstractThrowableAssert;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What somebody will pass one day: a clear refusal with its measure, in both modes, and no hang.
 */
@Timeout(60)
class HostileInputsTest {

  private static final List<AdType> MODES = List.of(new AutoForward(), new AutoReverse());
  private static final Matrix EYE = Matrix.identity(2);
  private static final Matrix ROTATION = Matrix.of(new double[][] {{0, 1}, {-1, 0}});
  private static final Matrix JORDAN = Matrix.of(new double[][] {{1, 1}, {0, 1}});

  private final Differentiation di = Differentiation.standard();

  private static Map<String, Function<Matrix, Scalar>> functions() {
    Map<String, Function<Matrix, Scalar>> all = new LinkedHashMap<>();
    all.put("lyap", x -> sum(lyap(x, EYE)));
    all.put("dlyap", x -> sum(dlyap(x, EYE)));
    all.put("lyap of q", x -> sum(lyap(JORDAN, x)));
    all.put("sylvester", x -> sum(sylvester(x, EYE, EYE)));
    all.put("sylvester of c", x -> sum(sylvester(JORDAN, EYE, x)));
    all.put("gsylvester", x -> sum(gsylvester(x, EYE, EYE, EYE, EYE)));
    all.put("care", x -> sum(care(x, EYE, EYE, EYE)));
    all.put("care of b", x -> sum(care(EYE, x, EYE, EYE)));
    all.put("care of q", x -> sum(care(EYE, EYE, x, EYE)));
    all.put("dare", x -> sum(dare(x, EYE, EYE, EYE)));
    all.put("dare of r", x -> sum(dare(EYE, EYE, EYE, x)));
    all.put("vanLoan", x -> sum(vanLoan(x, EYE, 1).covariance()));
    all.put("svd", x -> sum(svd(x).u()));
    all.put("singularValues", x -> singularValues(x).sum());
    all.put("symmetricEigen", x -> sum(symmetricEigen(x).vectors()));
    all.put("symmetricEigenvalues", x -> symmetricEigenvalues(x).sum());
    all.put("eigen", x -> sum(eigen(x).vectors().re()));
    all.put("eigenvalues", x -> eigenvalues(x).re().sum());
    all.put("qr", x -> sum(qr(x).r()));
    all.put("lu", x -> sum(lu(x).u()));
    all.put("ldlt", x -> sum(ldlt(x).l()));
    all.put("cholesky", x -> sum(cholesky(x)));
    all.put("polar", x -> sum(polar(x).u()));
    all.put("pinv", x -> sum(pinv(x)));
    all.put("nuclearNorm", x -> nuclearNorm(x));
    all.put("cond", x -> cond(x));
    all.put("det", x -> det(x));
    return all;
  }

  /** In value and gradients alike. */
  private void requireRefusal(
      Function<Matrix, Scalar> f, Matrix a, Class<? extends Exception> type, String... message) {
    requireMessage(assertThatThrownBy(() -> f.apply(a)), type, message);
    requireRefusedGradient(f, a, type, message);
  }

  private void requireRefusedGradient(
      Function<Matrix, Scalar> f, Matrix a, Class<? extends Exception> type, String... message) {
    for (AdType mode : MODES) {
      requireMessage(assertThatThrownBy(() -> di.gradient(f, mode, a)), type, message);
    }
  }

  private static void requireMessage(
      AbstractThrowableAssert<?, ?> thrown, Class<? extends Exception> type, String... message) {
    thrown.isInstanceOf(type).hasMessageContainingAll(message);
  }

  @Test
  void whatIsNotFiniteIsNamedWithItsPlace() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Matrix a = Matrix.of(new double[][] {{2, 0}, {bad, 3}});
      functions()
          .forEach(
              (name, f) ->
                  requireRefusal(
                      f,
                      a,
                      IllegalArgumentException.class,
                      "has the entry " + bad,
                      "row 1, column 0"));
    }
  }

  @Test
  void equationsWithoutUniqueSolutions() {
    requireRefusal(
        x -> sum(lyap(x, EYE)), ROTATION, NoUniqueSolutionException.class, "sum zero", "0.00e+00");
    Matrix opposite = Matrix.of(new double[][] {{1, 5}, {0, -1}});
    requireRefusal(x -> sum(lyap(x, EYE)), opposite, NoUniqueSolutionException.class, "sum zero");
    for (Matrix unit : List.of(ROTATION, JORDAN, EYE.negate())) {
      requireRefusal(
          x -> sum(dlyap(x, EYE)),
          unit,
          NoUniqueSolutionException.class,
          "product one",
          "spectral radius 1.0000");
    }
    requireRefusal(
        x -> sum(sylvester(x, x.negate(), EYE)),
        JORDAN,
        NoUniqueSolutionException.class,
        "share an eigenvalue");
    requireRefusedGradient(
        x -> sum(polar(x).u()),
        Matrix.zeros(2, 2),
        NoUniqueSolutionException.class,
        "two singular values",
        "0.00e+00");
  }

  @Test
  void riccatiEquationsWithWeightsThatAreNone() {
    Matrix indefinite = Matrix.of(new double[][] {{1, 0}, {0, -4}});
    // λ² = 1 − 4 on the imaginary axis: no stabilizing solution
    requireRefusal(
        q -> sum(care(EYE, EYE, q, EYE)),
        indefinite,
        NoStabilizingSolutionException.class,
        "no stabilizing solution");
    // but of an indefinite Q with λ² = 1 − 0.75 there is one: x = a + √(a² + q)
    Matrix mild = Matrix.of(new double[][] {{1, 0}, {0, -0.75}});
    assertThat(care(EYE, EYE, mild, EYE).get(1, 1).toDouble()).isCloseTo(1.5, within(1e-14));
    requireRefusal(
        r -> sum(care(EYE, EYE, EYE, r)),
        indefinite,
        NotPositiveDefiniteException.class,
        "leading minor of order 2");
    Matrix skewed = Matrix.of(new double[][] {{1, 3}, {-3, 1}});
    assertThat(care(JORDAN, EYE, skewed, EYE)).isEqualTo(care(JORDAN, EYE, EYE, EYE));
    Matrix huge = JORDAN.multiply(1e200);
    requireRefusal(
        x -> sum(care(x, EYE, EYE, EYE)), huge, NoStabilizingSolutionException.class, "care");
  }

  @Test
  void deficientRanksAndDefectiveMatrices() {
    Matrix rankOne = Matrix.of(new double[][] {{1, 2}, {2, 4}, {3, 6}});
    requireRefusedGradient(
        x -> sum(qr(x).r()), rankOne, RankDeficientException.class, "linearly dependent", "e-1");
    Matrix slope = di.gradient(x -> sum(pinv(x)), new AutoReverse(), rankOne);
    assertThat(norm(slope.subtract(di.gradient(x -> sum(pinv(x)), new AutoForward(), rankOne))))
        .satisfies(error -> assertThat(error.toDouble()).isLessThan(1e-15));
    Matrix pairs =
        Matrix.ofBlocks(new Matrix[][] {{ROTATION, EYE}, {Matrix.zeros(2, 2), ROTATION}});
    for (Matrix defective : List.of(JORDAN, pairs, JORDAN.multiply(1e-300))) {
      assertThat(eigenvalues(defective).re().size()).isEqualTo(defective.rows());
      requireRefusedGradient(
          x -> eigenvalues(x).re().get(0),
          defective,
          DefectiveMatrixException.class,
          "defective",
          "|cosine|");
    }
  }

  @Test
  void subnormalNumbersKeepOrthogonalEigenvectors() {
    Matrix tiny = Matrix.of(new double[][] {{4e-320, 1e-320}, {1e-320, 8e-320}});
    for (AdType mode : MODES) {
      Matrix g = di.gradient(x -> symmetricEigenvalues(x).sum(), mode, tiny);
      assertThat(norm(g.subtract(EYE)).toDouble()).isLessThan(1e-15);
    }
  }

  @Test
  void nothingAtAll() {
    Matrix nothing = Matrix.zeros(0, 0);
    assertThat(care(nothing, nothing, nothing, nothing)).isEqualTo(nothing);
    assertThat(dare(nothing, Matrix.zeros(0, 1), nothing, Matrix.of(1, 1, 1)).size()).isZero();
    assertThat(svd(Matrix.zeros(0, 3)).s()).isEqualTo(Vector.zeros(0));
    for (AdType mode : MODES) {
      assertThat(di.gradient(x -> sum(lyap(x, x)), mode, nothing)).isEqualTo(nothing);
      assertThat(di.gradient(x -> singularValues(x).sum(), mode, nothing)).isEqualTo(nothing);
    }
  }

  @Test
  void shapesThatDoNotFit() {
    Matrix wide = Matrix.zeros(2, 3);
    for (String name :
        List.of("lyap", "dlyap", "sylvester", "care", "dare", "vanLoan", "eigen", "cholesky")) {
      requireRefusal(
          functions().get(name), wide, IllegalArgumentException.class, "2×3", "a square matrix");
    }
    requireRefusal(functions().get("care of b"), wide, IllegalArgumentException.class, "b is 2×3");
  }
}
