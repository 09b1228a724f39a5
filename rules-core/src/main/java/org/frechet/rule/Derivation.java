package org.frechet.rule;

/**
 * What is being derived, inside of which other derivations: a direction that leads back to itself
 * is found here, before it recurs without end.
 *
 * @param key the primitive
 * @param direction the direction that is derived
 * @param around the derivation that needs this one; null for the outermost
 */
record Derivation(Object key, Direction direction, Derivation around) {

  /** The derivation of one direction from the other, which must be there. */
  static Derivation of(
      Object key,
      Formulas formulas,
      Application at,
      int argument,
      Direction direction,
      Derivation around) {
    if (!formulas.has(direction.other(), argument)) {
      throw MissingRuleException.argument(at.primitive(), argument, formulas);
    }
    if (contains(around, key, direction)) {
      throw MissingRuleException.circular(at.primitive(), direction, formulas);
    }
    return new Derivation(key, direction, around);
  }

  private static boolean contains(Derivation innermost, Object key, Direction direction) {
    for (Derivation at = innermost; at != null; at = at.around) {
      if (at.key == key && at.direction == direction) {
        return true;
      }
    }
    return false;
  }
}
