package org.frechet.reverse;

import org.frechet.rule.Application;
import org.frechet.rule.Rule;

/**
 * One recorded application, noted in the slot of its result, which is larger than those of all its
 * arguments; if the result is a list or a record, its leaves have the next slots. Immutable.
 */
final class Node extends Application {

  static final int NONE = -1;
  static final int SEVERAL = -2;

  private final Rule rule;
  private final int first;
  private final int second;
  private final Arguments arguments;

  /**
   * Where any number of arguments of any kind are.
   *
   * @param places the slot of each, {@link #NONE} if it does not depend on the inputs, or {@link
   *     #SEVERAL}
   * @param structures those that are lists or records of values of the trace; else null
   */
  record Arguments(int[] places, Object[] structures) {}

  /**
   * An application, yet to be filled in.
   *
   * @param rule how its derivative acts
   * @param first the slot of the first argument, or {@link #NONE}
   * @param second the slot of the second argument, or {@link #NONE}
   * @param arguments where they are, if they are more than two, or lists or records; else null
   */
  Node(Rule rule, int first, int second, Arguments arguments) {
    this.rule = rule;
    this.first = first;
    this.second = second;
    this.arguments = arguments;
  }

  /** How the derivative acts. */
  Rule rule() {
    return rule;
  }

  /** The slot of argument {@code i}, if it is a value. */
  int place(int i) {
    if (arguments != null) {
      return arguments.places[i];
    }
    return i == 0 ? first : second;
  }

  /** Argument {@code i}, if it is a list or a record. */
  Object structure(int i) {
    return arguments.structures[i];
  }

  /** Whether argument {@code i} depends on the inputs. */
  boolean wants(int i) {
    return place(i) != NONE;
  }

  /** Which arguments depend on the inputs. */
  boolean[] wanted() {
    boolean[] wanted = new boolean[arity()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = wants(i);
    }
    return wanted;
  }
}
