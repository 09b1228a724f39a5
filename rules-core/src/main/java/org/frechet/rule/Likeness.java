package org.frechet.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/**
 * Whether a perturbation is like what it perturbs: a value of its shape, or leaves of its shapes.
 */
final class Likeness {

  private Likeness() {}

  static boolean alike(Object given, Object like) {
    if (given instanceof Value a && like instanceof Value b) {
      return a.hasShapeOf(b);
    }
    return given instanceof Value == like instanceof Value && shapes(given).equals(shapes(like));
  }

  /** The shapes of all leaves. */
  static List<Object> shapes(Object structure) {
    return Structure.fold(
        structure,
        new ArrayList<>(),
        (shapes, leaf) -> {
          shapes.add(Objects.requireNonNull(leaf).shape());
          return shapes;
        });
  }
}
