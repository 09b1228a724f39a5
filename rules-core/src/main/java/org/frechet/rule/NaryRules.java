package org.frechet.rule;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

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

  /**
   * The pushforward with its batch form, {@code (y, xs, [ẋs₁, …, ẋsₖ]) → [ẏ₁, …, ẏₖ]} for k ≥ 2:
   * the same numbers in fewer or larger operations.
   *
   * @param stacking which lists of tangents are taken together
   */
  public NaryRules<V, R> frule(
      Formula.Of3<R, List<V>, List<V>, R> frule,
      Stacking stacking,
      Formula.Of3<R, List<V>, List<List<V>>, List<R>> batch) {
    Written.JointPush push =
        (at, tangents) -> frule.apply((R) at.result(), list(at.arguments()), list(tangents));
    Batch.Form all =
        (at, dxs) -> {
          List<List<V>> lists = dxs.stream().map(tangents -> list((Object[]) tangents)).toList();
          return batch.apply((R) at.result(), list(at.arguments()), lists);
        };
    slot.note(
        Direction.FRULE, Declaration.ALL, new Written.BatchedPush(push, new Batch(stacking, all)));
    return this;
  }

  /**
   * The pullback to argument i with its batch form, {@code (y, xs, i, [ȳ₁, …, ȳₖ]) → [x̄ᵢ₁, …,
   * x̄ᵢₖ]} for k ≥ 2.
   *
   * @param stacking which cotangents are taken together
   */
  public NaryRules<V, R> rrule(
      Formula.Indexed<R, List<V>, R, V> rrule,
      Stacking stacking,
      Formula.Indexed<R, List<V>, List<R>, List<V>> batch) {
    Written.Each pull =
        (at, i, gy) -> rrule.apply((R) at.result(), list(at.arguments()), i, (R) gy);
    IntFunction<Batch> batches =
        i ->
            new Batch(
                stacking,
                (at, gys) -> batch.apply((R) at.result(), list(at.arguments()), i, (List<R>) gys));
    slot.note(Direction.RRULE, Declaration.ALL, new Written.BatchedEach(pull, batches));
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
