package org.frechet.testkit;

import java.util.ArrayList;
import java.util.List;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/** Keeps an eye on values that nobody may write to, and repairs them once somebody has. */
final class Watch {

  private record Watched(String role, double[] entries, double[] before) {}

  private final List<Watched> all = new ArrayList<>();

  /** Remembers the entries of {@code structure}. */
  Watch on(String role, Object structure) {
    for (Value leaf : Structure.leaves(structure)) {
      if (!(leaf instanceof Scalar)) {
        double[] entries = Numbers.shared(leaf);
        all.add(new Watched(role, entries, entries.clone()));
      }
    }
    return this;
  }

  /** Remembers the entries of those structures that are not null. */
  Watch on(String role, Object[] structures) {
    for (Object structure : structures) {
      if (structure != null) {
        on(role, structure);
      }
    }
    return this;
  }

  /** Reports what has changed, and undoes it. */
  void report(Findings findings, String during) {
    for (Watched watched : all) {
      if (Numbers.distance(watched.entries(), watched.before()) != 0) {
        findings.report(
            "%s: changed %s: it was %s and is %s now; values are immutable, array() is read only",
            during,
            watched.role(),
            Numbers.text(watched.before()),
            Numbers.text(watched.entries()));
        System.arraycopy(watched.before(), 0, watched.entries(), 0, watched.before().length);
      }
    }
  }
}
