package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.StatisticsFunctions.*;

import org.frechet.Differentiation;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class StatisticsFunctionsTest {

  private static final double EPSILON = Math.ulp(1.0);
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final Differentiation di = Differentiation.standard();
  private final Matrix data = random(20, 3, 1);

  private static double number(Scalar s) {
    return s.toDouble();
  }

  @Test
  void meansOfColumnsAndRows() {
    Matrix a = Matrix.of(new double[][] {{1, 2, 6}, {3, 4, 8}});
    assertThat(columnMeans(a)).isEqualTo(Vector.of(2, 3, 7));
    assertThat(rowMeans(a)).isEqualTo(Vector.of(3, 5));
    assertThatThrownBy(() -> columnMeans(Matrix.zeros(0, 3)))
        .hasMessage("columnMeans: there are no observations");
  }

  @Test
  void varianceAndStandardDeviation() {
    Vector x = Vector.of(1, 2, 3, 4);
    assertThat(number(variance(x))).isEqualTo(5.0 / 3);
    assertThat(number(standardDeviation(x))).isCloseTo(Math.sqrt(5.0 / 3), within(EPSILON));
    // A large offset costs nothing but the rounding of the data.
    assertThat(number(variance(x.add(1e9)))).isEqualTo(5.0 / 3);
  }

  @Test
  void whatDoesNotVaryHasFiniteDerivatives() {
    Vector equal = Vector.of(0.1, 0.1, 0.1);
    assertThat(number(standardDeviation(equal))).isEqualTo(0);
    assertThat(di.gradient(x -> standardDeviation(x), new AutoReverse(), equal))
        .isEqualTo(Vector.zeros(3));
    assertThat(di.gradient(x -> variance(x), new AutoReverse(), Vector.of(7)))
        .isEqualTo(Vector.of(0));
    assertThat(number(variance(Vector.of(7)))).isEqualTo(0);
    Matrix oneConstant = Matrix.ofColumns(java.util.List.of(random(3, 3), equal));
    assertThat(correlation(oneConstant).get(0, 1).toDouble()).isEqualTo(0);
    Matrix g = di.gradient(x -> correlation(x).sum(), new AutoForward(), oneConstant);
    assertThat(LinearAlgebra.norm(g).isFinite()).isTrue();
    assertThat(number(correlation(equal, random(3, 4)))).isEqualTo(0);
  }

  @Test
  void covarianceAndCorrelationOfColumns() {
    Matrix c = covariance(data);
    assertThat(c).isEqualTo(c.transpose());
    assertThat(c.get(1, 1).toDouble())
        .isCloseTo(number(variance(data.column(1))), within(4 * EPSILON));
    assertThat(c.get(0, 2).toDouble())
        .isCloseTo(number(covariance(data.column(0), data.column(2))), within(EPSILON));
    Matrix r = correlation(data);
    assertThat(r.get(1, 1).toDouble()).isCloseTo(1, within(4 * EPSILON));
    double expected =
        c.get(0, 1).toDouble() / Math.sqrt(c.get(0, 0).toDouble() * c.get(1, 1).toDouble());
    assertThat(r.get(0, 1).toDouble()).isCloseTo(expected, within(4 * EPSILON));
    assertThat(number(correlation(data.column(0), data.column(1))))
        .isCloseTo(expected, within(4 * EPSILON));
  }

  @Test
  void logSumExpNeitherOverflowsNorUnderflows() {
    assertThat(number(logSumExp(Vector.of(1e3, 1e3)))).isEqualTo(1e3 + Math.log(2));
    assertThat(number(logSumExp(Vector.of(-1e3, -1e3)))).isEqualTo(-1e3 + Math.log(2));
    assertThat(number(logSumExp(Vector.of(0, -40)))).isEqualTo(Math.exp(-40));
    assertThat(number(logSumExp(Vector.of(3, -INFINITY)))).isEqualTo(3);
    assertThat(number(logSumExp(Vector.of(-INFINITY, -INFINITY)))).isEqualTo(-INFINITY);
    assertThat(number(logSumExp(Vector.of(INFINITY, 1)))).isEqualTo(INFINITY);
    assertThat(number(logSumExp(Vector.zeros(0)))).isEqualTo(-INFINITY);
    assertThat(number(logSumExp(Vector.of(1, Double.NaN)))).isNaN();
  }

  @Test
  void softmaxIsTheGradientAndNeverNaN() {
    Vector x = Vector.of(1e3, -1e3, -INFINITY, 1e3);
    assertThat(softmax(x)).isEqualTo(Vector.of(0.5, 0, 0, 0.5));
    assertThat(di.gradient(v -> logSumExp(v), new AutoReverse(), x)).isEqualTo(softmax(x));
    assertThat(softmax(Vector.of(-INFINITY, -INFINITY))).isEqualTo(Vector.of(0.5, 0.5));
    assertThat(softmax(Vector.of(INFINITY, 1))).isEqualTo(Vector.of(1, 0));
    assertThat(softmax(data).shape()).isEqualTo(data.shape());
    assertThat(softmax(data).sum().toDouble()).isCloseTo(1, within(4 * EPSILON));
  }

  @Test
  void operatorNorms() {
    Matrix a = Matrix.of(new double[][] {{1, -2}, {3, 0}, {0, 4}});
    assertThat(number(norm1(a))).isEqualTo(6);
    assertThat(number(normInfinity(a))).isEqualTo(4);
    assertThat(number(norm1(Vector.of(1, -2)))).isEqualTo(3);
    assertThat(number(normInfinity(Vector.of(1, -2)))).isEqualTo(2);
    assertThat(di.gradient(x -> norm1(x), new AutoReverse(), a))
        .isEqualTo(Matrix.of(new double[][] {{0, -1}, {0, 0}, {0, 1}}));
    Matrix orthogonal = Matrix.of(new double[][] {{0.6, 0.8}, {-0.8, 0.6}});
    assertThat(number(norm2(orthogonal.multiply(3.0)))).isCloseTo(3, within(8 * EPSILON));
    assertThat(number(nuclearNorm(orthogonal))).isCloseTo(2, within(8 * EPSILON));
    assertThat(number(cond(orthogonal))).isCloseTo(1, within(8 * EPSILON));
    assertThat(number(norm2(Vector.of(3, 4)))).isEqualTo(5);
    assertThat(number(spectralNorm(Matrix.zeros(0, 3)))).isEqualTo(0);
  }

  @Test
  void normsOfScaledMatricesScale() {
    Matrix a = random(4, 3, 9);
    for (double scale : new double[] {1e-200, 1e-12, 1e200}) {
      double expected = number(spectralNorm(a)) * scale;
      assertThat(number(spectralNorm(a.multiply(scale))))
          .isCloseTo(expected, within(8 * EPSILON * expected));
      assertThat(di.gradient(x -> nuclearNorm(x), new AutoReverse(), a.multiply(scale)))
          .satisfies(
              g ->
                  assertThat(
                          g.subtract(di.gradient(x -> nuclearNorm(x), new AutoReverse(), a))
                              .norm()
                              .toDouble())
                      .isLessThan(1e-14));
    }
  }

  @Test
  void theZeroMatrixHasDerivativeZero() {
    Matrix zero = Matrix.of(2, 2, 0, 0, 0, 0);
    assertThat(di.gradient(x -> spectralNorm(x), new AutoReverse(), zero)).isEqualTo(zero);
    assertThat(di.gradient(x -> nuclearNorm(x), new AutoForward(), zero)).isEqualTo(zero);
    assertThat(di.gradient(x -> normalize(x).sum(), new AutoReverse(), zero)).isEqualTo(zero);
  }

  @Test
  void theNuclearNormOfALowRankMatrixHasTheSmallestSubgradient() {
    Vector u = Vector.of(0.6, 0.8);
    Vector v = Vector.of(0.8, -0.6);
    Matrix g = di.gradient(x -> nuclearNorm(x), new AutoReverse(), u.outer(v).multiply(5.0));
    assertThat(g.subtract(u.outer(v)).norm().toDouble()).isLessThan(1e-15);
  }

  @Test
  void theConditionOfASingularMatrixIsInfinite() {
    Matrix singular = Matrix.of(2, 2, 0, 0, 0, 1);
    assertThat(number(cond(singular))).isEqualTo(INFINITY);
    assertThat(di.gradient(x -> cond(x), new AutoReverse(), singular))
        .isEqualTo(Matrix.zeros(2, 2));
    assertThatThrownBy(() -> cond(Matrix.of(1, 1, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  @Test
  void secondDerivativesOfTheSpectralNormAreRefusedWhereThereAreNone() {
    Matrix tie = Matrix.of(2, 2, 1, 0, 0, 1);
    assertThat(di.gradient(x -> spectralNorm(x), new AutoReverse(), tie).norm().toDouble())
        .isCloseTo(1, within(4 * EPSILON));
    assertThatThrownBy(
            () -> di.hvp(x -> spectralNorm(x), new AutoReverse(), tie, data.block(0, 0, 2, 2)))
        .isInstanceOf(IllDefinedDerivativeException.class);
  }

  @Test
  void theLogDensityOfAGaussianVector() {
    Matrix f = random(3, 3, 2);
    Matrix sigma = f.multiply(f.transpose()).add(Matrix.identity(3));
    Vector x = random(3, 3);
    Vector mu = random(3, 4);
    Vector r = x.subtract(mu);
    double expected =
        -0.5 * r.dot(LinearAlgebra.solve(sigma, r)).toDouble()
            - 0.5 * LinearAlgebra.logdet(sigma).toDouble()
            - 1.5 * Math.log(2 * Math.PI);
    assertThat(number(logNormalDensity(x, mu, sigma))).isCloseTo(expected, within(1e-14));
    // Σ̄ = ½ (Σ⁻¹ r rᵀ Σ⁻¹ − Σ⁻¹)
    Matrix inverse = LinearAlgebra.inv(sigma);
    Vector s = inverse.multiply(r);
    Matrix g = di.gradient(c -> logNormalDensity(x, mu, c), new AutoReverse(), sigma);
    assertThat(g.subtract(s.outer(s).subtract(inverse).multiply(0.5)).norm().toDouble())
        .isLessThan(1e-14);
    assertThatThrownBy(() -> logNormalDensity(x, mu, sigma.negate()))
        .isInstanceOf(NotPositiveDefiniteException.class);
  }
}
