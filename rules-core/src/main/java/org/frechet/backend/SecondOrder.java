package org.frechet.backend;

import java.util.Objects;

/**
 * Two tokens for second derivatives: {@code outer} differentiates the derivative that {@code inner}
 * gives. First-order operators use {@code inner}.
 *
 * @param outer differentiates the derivative
 * @param inner differentiates the function
 */
public record SecondOrder(AdType outer, AdType inner) implements AdType {

  /** Checks that both are plain tokens. */
  public SecondOrder {
    Objects.requireNonNull(outer, "SecondOrder: the outer token is null");
    Objects.requireNonNull(inner, "SecondOrder: the inner token is null");
    if (outer instanceof SecondOrder || inner instanceof SecondOrder) {
      throw new IllegalArgumentException(
          "SecondOrder: nest calls, not tokens: (%s) over %s".formatted(outer, inner));
    }
  }

  /** {@code outer} over {@code inner}. */
  public static SecondOrder of(AdType outer, AdType inner) {
    return new SecondOrder(outer, inner);
  }

  @Override
  public String toString() {
    return outer + " over " + inner;
  }
}
