package org.frechet;

import java.util.List;
import java.util.function.Function;
import org.frechet.backend.LeafFunction;
import org.frechet.value.Structure;
import org.frechet.value.StructureException;
import org.frechet.value.Value;

/**
 * A user's function as a function of leaves. It remembers the structure of its result, and so
 * serves one call.
 */
final class Lifted<X, Y> implements LeafFunction {

  private final Function<? super X, ? extends Y> f;
  private final X like;
  private Y result;

  Lifted(Function<? super X, ? extends Y> f, X like) {
    this.f = f;
    this.like = like;
  }

  @Override
  public List<Value> apply(List<Value> leaves) {
    Y y = f.apply(Structure.rebuild(like, leaves));
    if (!(y instanceof Value || y instanceof List<?> || y instanceof Record)) {
      throw new StructureException(
          "the function returned %s: expected a Scalar, Vector or Matrix, or a list or record of them"
              .formatted(y == null ? "null" : "a " + y.getClass().getName()));
    }
    result = y;
    return Structure.leaves(y);
  }

  /** These leaves in the structure of the function's result. */
  Y resultOf(List<Value> leaves) {
    return Structure.rebuild(result, leaves);
  }
}
