package org.frechet.testkit;

import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.SecondOrder;

/** How accurate a backend claims to be: exact up to rounding, unless it takes differences. */
final class Accuracy {

  private Accuracy() {}

  /** Relative, of first derivatives. */
  static double first(AdType token) {
    AdType inner = token instanceof SecondOrder two ? two.inner() : token;
    return inner instanceof AutoFiniteDiff ? 1e-8 : 1e-11;
  }

  /** Relative, of second derivatives. */
  static double second(AdType token) {
    boolean differences =
        token instanceof SecondOrder two
            ? isDifferences(two.inner()) || isDifferences(two.outer())
            : isDifferences(token);
    return differences ? 1e-5 : 1e-10;
  }

  static boolean isDifferences(AdType token) {
    return token instanceof AutoFiniteDiff;
  }
}
