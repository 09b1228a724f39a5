package org.frechet.benchmarks;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that a run has measured. */
final class Results {

  private final List<Measured> all;
  private final Map<String, Measured> byKey = new HashMap<>();

  /** What several passes over the same benchmarks have measured, in any order. */
  Results(Collection<Measured> passes) {
    Map<String, List<Measured>> each =
        passes.stream().collect(Collectors.groupingBy(Measured::key));
    all = each.values().stream().map(Measured::median).sorted(Measured.ORDER).toList();
    all.forEach(one -> byKey.put(one.key(), one));
  }

  List<Measured> all() {
    return all;
  }

  /** A benchmark of the same class and at the same size; null if it has no result. */
  Measured beside(Measured one, String benchmark) {
    return byKey.get(one.key(benchmark));
  }
}
