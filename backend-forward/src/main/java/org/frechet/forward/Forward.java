package org.frechet.forward;

import java.util.ArrayList;
import java.util.List;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.ForwardBackend;
import org.frechet.backend.LeafFunction;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Value;

/** The forward backend, picked by {@link AutoForward}. Stateless and safe to share. */
public final class Forward implements ForwardBackend {

  /** For {@link java.util.ServiceLoader}. */
  public Forward() {}

  @Override
  public Class<? extends AdType> token() {
    return AutoForward.class;
  }

  @Override
  public Pushed pushforward(
      AdType token, RuleRegistry rules, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
    int chunk = ((AutoForward) token).chunk();
    if (tangents.size() <= chunk) {
      return new ForwardTrace(rules, tangents.size()).run(f, x, tangents);
    }
    List<Value> value = List.of();
    List<List<Value>> pushed = new ArrayList<>(tangents.size());
    for (int from = 0; from < tangents.size(); from += chunk) {
      List<List<Value>> some = tangents.subList(from, Math.min(from + chunk, tangents.size()));
      Pushed part = new ForwardTrace(rules, some.size()).run(f, x, some);
      value = part.value();
      pushed.addAll(part.tangents());
    }
    return new Pushed(value, pushed);
  }
}
