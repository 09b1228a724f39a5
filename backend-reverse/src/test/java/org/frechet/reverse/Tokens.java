package org.frechet.reverse;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;

/** The tokens that the tests of the facade run with. */
final class Tokens {

  static final AdType FORWARD = new AutoForward();
  static final AdType REVERSE = new AutoReverse();
  static final AdType DIFFERENCES = new AutoFiniteDiff();

  private Tokens() {}

  /** Tokens whose results are exact to rounding. */
  static Stream<AdType> exact() {
    return Stream.of(FORWARD, new AutoForward(1), new AutoForward(2), REVERSE);
  }

  /** All plain tokens. */
  static Stream<AdType> plain() {
    return Stream.concat(exact(), Stream.of(DIFFERENCES));
  }

  /** The four orders of two exact modes. */
  static Stream<SecondOrder> exactPairs() {
    return pairsOf(List.of(FORWARD, REVERSE));
  }

  /** Every pair of plain tokens. */
  static Stream<SecondOrder> pairs() {
    return pairsOf(plain().toList());
  }

  /** Plain tokens and pairs: whatever an operator takes. */
  static Stream<AdType> all() {
    return Stream.concat(plain(), pairs());
  }

  /** The eight orders of three exact modes, outermost first. */
  static Stream<List<AdType>> triples() {
    List<AdType> modes = List.of(FORWARD, REVERSE);
    return modes.stream()
        .flatMap(a -> modes.stream().flatMap(b -> modes.stream().map(c -> List.of(a, b, c))));
  }

  private static Stream<SecondOrder> pairsOf(List<AdType> tokens) {
    return tokens.stream()
        .flatMap(outer -> tokens.stream().map(inner -> SecondOrder.of(outer, inner)));
  }

  /** The relative accuracy of a first derivative. */
  static double tolerance(AdType token) {
    return usesDifferences(token) ? 1e-8 : 1e-13;
  }

  /** The relative accuracy of a second derivative, of which differences may be taken twice. */
  static double tolerance2(AdType token) {
    if (token instanceof SecondOrder both) {
      boolean twice = usesDifferences(both.outer()) && usesDifferences(both.inner());
      return twice ? 1e-5 : Math.max(tolerance(both.outer()), tolerance(both.inner()));
    }
    return usesDifferences(token) ? 1e-5 : 1e-13;
  }

  private static boolean usesDifferences(AdType token) {
    return token instanceof AutoFiniteDiff;
  }
}
