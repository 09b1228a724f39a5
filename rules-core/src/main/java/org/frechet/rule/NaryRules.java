package org.frechet.rule;

import java.util.Arrays;
import java.util.List;

/**
 * The rule of a primitive {@code y = f(x₁, …, xₙ)} for any n.
 *
 * @param <V> the type of the arguments
 * @param <R> the type of the result
 */
@SuppressWarnings("unchecked") // applications hold what the primitive's types promise
public final class NaryRules<V, R> {

  private final RuleSlot slot;

  NaryRules(RuleSlot slot) {
    this.slot = slot;
  }

  /** The pushforward: {@code (y, xs, ẋs) → ẏ}; the tangents of constants are zeros. */
  public NaryRules<V, R> frule(Formula.Of3<R, List<V>, List<V>, R> frule) {
    Written.JointPush push =
        (at, tangents) -> frule.apply((R) at.result(), list(at.arguments()), list(tangents));
    slot.note(Direction.FRULE, Declaration.ALL, push);
    return this;
  }

  /** The pullback to argument i: {@code (y, xs, i, ȳ) → x̄ᵢ}. */
  public NaryRules<V, R> rrule(Formula.Indexed<R, List<V>, R, V> rrule) {
    Written.Each pull =
        (at, i, gy) -> rrule.apply((R) at.result(), list(at.arguments()), i, (R) gy);
    slot.note(Direction.RRULE, Declaration.ALL, pull);
    return this;
  }

  /** The derivative is zero everywhere. */
  public void zero() {
    slot.noteZero(Declaration.ALL);
  }

  private List<V> list(Object[] elements) {
    return (List<V>) Arrays.asList(elements);
  }
}
