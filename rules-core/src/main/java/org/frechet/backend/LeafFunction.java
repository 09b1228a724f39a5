package org.frechet.backend;

import java.util.List;
import org.frechet.value.Value;

/** A function of the leaves of its argument, to the leaves of its result. */
@FunctionalInterface
public interface LeafFunction {

  /** Evaluates the function. */
  List<Value> apply(List<Value> leaves);
}
