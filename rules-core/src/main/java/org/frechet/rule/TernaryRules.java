package org.frechet.rule;

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
      return note(
          Direction.FRULE,
          (at, d) ->
              frule.apply(
                  (R) at.result(),
                  (A) at.argument(0),
                  (B) at.argument(1),
                  (C) at.argument(2),
                  (D) d));
    }

    /** The pullback to this argument: {@code (y, a, b, c, ȳ) → d̄}. */
    public TernaryRules<A, B, C, R> rrule(Formula.Of5<R, A, B, C, R, D> rrule) {
      return note(
          Direction.RRULE,
          (at, gy) ->
              rrule.apply(
                  (R) at.result(),
                  (A) at.argument(0),
                  (B) at.argument(1),
                  (C) at.argument(2),
                  (R) gy));
    }

    /** The derivative with respect to this argument is zero. */
    public TernaryRules<A, B, C, R> zero() {
      slot.noteZero(number);
      return TernaryRules.this;
    }

    private TernaryRules<A, B, C, R> note(Direction direction, Written.One formula) {
      slot.note(direction, number, formula);
      return TernaryRules.this;
    }
  }
}
