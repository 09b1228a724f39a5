package org.frechet.rule;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.frechet.value.NumericPartials;
import org.frechet.value.Value;

/**
 * The rule of a primitive {@code y = f(a, b)}: one pair of lambdas for each argument, so that what
 * nobody asked for is not computed; or a joint one where the arguments share work.
 *
 * @param <A> the type of the first argument
 * @param <B> the type of the second argument
 * @param <R> the type of the result
 */
@SuppressWarnings("unchecked") // applications hold what the primitive's types promise
public final class BinaryRules<A, B, R> {

  private final RuleSlot slot;
  private final BiFunction<A, B, R> itself;

  BinaryRules(RuleSlot slot, BiFunction<A, B, R> itself) {
    this.slot = slot;
    this.itself = itself;
  }

  /** With respect to a: {@code (y, a, b, ȧ) → ẏ} and {@code (y, a, b, ȳ) → ā}. */
  public BinaryRules<A, B, R> first(
      Formula.Of4<R, A, B, A, R> frule, Formula.Of4<R, A, B, R, A> rrule) {
    return first().frule(frule).first().rrule(rrule);
  }

  /** With respect to b: {@code (y, a, b, ḃ) → ẏ} and {@code (y, a, b, ȳ) → b̄}. */
  public BinaryRules<A, B, R> second(
      Formula.Of4<R, A, B, B, R> frule, Formula.Of4<R, A, B, R, B> rrule) {
    return second().frule(frule).second().rrule(rrule);
  }

  /** Opens the first argument, to give one direction only. */
  public Argument<A> first() {
    return new Argument<>(0);
  }

  /** Opens the second argument, to give one direction only. */
  public Argument<B> second() {
    return new Argument<>(1);
  }

  /**
   * A function that is linear in each argument, from its adjoints {@code (ȳ, b) → ā} and {@code (ȳ,
   * a) → b̄}.
   */
  public BinaryRules<A, B, R> bilinear(BiFunction<R, B, A> first, BiFunction<R, A, B> second) {
    first().note(Direction.FRULE, (at, da) -> itself.apply((A) da, (B) at.argument(1)));
    first().note(Direction.RRULE, (at, gy) -> first.apply((R) gy, (B) at.argument(1)));
    second().note(Direction.FRULE, (at, db) -> itself.apply((A) at.argument(0), (B) db));
    return second().note(Direction.RRULE, (at, gy) -> second.apply((R) gy, (A) at.argument(0)));
  }

  /**
   * A function that acts entry by entry, from its partial derivatives {@code (y, a, b) → ∂f/∂a} and
   * {@code (y, a, b) → ∂f/∂b}.
   */
  public BinaryRules<A, B, R> partials(
      Formula.Of3<R, A, B, ? extends Value> first, Formula.Of3<R, A, B, ? extends Value> second) {
    notePartial(0, first);
    notePartial(1, second);
    return this;
  }

  /**
   * The partial derivatives once more, in plain numbers: for scalars whose derivative nobody
   * differentiates again, where they save most of the time. They must agree with the rule.
   */
  public BinaryRules<A, B, R> numericPartials(
      NumericPartials.Partial first, NumericPartials.Partial second) {
    slot.noteNumeric(first, second);
    return this;
  }

  private void notePartial(int argument, Formula.Of3<R, A, B, ? extends Value> partial) {
    Written.Slope slope =
        new Written.Slope(
            at -> partial.apply((R) at.result(), (A) at.argument(0), (B) at.argument(1)));
    slot.note(Direction.FRULE, argument, slope);
    slot.note(Direction.RRULE, argument, slope);
  }

  /** The joint pushforward: {@code (y, a, b, ȧ, ḃ) → ẏ}; a constant argument's tangent is zero. */
  public BinaryRules<A, B, R> jointFrule(Formula.Of5<R, A, B, A, B, R> frule) {
    Written.JointPush push =
        (at, d) ->
            frule.apply(
                (R) at.result(), (A) at.argument(0), (B) at.argument(1), (A) d[0], (B) d[1]);
    slot.note(Direction.FRULE, Declaration.ALL, push);
    return this;
  }

  /**
   * The joint pullback: {@code (y, a, b, ȳ) → (ā, b̄)}. What the two share is computed at once, the
   * rest on demand.
   */
  public BinaryRules<A, B, R> jointRrule(Formula.Of4<R, A, B, R, Cotangents<A, B>> rrule) {
    Written.JointPull pull =
        (at, gy) -> {
          Cotangents<A, B> both =
              rrule.apply((R) at.result(), (A) at.argument(0), (B) at.argument(1), (R) gy);
          return new Supplier<?>[] {both.first(), both.second()};
        };
    slot.note(Direction.RRULE, Declaration.ALL, pull);
    return this;
  }

  /**
   * What a joint pullback gives.
   *
   * @param first computes the cotangent of a
   * @param second computes the cotangent of b
   */
  public record Cotangents<A, B>(Supplier<A> first, Supplier<B> second) {}

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

    /** The pushforward of this argument's tangent: {@code (y, a, b, ḋ) → ẏ}. */
    public BinaryRules<A, B, R> frule(Formula.Of4<R, A, B, D, R> frule) {
      return note(Direction.FRULE, one(frule));
    }

    /** The pullback to this argument: {@code (y, a, b, ȳ) → d̄}. */
    public BinaryRules<A, B, R> rrule(Formula.Of4<R, A, B, R, D> rrule) {
      return note(Direction.RRULE, one(rrule));
    }

    /**
     * The pushforward with its batch form, {@code (y, a, b, [ḋ₁, …, ḋₖ]) → [ẏ₁, …, ẏₖ]} for k ≥ 2:
     * the same numbers in fewer or larger operations.
     *
     * @param stacking which tangents are taken together
     */
    public BinaryRules<A, B, R> frule(
        Formula.Of4<R, A, B, D, R> frule,
        Stacking stacking,
        Formula.Of4<R, A, B, List<D>, List<R>> batch) {
      return note(Direction.FRULE, one(frule), Batch.of(stacking, one(batch)));
    }

    /**
     * The pullback with its batch form, {@code (y, a, b, [ȳ₁, …, ȳₖ]) → [d̄₁, …, d̄ₖ]} for k ≥ 2.
     *
     * @param stacking which cotangents are taken together
     */
    public BinaryRules<A, B, R> rrule(
        Formula.Of4<R, A, B, R, D> rrule,
        Stacking stacking,
        Formula.Of4<R, A, B, List<R>, List<D>> batch) {
      return note(Direction.RRULE, one(rrule), Batch.of(stacking, one(batch)));
    }

    /** The derivative with respect to this argument is zero. */
    public BinaryRules<A, B, R> zero() {
      slot.noteZero(number);
      return BinaryRules.this;
    }

    private <X, Y> Written.One one(Formula.Of4<R, A, B, X, Y> formula) {
      return (at, x) ->
          formula.apply((R) at.result(), (A) at.argument(0), (B) at.argument(1), (X) x);
    }

    private BinaryRules<A, B, R> note(Direction direction, Written.One one, Batch batch) {
      return note(direction, new Written.Batched(one, batch));
    }

    private BinaryRules<A, B, R> note(Direction direction, Written.One formula) {
      slot.note(direction, number, formula);
      return BinaryRules.this;
    }
  }
}
