package org.frechet.rule;

import org.frechet.value.Primitive;

/**
 * One line of a rule set.
 *
 * @param key what the rule is registered under
 * @param name the primitive's name
 * @param kind whether it adds, replaces or removes
 * @param direction forward or back; null for a removal
 * @param argument the number of the argument, or {@link #ALL}
 * @param formula a {@link Written} formula
 * @param ruleSet the name of the rule set
 * @param place file and line
 */
record Declaration(
    Object key,
    String name,
    Kind kind,
    Direction direction,
    int argument,
    Object formula,
    String ruleSet,
    String place) {

  /** The argument number of a joint formula. */
  static final int ALL = -1;

  enum Kind {
    RULE,
    OVERRIDE,
    DECLINE
  }

  /** A readable name for a primitive or a class of primitives. */
  static String nameOf(Object key) {
    return key instanceof Primitive primitive ? primitive.name() : ((Class<?>) key).getSimpleName();
  }

  boolean clashesWith(Declaration other) {
    return direction == other.direction
        && (argument == other.argument || argument == ALL || other.argument == ALL);
  }

  @Override
  public String toString() {
    return ruleSet + " (" + place + ")";
  }
}
