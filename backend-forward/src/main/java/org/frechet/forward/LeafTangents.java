package org.frechet.forward;

import java.util.AbstractList;
import java.util.List;
import org.frechet.value.Shaping;
import org.frechet.value.Value;

/**
 * The tangents of what a function returned, along one direction, computed when they are read: a
 * Hessian does not read those of the value that comes beside the gradient.
 */
final class LeafTangents extends AbstractList<Value> {

  private final ForwardTrace trace;
  private final List<Value> leaves;
  private final int direction;

  LeafTangents(ForwardTrace trace, List<Value> leaves, int direction) {
    this.trace = trace;
    this.leaves = leaves;
    this.direction = direction;
  }

  @Override
  public Value get(int i) {
    Value tangent = trace.tangent(leaves.get(i), direction);
    if (tangent == null) {
      return Shaping.zeroLike(leaves.get(i));
    }
    tangent.requireDefined();
    return tangent;
  }

  @Override
  public int size() {
    return leaves.size();
  }
}
