package org.frechet.reverse;

import org.frechet.rule.Application;
import org.frechet.rule.Rule;

/**
 * One recorded application. Immutable.
 *
 * @param slot the slot of its result, larger than those of all its arguments; if the result is a
 *     list or a record, its leaves have the next slots
 * @param rule how its derivative acts
 * @param at the application, one level further out
 * @param places the slot of each argument, {@link #NONE} if it does not depend on the inputs, or
 *     {@link #SEVERAL}
 * @param structures those arguments that are lists or records of values of the trace; null if there
 *     are none
 */
record Node(int slot, Rule rule, Application at, int[] places, Object[] structures) {

  static final int NONE = -1;
  static final int SEVERAL = -2;

  private static final boolean[] THE_ONE = {true};
  private static final boolean[] BOTH = {true, true};

  /** Which arguments depend on the inputs; not to be changed. */
  boolean[] wanted() {
    if (places.length == 1) {
      return THE_ONE;
    }
    if (places.length == 2 && places[0] != NONE && places[1] != NONE) {
      return BOTH;
    }
    boolean[] wanted = new boolean[places.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = places[i] != NONE;
    }
    return wanted;
  }
}
