package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Elementary;
import org.frechet.value.Elementwise;
import org.frechet.value.Primitive;
import org.frechet.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * First and second derivatives of the elementwise functions against references that were computed
 * with sixty digits: near the ends of the domains and in the tails, in both modes.
 */
class ElementwiseDerivativesTest {

  private static final Map<String, Primitive.Elementwise> FUNCTIONS =
      Map.ofEntries(
          Map.entry("sin", Elementary.SIN),
          Map.entry("cos", Elementary.COS),
          Map.entry("tan", Elementary.TAN),
          Map.entry("asin", Elementary.ASIN),
          Map.entry("acos", Elementary.ACOS),
          Map.entry("atan", Elementary.ATAN),
          Map.entry("sinh", Elementary.SINH),
          Map.entry("cosh", Elementary.COSH),
          Map.entry("tanh", Elementary.TANH),
          Map.entry("asinh", Elementary.ASINH),
          Map.entry("acosh", Elementary.ACOSH),
          Map.entry("atanh", Elementary.ATANH),
          Map.entry("exp", Elementary.EXP),
          Map.entry("expm1", Elementary.EXPM1),
          Map.entry("log", Elementary.LOG),
          Map.entry("log1p", Elementary.LOG1P),
          Map.entry("sqrt", Elementary.SQRT),
          Map.entry("cbrt", Elementary.CBRT),
          Map.entry("logistic", Elementary.LOGISTIC),
          Map.entry("softplus", Elementary.SOFTPLUS),
          Map.entry("erf", Elementary.ERF),
          Map.entry("lgamma", Elementary.LGAMMA));

  private final Differentiation di = Differentiation.standard();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
            sin, 0.5, 0.8775825618903728, -0.479425538604203
            sin, 3, -0.9899924966004454, -0.1411200080598672
            cos, 0.5, -0.479425538604203, -0.8775825618903728
            cos, 3, -0.1411200080598672, 0.9899924966004454
            tan, 0.5, 1.2984464104095248, 1.4186890138709114
            tan, -1.5, 199.85004452649247, -5636.338808658074
            asin, 1e-9, 1.0, 1e-9
            asin, 0.5, 1.1547005383792515, 0.769800358919501
            asin, -0.25, 1.0327955589886446, -0.27541214906363853
            asin, 0.9999999999, 70710.67519510884, 353553346704731.44
            asin, -0.9999999999, 70710.67519510884, -353553346704731.44
            acos, 1e-9, -1.0, -1e-9
            acos, 0.5, -1.1547005383792515, -0.769800358919501
            acos, -0.25, -1.0327955589886446, 0.27541214906363853
            acos, 0.9999999999, -70710.67519510884, -353553346704731.44
            acos, -0.9999999999, -70710.67519510884, 353553346704731.44
            atan, 1, 0.5, -0.5
            atan, -0.3, 0.9174311926605505, 0.5050079959599361
            atan, 100000000.0, 9.999999999999999e-17, -1.9999999999999995e-24
            atan, 1e+100, 1e-200, -2e-300
            sinh, 1e-09, 1.0, 1e-09
            sinh, 0.5, 1.1276259652063807, 0.5210953054937474
            sinh, -20, 242582597.70489514, -242582597.70489514
            cosh, 0.5, 0.5210953054937474, 1.1276259652063807
            cosh, -20, -242582597.70489514, 242582597.70489514
            tanh, 1e-09, 1.0, -2e-09
            tanh, 0.3, 0.9151369618266292, -0.5331818782014544
            tanh, 10, 8.244614455767397e-09, -1.6489228843561127e-08
            tanh, 18, 9.278091320974273e-16, -1.8556182641948537e-15
            tanh, 20, 1.6993417021166355e-17, -3.398683404233271e-17
            tanh, -20, 1.6993417021166355e-17, 3.398683404233271e-17
            tanh, 300, 1.0601586212017243e-260, -2.1203172424034486e-260
            asinh, 1e-09, 1.0, -1e-09
            asinh, -3, 0.31622776601683794, 0.09486832980505137
            asinh, 1e+160, 1e-160, -1e-320
            acosh, 1.0000000001, 70710.67519157329, -353553346722409.06
            acosh, 2, 0.5773502691896257, -0.3849001794597505
            acosh, 10000000000.0, 1e-10, -1e-20
            atanh, 1e-09, 1.0, 2e-09
            atanh, 0.5, 1.3333333333333333, 1.7777777777777777
            atanh, -0.5, 1.3333333333333333, -1.7777777777777777
            atanh, 0.9999999999, 4999999586.54818, 4.999999172596393e+19
            atanh, -0.9999999999, 4999999586.54818, -4.999999172596393e+19
            exp, -20, 2.061153622438558e-09, 2.061153622438558e-09
            exp, 0.5, 1.6487212707001282, 1.6487212707001282
            expm1, 1e-12, 1.000000000001, 1.000000000001
            expm1, -1e-12, 0.999999999999, 0.999999999999
            expm1, 2, 7.38905609893065, 7.38905609893065
            log, 0.001, 1000.0, -1000000.0
            log, 7, 0.14285714285714285, -0.02040816326530612
            log1p, 1e-12, 0.999999999999, -0.999999999998
            log1p, -1e-12, 1.000000000001, -1.000000000002
            log1p, -0.9999, 10000.0000000011, -100000000.00002202
            log1p, 2, 0.3333333333333333, -0.1111111111111111
            sqrt, 1e-200, 5e+99, -2.5e+299
            sqrt, 2, 0.3535533905932738, -0.08838834764831845
            sqrt, 1e+200, 5e-101, -2.5e-301
            cbrt, -8, 0.08333333333333333, 0.006944444444444444
            cbrt, 1e-100, 1.5471962778709263e+66, -1.0314641852472842e+166
            cbrt, 5, 0.11399839644511313, -0.01519978619268175
            logistic, 0.5, 0.2350037122015945, -0.05755679485232074
            logistic, -0.5, 0.2350037122015945, 0.05755679485232074
            logistic, 40, 4.248354255291589e-18, -4.248354255291589e-18
            logistic, -40, 4.248354255291589e-18, 4.248354255291589e-18
            logistic, 700, 9.85967654375977e-305, -9.85967654375977e-305
            logistic, -700, 9.85967654375977e-305, 9.85967654375977e-305
            logistic, 1e-9, 0.25, -1.25e-10
            logistic, 0.0, 0.25, 0.0
            softplus, 0.5, 0.6224593312018546, 0.2350037122015945
            softplus, -0.5, 0.37754066879814546, 0.2350037122015945
            softplus, 40, 1.0, 4.248354255291589e-18
            softplus, -40, 4.248354255291589e-18, 4.248354255291589e-18
            softplus, 700, 1.0, 9.85967654375977e-305
            softplus, -700, 9.85967654375977e-305, 9.85967654375977e-305
            erf, 1e-09, 1.1283791670955126, -2.2567583341910253e-09
            erf, 0.5, 0.8787825789354448, -0.8787825789354448
            erf, -3, 0.00013925305194674786, 0.0008355183116804871
            erf, 5, 1.5670866531017336e-11, -1.5670866531017336e-10
            lgamma, 0.001, -1000.5755719318103, 1000001.6425331958
            lgamma, 0.5, -1.9635100260214235, 4.934802200544679
            lgamma, 3.7, 1.1671535393615113, 0.3100378576700383
            lgamma, 10, 2.251752589066721, 0.10516633568168575
            lgamma, 1000000.0, 13.815510057964191, 1.0000005000001667e-06
            lgamma, -0.5, 0.03648997397857652, 8.934802200544679
            lgamma, -2.3, 3.3173231575618227, 14.725912160961292
            lgamma, -10.25, 5.516858419886273, 19.646252424622652
            lgamma, -2.9999990463256836, -1048574.7438794648, 1099511627779.006
          """)
  void derivativesKeepTheirRelativeAccuracy(String name, double x, double first, double second) {
    check(FUNCTIONS.get(name)::apply, x, first, second);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
            0, 0.001, 1000001.6425331958, -2000000002.3976321
            0, 0.5, 4.934802200544679, -16.82879664423432
            0, 1.0, 1.6449340668482264, -2.4041138063191885
            0, 10.0, 0.10516633568168575, -0.011049834970802067
            0, 1000000.0, 1.0000005000001667e-06, -1.0000010000005e-12
            0, -0.5, 8.934802200544679, -0.82879664423432
            0, -3.25, 19.474085068082154, 123.95521103942203
            1, 0.001, -2000000002.3976321, 6000000000006.469
            1, 0.5, -16.82879664423432, 97.40909103400244
            1, 1.0, -2.4041138063191885, 6.493939402266829
            1, 10.0, -0.011049834970802067, 0.0023199013042898686
            1, 1000000.0, -1.0000010000005e-12, 2.000003000002e-18
            1, -0.5, -0.82879664423432, 193.40909103400244
            1, -3.25, 123.95521103942203, 1558.508802818279
            2, 0.001, 6000000000006.469, -2.4000000000000024e+16
            2, 0.5, 97.40909103400244, -771.4742498266672
            2, 1.0, 6.493939402266829, -24.88626612344088
            2, 10.0, 0.0023199013042898686, -0.0007299311682352867
            2, 1000000.0, 2.000003000002e-18, -6.00001200001e-24
            2, -0.5, 193.40909103400244, -3.4742498266672253
            2, -3.25, 1558.508802818279, 24481.546101215874
            3, 0.001, -2.4000000000000024e+16, 1.1999999999999998e+20
            3, 0.5, -771.4742498266672, 7691.113548602436
            3, 1.0, -24.88626612344088, 122.0811674381339
            3, 10.0, -0.0007299311682352867, 0.0003059451621172682
            3, 1000000.0, -6.00001200001e-24, 2.400006000006e-29
            3, -0.5, -3.4742498266672253, 15371.113548602436
            3, -3.25, 24481.546101215874, 492231.2373357213
            4, 0.001, 1.1999999999999998e+20, -7.199999999999998e+23
            4, 0.5, 7691.113548602436, -92203.45792380303
            4, 1.0, 122.0811674381339, -726.0114797149845
            4, 10.0, 0.0003059451621172682, -0.0001601508710767886
            4, 1000000.0, 2.400006000006e-29, -1.2000036000042e-34
            4, -0.5, 15371.113548602436, -43.457923803023284
            4, -3.25, 492231.2373357213, 11791224.722787982
          """)
  void polygamma(int order, double x, double first, double second) {
    Entrywise polygamma =
        new Entrywise() {
          @Override
          public <V extends Value> V apply(V v) {
            return Elementwise.polygamma(order, v);
          }
        };
    check(polygamma, x, first, second);
  }

  private void check(Entrywise f, double x, double first, double second) {
    Tokens.exact().forEach(token -> close(di.derivative(s -> f.apply(s), token, x), first, token));
    Tokens.exactPairs()
        .forEach(pair -> close(di.secondDerivative(s -> f.apply(s), pair, x), second, pair));
    Tokens.exact().forEach(token -> checkVector(f, x, first, token));
    Tokens.exactPairs().forEach(pair -> checkVectors(f, x, second, pair));
  }

  /** Vectors take the rule, where scalars may take numbers. */
  private void checkVector(Entrywise f, double x, double first, AdType token) {
    for (double derivative : di.gradient(v -> f.apply(v).sum(), token, new double[] {x, x})) {
      close(derivative, first, token);
    }
  }

  private void checkVectors(Entrywise f, double x, double second, SecondOrder pair) {
    double[][] hessian = di.hessian(v -> f.apply(v).sum(), pair, new double[] {x, x});
    close(hessian[0][0], second, pair);
    close(hessian[1][1], second, pair);
    assertThat(hessian[0][1]).isZero();
  }

  private static void close(double actual, double expected, Object token) {
    double error = Math.abs(actual - expected);
    assertThat(error)
        .as("%s: %s, expected %s", token, actual, expected)
        .isLessThanOrEqualTo(1e-13 * Math.abs(expected) + Double.MIN_VALUE);
  }

  /** A function of entries, for scalars and vectors alike. */
  private interface Entrywise {
    <V extends Value> V apply(V x);
  }
}
