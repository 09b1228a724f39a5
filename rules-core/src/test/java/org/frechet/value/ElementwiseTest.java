package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of the elementwise functions against references that were computed with sixty digits. */
class ElementwiseTest {

  private static final Map<String, UnaryOperator<Scalar>> FUNCTIONS =
      Map.ofEntries(
          Map.entry("sin", Elementwise::sin),
          Map.entry("cos", Elementwise::cos),
          Map.entry("tan", Elementwise::tan),
          Map.entry("asin", Elementwise::asin),
          Map.entry("acos", Elementwise::acos),
          Map.entry("atan", Elementwise::atan),
          Map.entry("sinh", Elementwise::sinh),
          Map.entry("cosh", Elementwise::cosh),
          Map.entry("tanh", Elementwise::tanh),
          Map.entry("asinh", Elementwise::asinh),
          Map.entry("acosh", Elementwise::acosh),
          Map.entry("atanh", Elementwise::atanh),
          Map.entry("exp", Elementwise::exp),
          Map.entry("expm1", Elementwise::expm1),
          Map.entry("log", Elementwise::log),
          Map.entry("log1p", Elementwise::log1p),
          Map.entry("sqrt", Elementwise::sqrt),
          Map.entry("cbrt", Elementwise::cbrt),
          Map.entry("logistic", Elementwise::logistic),
          Map.entry("softplus", Elementwise::softplus),
          Map.entry("erf", Elementwise::erf),
          Map.entry("lgamma", Elementwise::lgamma));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
            sin, 0.5, 0.479425538604203
            sin, 3, 0.1411200080598672
            cos, 0.5, 0.8775825618903728
            cos, 3, -0.9899924966004454
            tan, 0.5, 0.5463024898437905
            tan, -1.5, -14.101419947171719
            asin, 0.5, 0.5235987755982989
            asin, -0.25, -0.25268025514207865
            asin, 0.9999999999, 1.5707821846586878
            asin, -0.9999999999, -1.5707821846586878
            acos, 0.5, 1.0471975511965979
            acos, -0.25, 1.8234765819369754
            acos, 0.9999999999, 1.4142136208911564e-05
            acos, -0.9999999999, 3.1415785114535844
            atan, 1, 0.7853981633974483
            atan, -0.3, -0.2914567944778671
            atan, 100000000.0, 1.5707963167948966
            atan, 1e+100, 1.5707963267948966
            sinh, 1e-09, 1e-09
            sinh, 0.5, 0.5210953054937474
            sinh, -20, -242582597.70489514
            cosh, 0.5, 1.1276259652063807
            cosh, -20, 242582597.70489514
            tanh, 1e-09, 1e-09
            tanh, 0.3, 0.2913126124515909
            tanh, 10, 0.9999999958776927
            tanh, 18, 0.9999999999999996
            tanh, 20, 1.0
            tanh, -20, -1.0
            tanh, 300, 1.0
            tanh, 800.0, 1.0
            tanh, -800.0, -1.0
            asinh, 1e-09, 1e-09
            asinh, -3, -1.8184464592320668
            asinh, 1e+160, 369.10676205960726
            asinh, 100000000.0, 19.11382792451231
            asinh, 0.001, 0.0009999998333334083
            acosh, 1.0000000001, 1.4142136208675862e-05
            acosh, 2, 1.3169578969248168
            acosh, 10000000000.0, 23.7189981105004
            acosh, 1.0, 0.0
            atanh, 1e-09, 1e-09
            atanh, 0.5, 0.5493061443340549
            atanh, -0.5, -0.5493061443340549
            atanh, 0.9999999999, 11.859499013855018
            atanh, -0.9999999999, -11.859499013855018
            exp, -20, 2.061153622438558e-09
            exp, 0.5, 1.6487212707001282
            expm1, 1e-12, 1.0000000000005e-12
            expm1, -1e-12, -9.999999999995e-13
            expm1, 2, 6.38905609893065
            expm1, -40.0, -1.0
            log, 1e-300, -690.7755278982137
            log, 0.001, -6.907755278982137
            log, 7, 1.9459101490553132
            log1p, 1e-12, 9.999999999995e-13
            log1p, -1e-12, -1.0000000000005e-12
            log1p, -0.9999, -9.210340371976294
            log1p, 2, 1.0986122886681098
            sqrt, 1e-200, 1e-100
            sqrt, 2, 1.4142135623730951
            sqrt, 1e+200, 1e+100
            sqrt, 0.0, 0.0
            cbrt, -8, -2.0
            cbrt, 1e-100, 4.641588833612779e-34
            cbrt, 5, 1.709975946676697
            cbrt, 0.0, 0.0
            logistic, 0.5, 0.6224593312018546
            logistic, -0.5, 0.37754066879814546
            logistic, 40, 1.0
            logistic, -40, 4.248354255291589e-18
            logistic, 700, 1.0
            logistic, -700, 9.85967654375977e-305
            logistic, 0.0, 0.5
            softplus, 0.5, 0.9740769841801067
            softplus, -0.5, 0.4740769841801067
            softplus, 40, 40.0
            softplus, -40, 4.248354255291589e-18
            softplus, 700, 700.0
            softplus, -700, 9.85967654375977e-305
            softplus, 800.0, 800.0
            erf, 1e-09, 1.1283791670955127e-09
            erf, 0.5, 0.5204998778130465
            erf, -3, -0.9999779095030014
            erf, 5, 0.9999999999984626
            erf, -0.001, -0.0011283787909692365
            erf, 2.5, 0.999593047982555
            erf, 30.0, 1.0
            lgamma, 0.001, 6.907178885383853
            lgamma, 0.5, 0.5723649429247001
            lgamma, 3.7, 1.428072326665388
            lgamma, 10, 12.801827480081469
            lgamma, 1000000.0, 12815504.569147611
            lgamma, -0.5, 1.2655121234846454
            lgamma, -2.3, 0.36956666345500805
            lgamma, -10.25, -14.20399790093109
            lgamma, -2.9999990463256836, 12.071185339899378
            lgamma, 1e-300, 690.7755278982137
            lgamma, 171.5, 709.1431630309282
            lgamma, 10000000000.0, 220258509288.81058
            lgamma, -0.999999, 13.815510980721177
            lgamma, -100.5, -364.90096830942736
          """)
  void valuesKeepTheirRelativeAccuracy(String name, double x, double expected) {
    close(FUNCTIONS.get(name).apply(Scalar.of(x)).toDouble(), expected);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
            0, 0.001, -1000.5755719318103
            0, 0.5, -1.9635100260214235
            0, 1.0, -0.5772156649015329
            0, 10.0, 2.251752589066721
            0, 1000000.0, 13.815510057964191
            0, -0.5, 0.03648997397857652
            0, -3.25, 4.46627587235028
            1, 0.001, 1000001.6425331958
            1, 0.5, 4.934802200544679
            1, 1.0, 1.6449340668482264
            1, 10.0, 0.10516633568168575
            1, 1000000.0, 1.0000005000001667e-06
            1, -0.5, 8.934802200544679
            1, -3.25, 19.474085068082154
            2, 0.001, -2000000002.3976321
            2, 0.5, -16.82879664423432
            2, 1.0, -2.4041138063191885
            2, 10.0, -0.011049834970802067
            2, 1000000.0, -1.0000010000005e-12
            2, -0.5, -0.82879664423432
            2, -3.25, 123.95521103942203
            3, 0.001, 6000000000006.469
            3, 0.5, 97.40909103400244
            3, 1.0, 6.493939402266829
            3, 10.0, 0.0023199013042898686
            3, 1000000.0, 2.000003000002e-18
            3, -0.5, 193.40909103400244
            3, -3.25, 1558.508802818279
            4, 0.001, -2.4000000000000024e+16
            4, 0.5, -771.4742498266672
            4, 1.0, -24.88626612344088
            4, 10.0, -0.0007299311682352867
            4, 1000000.0, -6.00001200001e-24
            4, -0.5, -3.4742498266672253
            4, -3.25, 24481.546101215874
          """)
  void polygamma(int order, double x, double expected) {
    close(Elementwise.polygamma(order, Scalar.of(x)).toDouble(), expected);
  }

  private static void close(double actual, double expected) {
    assertThat(Math.abs(actual - expected))
        .as("%s, expected %s", actual, expected)
        .isLessThanOrEqualTo(1e-14 * Math.abs(expected));
  }

  @Test
  void polesAndOutsideOfTheDomain() {
    assertThat(Elementwise.lgamma(Vector.of(0, -1, -7)).toArray())
        .containsOnly(Double.POSITIVE_INFINITY);
    assertThat(Elementwise.polygamma(0, Vector.of(0, -1)).toArray()).containsOnly(Double.NaN);
    assertThat(Elementwise.log(Vector.of(-1)).toArray()).containsOnly(Double.NaN);
    assertThat(Elementwise.log(Scalar.of(0)).toDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Elementwise.acosh(Scalar.of(0.5)).toDouble()).isNaN();
    assertThat(Elementwise.atanh(Vector.of(1, -1)).toArray())
        .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
  }
}
