package org.frechet.reverse;

import java.util.List;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.LeafFunction;
import org.frechet.backend.ReverseBackend;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Value;

/** The reverse backend, picked by {@link AutoReverse}. Safe to share between threads. */
public final class Reverse implements ReverseBackend {

  private final SpareMemory spare = new SpareMemory();

  /** For {@link java.util.ServiceLoader}. */
  public Reverse() {}

  @Override
  public Class<? extends AdType> token() {
    return AutoReverse.class;
  }

  @Override
  public Pullback pullback(AdType token, RuleRegistry rules, LeafFunction f, List<Value> x) {
    return new ReverseTrace(rules, new Tape(spare)).run(f, x);
  }
}
