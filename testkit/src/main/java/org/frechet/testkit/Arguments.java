package org.frechet.testkit;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.frechet.value.Structure;

/**
 * The arguments of a primitive as one argument of a function.
 *
 * @param each values, or lists and records of values
 */
record Arguments(List<Object> each) {

  static {
    Structure.opening(MethodHandles.lookup(), Arguments.class);
  }
}
