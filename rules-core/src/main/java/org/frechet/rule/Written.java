package org.frechet.rule;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.frechet.value.Elementwise;
import org.frechet.value.Value;

/** A rule's formulas as the binder notes them, with the types that its builders have checked. */
final class Written {

  private Written() {}

  /** How one direction of a rule acts on the perturbation of one argument, or of the result. */
  @FunctionalInterface
  interface One {
    Object apply(Application at, Object perturbation);

    /** The map from perturbations, for several of them: what they share is computed once. */
    default UnaryOperator<Object> at(Application at) {
      return perturbation -> apply(at, perturbation);
    }

    /** The form for several of them at once; null if none was written. */
    default Batch batch() {
      return null;
    }
  }

  /**
   * A formula with its batch form.
   *
   * @param one the formula for one perturbation
   * @param batch the form for several
   */
  record Batched(One one, Batch batch) implements One {
    @Override
    public Object apply(Application at, Object perturbation) {
      return one.apply(at, perturbation);
    }

    @Override
    public UnaryOperator<Object> at(Application at) {
      return one.at(at);
    }
  }

  /**
   * Either direction of an entrywise function: the perturbation times the slope.
   *
   * @param slope computes the slope at an application
   */
  record Slope(Function<Application, Value> slope) implements One {
    @Override
    public Object apply(Application at, Object perturbation) {
      return Elementwise.multiply((Value) perturbation, slope.apply(at));
    }

    @Override
    public UnaryOperator<Object> at(Application at) {
      Value known = slope.apply(at);
      return perturbation -> Elementwise.multiply((Value) perturbation, known);
    }
  }

  /** A frule in the tangents of all arguments; those of constants are zeros. */
  @FunctionalInterface
  interface JointPush {
    Object apply(Application at, Object[] tangents);

    /** The form for several of them at once; null if none was written. */
    default Batch batch() {
      return null;
    }
  }

  /**
   * A joint frule with its batch form.
   *
   * @param push the formula for the tangents of one direction
   * @param batch the form for several
   */
  record BatchedPush(JointPush push, Batch batch) implements JointPush {
    @Override
    public Object apply(Application at, Object[] tangents) {
      return push.apply(at, tangents);
    }
  }

  /** An rrule that shares work, and gives the cotangents of the arguments on demand. */
  @FunctionalInterface
  interface JointPull {
    Supplier<?>[] apply(Application at, Object cotangent);
  }

  /** An rrule of any number of arguments, argument by argument. */
  @FunctionalInterface
  interface Each {
    Object apply(Application at, int argument, Object cotangent);

    /** The map from cotangents, for several of them: what they share is computed once. */
    default UnaryOperator<Object> at(Application at, int argument) {
      return cotangent -> apply(at, argument, cotangent);
    }

    /** The form for several of them at once; null if none was written. */
    default Batch batch(int argument) {
      return null;
    }
  }

  /**
   * A pullback by number of the argument with its batch form.
   *
   * @param each the pullback of one cotangent
   * @param batches the form for several, by argument
   */
  record BatchedEach(Each each, IntFunction<Batch> batches) implements Each {
    @Override
    public Object apply(Application at, int argument, Object cotangent) {
      return each.apply(at, argument, cotangent);
    }

    @Override
    public Batch batch(int argument) {
      return batches.apply(argument);
    }
  }

  /**
   * The pullback to one argument, where it is asked for by number.
   *
   * @param one the pullback
   * @param batched the form for several; null if none was written
   */
  record Alone(One one, Batch batched) implements Each {

    /** Of a formula with or without a batch form: a call less for each pullback. */
    static Alone of(One formula) {
      return new Alone(formula instanceof Batched b ? b.one() : formula, formula.batch());
    }

    @Override
    public Object apply(Application at, int argument, Object cotangent) {
      return one.apply(at, cotangent);
    }

    @Override
    public UnaryOperator<Object> at(Application at, int argument) {
      return one.at(at);
    }

    @Override
    public Batch batch(int argument) {
      return batched;
    }
  }

  /** Says, beside a rule, that the result is one entry of the argument. */
  static final Object SELECTION = "selection";

  /** The derivative that is zero everywhere; engines skip it. */
  static final One ZERO = (at, perturbation) -> null;

  /** The same for pullbacks by number of the argument. */
  static final Each EACH_ZERO = (at, argument, cotangent) -> null;
}
