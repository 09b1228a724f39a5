package org.frechet.value;

import java.io.Serial;

/** The numbers of a traced value were asked for, or a traced value outlived its call. */
public final class TracedValueException extends IllegalStateException {

  @Serial private static final long serialVersionUID = 1L;

  TracedValueException(String operation, Value value, boolean escaped) {
    super(escaped ? escaped(operation, value) : read(operation, value));
  }

  private static String read(String operation, Value value) {
    return "%s: this %s is under differentiation, and its numbers taken out would have a silently zero derivative. "
            .formatted(operation, value.shape())
        + "Compute with it in the operations of Scalar, Vector, Matrix and LinearAlgebra; "
        + "let control flow use comparisons (isGreaterThan, …); "
        + "or call detach() first, if its derivative is to be dropped.";
  }

  private static String escaped(String operation, Value value) {
    return "%s: this %s was created inside a differentiated function that has returned since. "
            .formatted(operation, value.shape())
        + "It has no meaning outside of that call: return it from the function instead of storing it, "
        + "or store its detach().";
  }
}
