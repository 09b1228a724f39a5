package org.frechet.backend;

import java.util.List;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Value;

/** A backend that moves tangents forward; everything else is derived from that. */
public interface ForwardBackend extends Backend {

  /**
   * Evaluates {@code f} and pushes tangents through it, in one evaluation of {@code f} where the
   * token does not bound their number. The values may belong to traces further out, and all
   * computing must be visible to those.
   *
   * @param token the token that picked this backend
   * @param rules the rules to differentiate by
   * @param f the function
   * @param x where
   * @param tangents any number of directions, each like {@code x}; a null leaf is zero
   */
  Pushed pushforward(
      AdType token, RuleRegistry rules, LeafFunction f, List<Value> x, List<List<Value>> tangents);

  /**
   * What came out.
   *
   * @param value the leaves of f(x)
   * @param tangents for each direction the leaves of ẏ, like {@code value}; they may be computed
   *     when they are read, so read them before a differentiation around this one ends
   */
  record Pushed(List<Value> value, List<List<Value>> tangents) {}
}
