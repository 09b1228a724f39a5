package org.frechet.testkit;

import java.util.List;
import org.frechet.backend.AdType;
import org.frechet.value.Primitive;

/**
 * The entry to the test kit: assertions in the style of AssertJ, for static import.
 *
 * <pre>{@code
 * assertThatRule(CAYLEY).at(wellConditioned(4)).isConsistent();
 * }</pre>
 */
public final class FrechetAssertions {

  private FrechetAssertions() {}

  /** Begins assertions about the rule of a primitive. */
  public static RuleAssert assertThatRule(Primitive primitive) {
    return new RuleAssert(primitive);
  }

  /** Begins assertions about backends, picked by their tokens. */
  public static BackendsAssert assertThatBackends(AdType... tokens) {
    return new BackendsAssert(List.of(tokens));
  }
}
