package org.frechet.rule;

import java.util.List;

/**
 * The rule of all primitives {@code y = p(x)} of one record class: the first argument of each
 * lambda is the primitive, with its parameters.
 *
 * @param <P> the record class
 * @param <A> the type of the argument
 * @param <R> the type of the result
 */
@SuppressWarnings("unchecked") // applications hold what the primitive's types promise
public final class ParametricRules<P, A, R> {

  private final RuleSlot slot;

  ParametricRules(RuleSlot slot) {
    this.slot = slot;
  }

  /** The pushforward: {@code (p, y, x, ẋ) → ẏ}. */
  public ParametricRules<P, A, R> frule(Formula.Of4<P, R, A, A, R> frule) {
    return note(Direction.FRULE, one(frule));
  }

  /** The pullback: {@code (p, y, x, ȳ) → x̄}. */
  public ParametricRules<P, A, R> rrule(Formula.Of4<P, R, A, R, A> rrule) {
    return note(Direction.RRULE, one(rrule));
  }

  /**
   * The pushforward with its batch form, {@code (p, y, x, [ẋ₁, …, ẋₖ]) → [ẏ₁, …, ẏₖ]} for k ≥ 2.
   *
   * @param stacking which tangents are taken together
   */
  public ParametricRules<P, A, R> frule(
      Formula.Of4<P, R, A, A, R> frule,
      Stacking stacking,
      Formula.Of4<P, R, A, List<A>, List<R>> batch) {
    return note(Direction.FRULE, new Written.Batched(one(frule), Batch.of(stacking, one(batch))));
  }

  /**
   * The pullback with its batch form, {@code (p, y, x, [ȳ₁, …, ȳₖ]) → [x̄₁, …, x̄ₖ]} for k ≥ 2.
   *
   * @param stacking which cotangents are taken together
   */
  public ParametricRules<P, A, R> rrule(
      Formula.Of4<P, R, A, R, A> rrule,
      Stacking stacking,
      Formula.Of4<P, R, A, List<R>, List<A>> batch) {
    return note(Direction.RRULE, new Written.Batched(one(rrule), Batch.of(stacking, one(batch))));
  }

  private static <P, A, R, X, Y> Written.One one(Formula.Of4<P, R, A, X, Y> formula) {
    return (at, x) -> formula.apply((P) at.primitive(), (R) at.result(), (A) at.argument(0), (X) x);
  }

  private ParametricRules<P, A, R> note(Direction direction, Written.One formula) {
    slot.note(direction, 0, formula);
    return this;
  }

  /**
   * Says that the result is one entry of the argument: scalar code need not apply the rule then.
   */
  ParametricRules<P, A, R> selection() {
    slot.note(null, Declaration.ALL, Written.SELECTION);
    return this;
  }

  /** The derivative is zero everywhere. */
  public void zero() {
    slot.noteZero(0);
  }
}
