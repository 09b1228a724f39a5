package org.frechet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.frechet.backend.AdType;
import org.frechet.backend.Backend;
import org.frechet.backend.ForwardBackend;
import org.frechet.backend.ForwardBackend.Pushed;
import org.frechet.backend.LeafFunction;
import org.frechet.backend.ReverseBackend;
import org.frechet.backend.ReverseBackend.Pullback;
import org.frechet.backend.SecondOrder;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Value;

/**
 * Gives every token both a pushforward and a pullback: the one its backend lacks is derived from
 * the other by a basis, batched, in one evaluation of the function.
 */
final class Engine {

  private final RuleRegistry rules;

  /** By token: so few that they are looked through, which takes less than hashing. */
  private final Class<?>[] tokens;

  private final Backend[] backends;

  Engine(RuleRegistry rules, List<? extends Backend> backends) {
    Map<Class<? extends AdType>, Backend> byToken = byToken(backends);
    this.rules = rules;
    this.tokens = byToken.keySet().toArray(new Class<?>[0]);
    this.backends = byToken.values().toArray(new Backend[0]);
  }

  private static Map<Class<? extends AdType>, Backend> byToken(List<? extends Backend> backends) {
    Map<Class<? extends AdType>, Backend> byToken = new LinkedHashMap<>();
    for (Backend backend : backends) {
      Backend other = byToken.put(backend.token(), backend);
      if (other != null && other.getClass() != backend.getClass()) {
        throw new IllegalArgumentException(
            "Two backends for %s: %s and %s. Install one of them."
                .formatted(
                    backend.token().getSimpleName(),
                    other.getClass().getName(),
                    backend.getClass().getName()));
      }
    }
    return byToken;
  }

  RuleRegistry rules() {
    return rules;
  }

  /** The token that differentiates the function itself. */
  static AdType inner(AdType token) {
    return token instanceof SecondOrder two ? two.inner() : token;
  }

  /** The token that differentiates the derivative. */
  static AdType outer(AdType token) {
    return token instanceof SecondOrder two ? two.outer() : token;
  }

  boolean isForward(AdType token) {
    return backend(token) instanceof ForwardBackend;
  }

  boolean isReverse(AdType token) {
    return backend(token) instanceof ReverseBackend;
  }

  /** The backend of {@code token}; an unknown one is an error that lists those installed. */
  Backend backend(AdType token) {
    if (token == null) {
      throw new IllegalArgumentException("the token that picks the backend is null");
    }
    Class<?> wanted = inner(token).getClass();
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] == wanted) {
        return backends[i];
      }
    }
    throw new UnknownTokenException(inner(token), List.of(tokens));
  }

  Pushed pushforward(AdType token, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
    AdType plain = inner(token);
    if (backend(plain) instanceof ForwardBackend forward) {
      return forward.pushforward(plain, rules, f, x, tangents);
    }
    Pullback pullback = pullback(plain, f, x);
    List<Value> y = pullback.value();
    List<List<Value>> rows = pullback.applyLast(Basis.of(y));
    List<List<Value>> pushed = new ArrayList<>(tangents.size());
    for (List<Value> tangent : tangents) {
      pushed.add(Basis.combine(y, rows, tangent));
    }
    return new Pushed(y, pushed);
  }

  Pullback pullback(AdType token, LeafFunction f, List<Value> x) {
    AdType plain = inner(token);
    return backend(plain) instanceof ReverseBackend reverse
        ? reverse.pullback(plain, rules, f, x)
        : new PullbackByBasis(x, pushforward(plain, f, x, Basis.of(x)));
  }

  /** A pullback out of the pushforwards of a basis. */
  private record PullbackByBasis(List<Value> x, Pushed columns) implements Pullback {

    @Override
    public List<Value> value() {
      return columns.value();
    }

    @Override
    public List<List<Value>> apply(List<List<Value>> cotangents) {
      List<List<Value>> pulled = new ArrayList<>(cotangents.size());
      for (List<Value> cotangent : cotangents) {
        pulled.add(Basis.combine(x, columns.tangents(), cotangent));
      }
      return pulled;
    }
  }
}
