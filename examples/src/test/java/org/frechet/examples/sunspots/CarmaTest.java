package org.frechet.examples.sunspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.frechet.Differentiation;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class CarmaTest {

  private final Vector y = SunspotData.load().centred();

  private double likelihood(Vector theta) {
    return Carma.of(theta).negativeLogLikelihood(y).toDouble();
  }

  private double plain(Vector theta) {
    return new PlainCarma(theta.toArray()).negativeLogLikelihood(y.toArray());
  }

  @Test
  void theLikelihoodAtTheStartIsTheKnownOne() {
    assertThat(likelihood(Sunspots.START)).isCloseTo(1314.8167897, within(1e-7));
  }

  @Test
  void theLikelihoodIsThatOfThePlainFilter() {
    assertThat(likelihood(Sunspots.START)).isCloseTo(plain(Sunspots.START), within(1e-10));
  }

  @Test
  void theLikelihoodIsThatOfThePlainFilterElsewhere() {
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      Vector theta = Sunspots.START.add(Vector.of(random.doubles(4, -0.5, 0.5).toArray()));
      assertThat(likelihood(theta)).isCloseTo(plain(theta), withinPercentage(1e-10));
    }
  }

  @Test
  void theStationaryCovarianceHasItsClosedForm() {
    Carma carma = Carma.of(Sunspots.START);
    double variance = 15 * 15 / (2 * 0.4 * 0.3);
    Matrix expected = Matrix.diagonal(Vector.of(variance, 0.4 * variance));
    assertThat(carma.stationaryCovariance().subtract(expected).norm().toDouble())
        .isCloseTo(0, within(1e-10));
  }

  @Test
  void anUndampedCycleHasTheLengthOfItsFrequency() {
    double length = carma(4 * Math.PI * Math.PI / 121, 0).cycle().toDouble();
    assertThat(length).isCloseTo(11, within(1e-13));
  }

  @Test
  void anOverdampedProcessHasNoCycle() {
    assertThat(carma(1, 3).cycle().toDouble()).isNaN();
  }

  @Test
  void theFirstPredictionIsTheStationaryDistribution() {
    Predictions predictions = Carma.of(Sunspots.START).predict(y);
    double variance = 15 * 15 / (2 * 0.4 * 0.3) * (1 + 0.6 * 0.6 * 0.4);
    assertThat(predictions.mean().get(0).toDouble()).isZero();
    assertThat(predictions.variance().get(0).toDouble()).isCloseTo(variance, within(1e-9));
  }

  @Test
  void predictionsGetSurerAsYearsPass() {
    double[] sd = Carma.of(Sunspots.START).predict(y).standardDeviation().toArray();
    for (int t = 1; t < sd.length; t++) {
      assertThat(sd[t]).isPositive().isLessThanOrEqualTo(sd[t - 1] * (1 + 1e-14));
    }
  }

  @Test
  void theGradientOfTheRecordIsARecord() {
    // By σ: n observations of a variance that grows with σ², so σ ∂/∂σ (−log L) = n − Σ e²/v.
    Carma at = Carma.of(Sunspots.START);
    Carma gradient =
        Differentiation.standard()
            .gradient(carma -> carma.negativeLogLikelihood(y), new AutoReverse(), at);
    Predictions predictions = at.predict(y);
    Vector error = y.subtract(predictions.mean());
    double squares = error.multiply(error).divide(predictions.variance()).sum().toDouble();
    assertThat(gradient.sigma().toDouble() * 15).isCloseTo(309 - squares, within(1e-9));
  }

  private static Carma carma(double a0, double a1) {
    return new Carma(Scalar.of(a0), Scalar.of(a1), Scalar.of(1), Scalar.of(0));
  }
}
