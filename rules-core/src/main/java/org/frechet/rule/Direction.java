package org.frechet.rule;

/** The two directions of a rule. */
public enum Direction {
  /** Moves tangents forward: the pushforward. */
  FRULE,
  /** Moves cotangents back: the pullback, the adjoint of the pushforward. */
  RRULE;

  /** The other direction, from which this one can be derived. */
  public Direction other() {
    return this == FRULE ? RRULE : FRULE;
  }

  @Override
  public String toString() {
    return this == FRULE ? "frule" : "rrule";
  }
}
