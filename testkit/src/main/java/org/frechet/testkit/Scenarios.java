package org.frechet.testkit;

import java.util.ArrayList;
import java.util.List;

/** The scenarios that every backend is held to. */
public final class Scenarios {

  private Scenarios() {}

  /**
   * Functions × shapes: scalars, vectors, matrices, lists and records; closures, constants, control
   * flow, loops, a derivative inside; empty and 1×1.
   */
  public static List<Scenario> standard() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(ScalarScenarios.all());
    all.addAll(VectorScenarios.all());
    all.addAll(MatrixScenarios.all());
    all.addAll(RecordScenarios.all());
    all.addAll(EdgeScenarios.all());
    return List.copyOf(all);
  }

  /** What only those backends can do that follow the rules: a factor that is detached by name. */
  public static List<Scenario> byRulesOnly() {
    return List.of(EdgeScenarios.detached());
  }
}
