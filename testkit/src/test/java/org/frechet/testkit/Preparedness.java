package org.frechet.testkit;

import java.util.List;
import java.util.Objects;
import org.frechet.value.Scalar;
import org.frechet.value.Shape;
import org.frechet.value.Value;

/** What several wrong backends do. */
final class Preparedness {

  private Preparedness() {}

  static List<Shape> shapes(List<Value> leaves) {
    return leaves.stream().map(Value::shape).toList();
  }

  static void require(Value leaf) {
    Objects.requireNonNull(leaf, "a leaf is null");
  }

  /** Long enough for another thread to come in between. */
  static void linger() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void scribble(Value leaf) {
    if (!leaf.isTraced() && !(leaf instanceof Scalar) && leaf.size() > 0) {
      Numbers.shared(leaf)[0] += 1;
    }
  }
}
