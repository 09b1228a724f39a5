package org.frechet.rule;

/** Asks a pullback for the cotangents of arguments, and takes them as they are computed. */
public interface Demand {

  /** Whether the cotangent of argument {@code i} is asked for. */
  boolean wants(int i);

  /** Takes the cotangent of argument {@code i}, which was asked for; a zero may be left out. */
  void accept(int i, Object cotangent);
}
