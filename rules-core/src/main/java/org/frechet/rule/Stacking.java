package org.frechet.rule;

import org.frechet.value.Structure;
import org.frechet.value.Value;

/** Which perturbations the batch form of a rule takes together; the others are taken one by one. */
public enum Stacking {
  /**
   * Those whose leaves are all dense: for rules that make use of structure, which wins over
   * stacking.
   */
  DENSE,

  /** All but zeros: for rules whose work does not depend on the structure of a perturbation. */
  ANY;

  boolean takes(Object perturbation) {
    if (perturbation instanceof Object[] tangents) {
      return takesTangents(tangents);
    }
    return this == DENSE
        ? Structure.fold(perturbation, true, (all, leaf) -> all && leaf.isDense())
        : isNonzero(perturbation);
  }

  /** The tangents of constants, which are zero, decide nothing. */
  private boolean takesTangents(Object[] tangents) {
    boolean any = false;
    for (Object tangent : tangents) {
      boolean nonzero = tangent != null && isNonzero(tangent);
      if (nonzero && !takes(tangent)) {
        return false;
      }
      any |= nonzero;
    }
    return any;
  }

  private static boolean isNonzero(Object perturbation) {
    return perturbation instanceof Value value
        ? !value.isStructuralZero()
        : Structure.fold(perturbation, false, (any, leaf) -> any || !leaf.isStructuralZero());
  }
}
