package org.frechet.rule;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import org.frechet.value.NumericPartials;
import org.frechet.value.Value;

/**
 * The rule of a primitive {@code y = f(x)}. One of {@link #frule}, {@link #rrule}, {@link
 * #derivative}, {@link #linear} is enough.
 *
 * @param <A> the type of the argument
 * @param <R> the type of the result
 */
@SuppressWarnings("unchecked") // applications hold what the primitive's types promise
public final class UnaryRules<A, R> {

  private final RuleSlot slot;
  private final Function<A, R> itself;

  UnaryRules(RuleSlot slot, Function<A, R> itself) {
    this.slot = slot;
    this.itself = itself;
  }

  /** The pushforward: {@code (y, x, ẋ) → ẏ}. */
  public UnaryRules<A, R> frule(Formula.Of3<R, A, A, R> frule) {
    return note(Direction.FRULE, one(frule));
  }

  /** The pullback: {@code (y, x, ȳ) → x̄}. */
  public UnaryRules<A, R> rrule(Formula.Of3<R, A, R, A> rrule) {
    return note(Direction.RRULE, one(rrule));
  }

  /**
   * The pushforward with its batch form, {@code (y, x, [ẋ₁, …, ẋₖ]) → [ẏ₁, …, ẏₖ]} for k ≥ 2: the
   * same numbers in fewer or larger operations.
   *
   * @param stacking which tangents are taken together
   */
  public UnaryRules<A, R> frule(
      Formula.Of3<R, A, A, R> frule, Stacking stacking, Formula.Of3<R, A, List<A>, List<R>> batch) {
    return noteBatched(Direction.FRULE, one(frule), Batch.of(stacking, one(batch)));
  }

  /**
   * The pullback with its batch form, {@code (y, x, [ȳ₁, …, ȳₖ]) → [x̄₁, …, x̄ₖ]} for k ≥ 2.
   *
   * @param stacking which cotangents are taken together
   */
  public UnaryRules<A, R> rrule(
      Formula.Of3<R, A, R, A> rrule, Stacking stacking, Formula.Of3<R, A, List<R>, List<A>> batch) {
    return noteBatched(Direction.RRULE, one(rrule), Batch.of(stacking, one(batch)));
  }

  /**
   * Both directions of a function that acts entry by entry: {@code (y, x) → f′(x)}, so that {@code
   * ẏ = f′(x) ⊙ ẋ} and {@code x̄ = f′(x) ⊙ ȳ}.
   */
  public UnaryRules<A, R> derivative(BiFunction<R, A, ? extends Value> derivative) {
    Written.Slope slope =
        new Written.Slope(at -> derivative.apply((R) at.result(), (A) at.argument(0)));
    return note(Direction.FRULE, slope).note(Direction.RRULE, slope);
  }

  /**
   * {@code (y, x) → f′(x)} once more, in plain numbers: for scalars whose derivative nobody
   * differentiates again, where it saves most of the time. It must agree with the rule.
   */
  public UnaryRules<A, R> numericDerivative(DoubleBinaryOperator derivative) {
    return numericPartial((y, a, b) -> derivative.applyAsDouble(y, a));
  }

  UnaryRules<A, R> numericPartial(NumericPartials.Partial derivative) {
    slot.noteNumeric(derivative, NumericPartials.Partial.constant(0));
    return this;
  }

  /** Both directions of a linear function, from its adjoint {@code (y, x, ȳ) → x̄}. */
  public UnaryRules<A, R> linear(Formula.Of3<R, A, R, A> adjoint) {
    return note(Direction.FRULE, (at, dx) -> itself.apply((A) dx)).rrule(adjoint);
  }

  /** The derivative is zero everywhere. */
  public void zero() {
    slot.noteZero(0);
  }

  private static <A, R, X, Y> Written.One one(Formula.Of3<R, A, X, Y> formula) {
    return (at, x) -> formula.apply((R) at.result(), (A) at.argument(0), (X) x);
  }

  private UnaryRules<A, R> noteBatched(Direction direction, Written.One one, Batch batch) {
    return note(direction, new Written.Batched(one, batch));
  }

  private UnaryRules<A, R> note(Direction direction, Written.One formula) {
    slot.note(direction, 0, formula);
    return this;
  }
}
