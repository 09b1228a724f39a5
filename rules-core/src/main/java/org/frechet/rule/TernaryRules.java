package org.frechet.rule;

import java.util.List;
import java.util.function.Supplier;

/**
 * The rule of a primitive {@code y = f(a, b, c)}: one pair of lambdas for each argument.
 *
 * @param <A> the type of the first argument
 * @param <B> the type of the second argument
 * @param <C> the type of the third argument
 * @param <R> the type of the result
 */
@SuppressWarnings("unchecked") // applications hold what the primitive's types promise
public final class TernaryRules<A, B, C, R> {

  private final RuleSlot slot;

  TernaryRules(RuleSlot slot) {
    this.slot = slot;
  }

  /** With respect to a: {@code (y, a, b, c, ȧ) → ẏ} and {@code (y, a, b, c, ȳ) → ā}. */
  public TernaryRules<A, B, C, R> first(
      Formula.Of5<R, A, B, C, A, R> frule, Formula.Of5<R, A, B, C, R, A> rrule) {
    return first().frule(frule).first().rrule(rrule);
  }

  /** With respect to b. */
  public TernaryRules<A, B, C, R> second(
      Formula.Of5<R, A, B, C, B, R> frule, Formula.Of5<R, A, B, C, R, B> rrule) {
    return second().frule(frule).second().rrule(rrule);
  }

  /** With respect to c. */
  public TernaryRules<A, B, C, R> third(
      Formula.Of5<R, A, B, C, C, R> frule, Formula.Of5<R, A, B, C, R, C> rrule) {
    return third().frule(frule).third().rrule(rrule);
  }

  /** Opens the first argument, to give one direction only. */
  public Argument<A> first() {
    return new Argument<>(0);
  }

  /** Opens the second argument, to give one direction only. */
  public Argument<B> second() {
    return new Argument<>(1);
  }

  /** Opens the third argument, to give one direction only. */
  public Argument<C> third() {
    return new Argument<>(2);
  }

  /**
   * The joint pushforward: {@code (y, arguments, tangents) → ẏ}; a constant argument's tangent is
   * zero.
   */
  public TernaryRules<A, B, C, R> jointFrule(
      Formula.Of3<R, Triple<A, B, C>, Triple<A, B, C>, R> frule) {
    Written.JointPush push = (at, d) -> frule.apply((R) at.result(), arguments(at), triple(d));
    slot.note(Direction.FRULE, Declaration.ALL, push);
    return this;
  }

  /**
   * The joint pullback: {@code (y, arguments, ȳ) → (ā, b̄, c̄)}. What they share is computed at
   * once, the rest on demand.
   */
  public TernaryRules<A, B, C, R> jointRrule(
      Formula.Of3<
              R,
              Triple<A, B, C>,
              R,
              Triple<? extends Supplier<A>, ? extends Supplier<B>, ? extends Supplier<C>>>
          rrule) {
    Written.JointPull pull =
        (at, gy) -> {
          var all = rrule.apply((R) at.result(), arguments(at), (R) gy);
          return new Supplier<?>[] {all.first(), all.second(), all.third()};
        };
    slot.note(Direction.RRULE, Declaration.ALL, pull);
    return this;
  }

  private Triple<A, B, C> arguments(Application at) {
    return triple(at.arguments());
  }

  private Triple<A, B, C> triple(Object[] each) {
    return new Triple<>((A) each[0], (B) each[1], (C) each[2]);
  }

  /**
   * One thing for each argument.
   *
   * @param first for a
   * @param second for b
   * @param third for c
   */
  public record Triple<A, B, C>(A first, B second, C third) {}

  /**
   * The rule with respect to one argument.
   *
   * @param <D> the type of that argument
   */
  public final class Argument<D> {

    private final int number;

    private Argument(int number) {
      this.number = number;
    }

    /** The pushforward of this argument's tangent: {@code (y, a, b, c, ḋ) → ẏ}. */
    public TernaryRules<A, B, C, R> frule(Formula.Of5<R, A, B, C, D, R> frule) {
      return note(Direction.FRULE, one(frule));
    }

    /** The pullback to this argument: {@code (y, a, b, c, ȳ) → d̄}. */
    public TernaryRules<A, B, C, R> rrule(Formula.Of5<R, A, B, C, R, D> rrule) {
      return note(Direction.RRULE, one(rrule));
    }

    /**
     * The pushforward with its batch form, {@code (y, a, b, c, [ḋ₁, …, ḋₖ]) → [ẏ₁, …, ẏₖ]} for k ≥
     * 2: the same numbers in fewer or larger operations.
     *
     * @param stacking which tangents are taken together
     */
    public TernaryRules<A, B, C, R> frule(
        Formula.Of5<R, A, B, C, D, R> frule,
        Stacking stacking,
        Formula.Of5<R, A, B, C, List<D>, List<R>> batch) {
      return note(Direction.FRULE, one(frule), Batch.of(stacking, one(batch)));
    }

    /**
     * The pullback with its batch form, {@code (y, a, b, c, [ȳ₁, …, ȳₖ]) → [d̄₁, …, d̄ₖ]} for k ≥
     * 2.
     *
     * @param stacking which cotangents are taken together
     */
    public TernaryRules<A, B, C, R> rrule(
        Formula.Of5<R, A, B, C, R, D> rrule,
        Stacking stacking,
        Formula.Of5<R, A, B, C, List<R>, List<D>> batch) {
      return note(Direction.RRULE, one(rrule), Batch.of(stacking, one(batch)));
    }

    /** The derivative with respect to this argument is zero. */
    public TernaryRules<A, B, C, R> zero() {
      slot.noteZero(number);
      return TernaryRules.this;
    }

    private <X, Y> Written.One one(Formula.Of5<R, A, B, C, X, Y> formula) {
      return (at, x) ->
          formula.apply(
              (R) at.result(), (A) at.argument(0), (B) at.argument(1), (C) at.argument(2), (X) x);
    }

    private TernaryRules<A, B, C, R> note(Direction direction, Written.One one, Batch batch) {
      return note(direction, new Written.Batched(one, batch));
    }

    private TernaryRules<A, B, C, R> note(Direction direction, Written.One formula) {
      slot.note(direction, number, formula);
      return TernaryRules.this;
    }
  }
}
