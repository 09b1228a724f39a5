package org.frechet.testkit;

import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * Assertions about several backends; see {@link FrechetAssertions#assertThatBackends}. Not safe to
 * share between threads.
 */
public final class BackendsAssert extends AbstractAssert<BackendsAssert, List<AdType>> {

  private Differentiation differentiation;
  private long seed = 20260101;

  BackendsAssert(List<AdType> tokens) {
    super(tokens, BackendsAssert.class);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("assertThatBackends: no token, so nothing is compared");
    }
  }

  /** Asks this facade, instead of one with the rule sets and backends on the path. */
  public BackendsAssert using(Differentiation facade) {
    differentiation = facade;
    return this;
  }

  /** Draws the random directions from this seed: a failure names the seed that it came from. */
  public BackendsAssert withSeed(long newSeed) {
    seed = newSeed;
    return this;
  }

  /**
   * Verifies that all backends give the same value, pushforward, pullback and Jacobian, and for a
   * function to a scalar gradient and Hessian-vector product, and that these are what differences
   * of the plain function say.
   */
  public <X extends Value, Y> BackendsAssert agreeOn(Function<X, Y> f, X x) {
    return agree(f, x);
  }

  /** The same for a function of a record. */
  public <X extends Record, Y> BackendsAssert agreeOn(Function<X, Y> f, X x) {
    return agree(f, x);
  }

  /** The same for a function on arrays. */
  public <Y> BackendsAssert agreeOn(Function<Vector, Y> f, double[] x) {
    return agree(f, Vector.of(x));
  }

  @SuppressWarnings("unchecked") // x is what f takes
  private <X, Y> BackendsAssert agree(Function<X, Y> f, Object x) {
    isNotNull();
    Differentiation di = differentiation == null ? Differentiation.standard() : differentiation;
    Findings findings = new Findings();
    findings.check(
        "backends",
        () -> new AgreementTrial(di, at -> f.apply((X) at), x, seed, findings).run(actual));
    if (!findings.isEmpty()) {
      failWithMessage(
          "the backends %s do not agree: %s of %s checks failed, seed %s:%s",
          actual, findings.size(), findings.checks(), seed, findings.text());
    }
    return this;
  }
}
