package org.frechet.backend;

import java.util.List;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Value;

/** A backend that moves cotangents back; everything else is derived from that. */
public interface ReverseBackend extends Backend {

  /**
   * Evaluates {@code f} once and remembers what its pullback needs. The values may belong to traces
   * further out, and all computing must be visible to those.
   *
   * @param token the token that picked this backend
   * @param rules the rules to differentiate by
   * @param f the function
   * @param x where
   */
  Pullback pullback(AdType token, RuleRegistry rules, LeafFunction f, List<Value> x);

  /** The linear map from cotangents of f(x) to cotangents of x; reusable, from any thread. */
  interface Pullback {

    /** The leaves of f(x). */
    List<Value> value();

    /**
     * Pulls cotangents back.
     *
     * @param cotangents any number of seeds, each like {@link #value()}; a null leaf is zero
     * @return for each seed the leaves of x̄, like x
     */
    List<List<Value>> apply(List<List<Value>> cotangents);

    /**
     * As {@link #apply}, for the last time, and with no other one under way: what the pullback
     * remembers may be given up, and its memory used by the next.
     */
    default List<List<Value>> applyLast(List<List<Value>> cotangents) {
      return apply(cotangents);
    }
  }
}
