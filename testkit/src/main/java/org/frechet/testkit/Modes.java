package org.frechet.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.Backend;
import org.frechet.rule.RuleRegistry;

/**
 * The backends that stand at the judge's side: forward and reverse mode, as far as they are on the
 * path.
 *
 * @param differentiation the facade with the rules on trial
 * @param backends what it was built with
 * @param forward the forward token; null if no backend handles it
 * @param reverse the reverse token; null if no backend handles it
 */
record Modes(
    Differentiation differentiation, List<Backend> backends, AdType forward, AdType reverse) {

  /** With all backends on the path. */
  static Modes of(RuleRegistry rules) {
    List<Backend> backends = new ArrayList<>();
    ServiceLoader.load(Backend.class).forEach(backends::add);
    return of(rules, backends);
  }

  static Modes of(RuleRegistry rules, List<Backend> backends) {
    boolean forward = backends.stream().anyMatch(b -> b.token() == AutoForward.class);
    boolean reverse = backends.stream().anyMatch(b -> b.token() == AutoReverse.class);
    return new Modes(
        Differentiation.of(rules, backends),
        List.copyOf(backends),
        forward ? new AutoForward() : null,
        reverse ? new AutoReverse() : null);
  }

  /** The same backends with other rules. */
  Modes with(RuleRegistry rules) {
    return of(rules, backends);
  }

  /** The installed tokens. */
  List<AdType> tokens() {
    List<AdType> tokens = new ArrayList<>();
    if (forward != null) {
      tokens.add(forward);
    }
    if (reverse != null) {
      tokens.add(reverse);
    }
    return tokens;
  }

  /** {@code x ↦ J(x) u}. */
  Function<Arguments, Object> pushing(Function<Arguments, Object> f, Arguments u) {
    return x -> differentiation.pushforward(f, forward, x, u);
  }

  /** {@code x ↦ J(x)ᵀ ȳ}. */
  Function<Arguments, Object> pulling(Function<Arguments, Object> f, Object cotangent) {
    return x -> differentiation.pullback(f, reverse, x, cotangent);
  }
}
