package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** Statistics of columns and rows are those of each column and row by itself. */
class StatisticsOfColumnsTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final Differentiation di = Differentiation.standard();
  private final Matrix data = random(20, 3, 1);

  private static void requireEach(
      Function<Matrix, Vector> ofColumns,
      Function<Matrix, Vector> ofRows,
      Function<Vector, Scalar> ofOne,
      Matrix a) {
    Vector each = ofColumns.apply(a);
    assertThat(ofRows.apply(a.transpose())).isEqualTo(each);
    assertThat(each.size()).isEqualTo(a.columns());
    for (int j = 0; j < a.columns(); j++) {
      double expected = ofOne.apply(a.column(j)).toDouble();
      assertThat(each.get(j).toDouble()).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
    }
  }

  @Test
  void eachColumnAndEachRow() {
    for (Matrix a :
        List.of(data, data.multiply(1e-200), data.multiply(1e200), data.row(0).toColumn())) {
      requireEach(LinearAlgebra::columnNorms, LinearAlgebra::rowNorms, Vector::norm, a);
      requireEach(
          LinearAlgebra::columnStandardDeviations,
          LinearAlgebra::rowStandardDeviations,
          x -> standardDeviation(x),
          a);
    }
    for (Matrix a : List.of(data, data.multiply(1e-12), data.add(1e9))) {
      requireEach(LinearAlgebra::columnVariances, LinearAlgebra::rowVariances, x -> variance(x), a);
    }
    for (Matrix a : List.of(data, data.multiply(1e3), data.multiply(1e-12))) {
      requireEach(
          LinearAlgebra::columnLogSumExps, LinearAlgebra::rowLogSumExps, x -> logSumExp(x), a);
      for (int j = 0; j < a.columns(); j++) {
        assertThat(columnSoftmax(a).column(j)).isEqualTo(softmax(a.column(j)));
        assertThat(rowSoftmax(a.transpose()).row(j)).isEqualTo(softmax(a.column(j)));
      }
    }
  }

  @Test
  void covarianceAndCorrelationOfRowsAreThoseOfTheTranspose() {
    assertThat(covarianceOfRows(data.transpose())).isEqualTo(covariance(data));
    assertThat(correlationOfRows(data.transpose())).isEqualTo(correlation(data));
    assertThat(covariance(data, 1)).isEqualTo(covariance(data));
  }

  @Test
  void theDivisorIsTheNumberOfObservationsLessDdof() {
    Vector x = Vector.of(1, 2, 3, 4);
    assertThat(variance(x, 0).toDouble()).isEqualTo(1.25);
    assertThat(variance(x, 1)).isEqualTo(variance(x));
    assertThat(standardDeviation(x, 0).toDouble()).isCloseTo(Math.sqrt(1.25), within(1e-15));
    assertThat(covariance(x.toColumn(), 0).get(0, 0).toDouble()).isEqualTo(1.25);
    assertThatThrownBy(() -> variance(x, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "variance: ddof is 4, expected at least 0 and less than the number of observations, 4");
    assertThatThrownBy(() -> covariance(data, -1)).hasMessageContaining("ddof is -1");
  }

  @Test
  void infiniteAndMissingEntries() {
    Matrix a =
        Matrix.ofColumns(
            List.of(
                Vector.of(3, -INFINITY),
                Vector.of(-INFINITY, -INFINITY),
                Vector.of(INFINITY, 1),
                Vector.of(1, Double.NaN)));
    assertThat(columnLogSumExps(a)).isEqualTo(Vector.of(3, -INFINITY, INFINITY, Double.NaN));
    assertThat(columnNorms(a)).isEqualTo(Vector.of(INFINITY, INFINITY, INFINITY, Double.NaN));
    assertThat(columnLogSumExps(Matrix.zeros(0, 2))).isEqualTo(Vector.of(-INFINITY, -INFINITY));
    assertThat(columnNorms(Matrix.zeros(0, 2))).isEqualTo(Vector.zeros(2));
  }

  /** Policy: 0 where a column does not vary, and nothing becomes NaN. */
  @Test
  void columnsThatDoNotVaryHaveDerivativeZero() {
    Matrix a = Matrix.ofColumns(List.of(random(3, 3), Vector.of(0.1, 0.1, 0.1)));
    List<Function<Matrix, Scalar>> functions =
        List.of(
            x -> columnStandardDeviations(x).sum(),
            x -> columnVariances(x).sum(),
            x -> correlation(x).sum(),
            x -> columnNorms(x.subtract(0.1)).sum());
    for (AdType mode : List.of(new AutoForward(), new AutoReverse())) {
      for (Function<Matrix, Scalar> f : functions) {
        Matrix g = di.gradient(f, mode, a);
        assertThat(g.norm().isFinite()).isTrue();
        assertThat(g.column(1)).isEqualTo(Vector.zeros(3));
        assertThat(di.hvp(f, mode, a, random(3, 2, 4)).norm().isFinite()).isTrue();
      }
    }
    assertThat(correlation(a).get(1, 1).toDouble()).isZero();
    assertThat(correlation(a).get(0, 0).toDouble()).isCloseTo(1, within(1e-15));
  }

  @Test
  void pNorms() {
    Vector x = Vector.of(3, -4, 0);
    assertThat(norm(x, 1).toDouble()).isEqualTo(7);
    assertThat(norm(x, 2).toDouble()).isCloseTo(5, within(1e-15));
    assertThat(norm(x, 3).toDouble()).isCloseTo(Math.cbrt(91), within(1e-15));
    assertThat(norm(x, INFINITY).toDouble()).isEqualTo(4);
    assertThat(norm(x.multiply(1e200), 3).toDouble())
        .isCloseTo(1e200 * Math.cbrt(91), within(1e186));
    assertThat(norm(x.multiply(1e-200), 3).toDouble())
        .isCloseTo(1e-200 * Math.cbrt(91), within(1e-214));
    assertThat(norm(Vector.zeros(2), 3).toDouble()).isZero();
    assertThat(norm(Vector.zeros(0), 3).toDouble()).isZero();
    assertThatThrownBy(() -> norm(x, 0.5)).hasMessage("norm: p is 0.5, expected at least 1");
    for (AdType mode : List.of(new AutoForward(), new AutoReverse())) {
      // ∂‖x‖ₚ/∂xᵢ = sign(xᵢ) (|xᵢ| / ‖x‖ₚ)ᵖ⁻¹
      Vector g = di.gradient(v -> norm(v, 3), mode, x);
      assertThat(g.get(1).toDouble()).isCloseTo(-16 / Math.cbrt(91 * 91), within(1e-15));
      assertThat(g.get(2).toDouble()).isZero();
      assertThat(di.gradient(v -> norm(v, 1.5), mode, Vector.zeros(2))).isEqualTo(Vector.zeros(2));
      assertThat(di.hvp(v -> norm(v, 1.5), mode, x, x).norm().isFinite()).isTrue();
    }
  }

  @Test
  void theLogDensityFromAFactor() {
    Matrix l = tril(random(3, 3, 2)).add(Matrix.identity(3).multiply(2.0));
    Vector x = random(3, 3);
    Vector mean = random(3, 4);
    Value expected = logNormalDensity(x, mean, l.multiply(l.transpose()));
    double factored = logNormalDensityCholesky(x, mean, l).toDouble();
    assertThat(factored).isCloseTo(((Scalar) expected).toDouble(), within(1e-14));
    assertThat(logNormalDensityCholesky(x, mean, l.negate()).toDouble()).isEqualTo(factored);
    assertThatThrownBy(() -> logNormalDensityCholesky(x, Vector.of(1), l))
        .hasMessage(
            "logNormalDensityCholesky: x is a vector of 3, the mean is a vector of 1, the matrix is"
                + " 3×3: expected n, n, n×n");
  }
}
