package org.frechet.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.frechet.value.NumericPartials;
import org.frechet.value.Primitive;
import org.frechet.value.Structure;

/**
 * How the derivative of one primitive acts: what backends apply. Both directions are there, one
 * perhaps derived from the other. Immutable and safe to share between threads.
 *
 * <p>A perturbation that is {@code null} is zero, given or returned. All computing is done in
 * differentiable operations on the application's values, so a trace further out sees it.
 */
public final class Rule {

  private final RuleRegistry registry;
  private final Object key;
  private final Formulas formulas;
  private final ResultCheck results;

  Rule(RuleRegistry registry, Object key, Formulas formulas) {
    this.registry = registry;
    this.key = key;
    this.formulas = formulas;
    this.results = new ResultCheck(key, formulas);
  }

  boolean isOf(Primitive primitive) {
    return key == primitive;
  }

  /** Whether the derivative is zero everywhere. */
  public boolean isZero() {
    return formulas.isZero();
  }

  /** The partial derivatives in plain numbers, if there are any; null otherwise. */
  public NumericPartials numericPartials() {
    return formulas.numeric();
  }

  /** Whether the result is an entry of the argument, and the derivative the same entry. */
  boolean isSelection() {
    return formulas.isSelection();
  }

  /** Whether this direction, with respect to this argument, was written rather than derived. */
  public boolean isWritten(Direction direction, int argument) {
    return formulas.has(direction, argument);
  }

  /**
   * The pushforward: the tangent of the result.
   *
   * @param at the application
   * @param tangents the tangents of the arguments; null for those that are constant
   */
  public Object pushforward(Application at, Object[] tangents) {
    if (formulas.jointPush() != null) {
      return isAnyGiven(tangents) ? pushJointly(at, at.filled(tangents)) : null;
    }
    Object sum = null;
    for (int i = 0; i < tangents.length; i++) {
      if (tangents[i] != null) {
        Written.One written = formulas.push(i);
        sum = plus(sum, written != null ? push(written, at, tangents[i]) : derive(at, i, tangents));
      }
    }
    return sum;
  }

  private Object derive(Application at, int argument, Object[] tangents) {
    return pusher(at, argument, null).apply(tangents[argument]);
  }

  /** Several pushforwards at one application: what they share is done once, or all together. */
  public Object[] pushforwards(Application at, List<Object[]> tangents) {
    if (tangents.size() == 1) {
      return new Object[] {pushforward(at, tangents.get(0))};
    }
    if (formulas.jointPush() != null) {
      return pushAllJointly(at, tangents);
    }
    Object[] sums = new Object[tangents.size()];
    for (int i = 0; i < at.arity(); i++) {
      int argument = i;
      Written.One written = formulas.push(i);
      Object[] pushed =
          Batch.images(
              written == null ? null : written.batch(),
              at,
              Batch.ofArgument(i, tangents),
              () -> pusher(at, argument, null),
              (images, count) -> results.check(Direction.FRULE, images, count, at.result()));
      for (int b = 0; b < sums.length; b++) {
        sums[b] = plus(sums[b], pushed[b]);
      }
    }
    return sums;
  }

  private Object[] pushAllJointly(Application at, List<Object[]> tangents) {
    return Batch.images(
        formulas.jointPush().batch(),
        at,
        tangents.stream().map(each -> isAnyGiven(each) ? at.filled(each) : null).toArray(),
        () -> each -> pushJointly(at, (Object[]) each),
        (images, count) -> results.check(Direction.FRULE, images, count, at.result()));
  }

  /**
   * The pullback: the cotangents of the arguments.
   *
   * @param at the application
   * @param cotangent the cotangent of the result
   * @param wanted which arguments' cotangents are asked for; others are null in the answer
   */
  public Object[] pullback(Application at, Object cotangent, boolean[] wanted) {
    KeptCotangents kept = new KeptCotangents(wanted, new Object[wanted.length]);
    pullback(at, cotangent, kept);
    return kept.pulled();
  }

  /**
   * The same, handed over argument by argument.
   *
   * @param at the application
   * @param cotangent the cotangent of the result
   * @param demand says which arguments' cotangents are asked for, and takes them
   */
  public void pullback(Application at, Object cotangent, Demand demand) {
    Written.JointPull jointly = formulas.jointPull();
    Supplier<?>[] parts = jointly == null ? null : jointly.apply(at, cotangent);
    for (int i = 0; i < at.arity(); i++) {
      if (demand.wants(i)) {
        Object pulled = parts == null ? pull(at, i, cotangent) : checked(parts[i].get(), at, i);
        if (pulled != null) {
          demand.accept(i, pulled);
        }
      }
    }
  }

  /** Several pullbacks at one application: what they share is done once, or all together. */
  public List<Object[]> pullbacks(Application at, List<?> cotangents, boolean[] wanted) {
    Object[][] pulled = new Object[cotangents.size()][at.arity()];
    if (pulled.length == 1 || formulas.jointPull() != null) {
      for (int b = 0; b < pulled.length; b++) {
        pulled[b] = pullback(at, cotangents.get(b), wanted);
      }
      return List.of(pulled);
    }
    for (int i = 0; i < at.arity(); i++) {
      Object[] ofArgument = wanted[i] ? pullAll(at, i, cotangents) : null;
      for (int b = 0; b < pulled.length; b++) {
        pulled[b][i] = ofArgument == null ? null : ofArgument[b];
      }
    }
    return List.of(pulled);
  }

  private Object[] pullAll(Application at, int argument, List<?> cotangents) {
    Written.Each written = formulas.pull(argument);
    return Batch.images(
        written == null ? null : written.batch(argument),
        at,
        cotangents.toArray(),
        () -> puller(at, argument, null),
        (images, count) -> results.check(Direction.RRULE, images, count, at.argument(argument)));
  }

  /** The pushforward of the tangent of one argument. */
  UnaryOperator<Object> pusher(Application at, int argument, Derivation around) {
    Written.One written = formulas.push(argument);
    if (written != null) {
      UnaryOperator<Object> map = written.at(at);
      return tangent -> checked(written, map.apply(tangent), at.result());
    }
    if (formulas.jointPush() != null) {
      return tangent -> pushJointly(at, at.only(argument, tangent));
    }
    Derivation derivation = Derivation.of(key, formulas, at, argument, Direction.FRULE, around);
    return new Transposition(registry, derivation, at.result(), puller(at, argument, derivation));
  }

  /** The pullback to one argument. */
  UnaryOperator<Object> puller(Application at, int argument, Derivation around) {
    Written.Each written = formulas.pull(argument);
    if (written != null) {
      UnaryOperator<Object> map = written.at(at, argument);
      return cotangent -> checked(written, map.apply(cotangent), at.argument(argument));
    }
    Derivation derivation = Derivation.of(key, formulas, at, argument, Direction.RRULE, around);
    return new Transposition(
        registry, derivation, at.argument(argument), pusher(at, argument, derivation));
  }

  private Object push(Written.One written, Application at, Object tangent) {
    return checked(written, written.apply(at, tangent), at.result());
  }

  private Object checked(Object pulled, Application at, int argument) {
    return results.checked(Direction.RRULE, pulled, at.argument(argument));
  }

  private Object pull(Application at, int argument, Object cotangent) {
    Written.Each written = formulas.pull(argument);
    if (written == null) {
      return puller(at, argument, null).apply(cotangent);
    }
    Object pulled =
        written instanceof Written.Alone alone
            ? alone.one().apply(at, cotangent)
            : written.apply(at, argument, cotangent);
    return checked(written, pulled, at.argument(argument));
  }

  private Object checked(Written.One written, Object pushed, Object like) {
    return written == Written.ZERO ? null : results.checked(Direction.FRULE, pushed, like);
  }

  private Object checked(Written.Each written, Object pulled, Object like) {
    return written == Written.EACH_ZERO ? null : results.checked(Direction.RRULE, pulled, like);
  }

  private Object pushJointly(Application at, Object[] tangents) {
    return results.checked(Direction.FRULE, formulas.jointPush().apply(at, tangents), at.result());
  }

  private static boolean isAnyGiven(Object[] tangents) {
    return Arrays.stream(tangents).anyMatch(Objects::nonNull);
  }

  private static Object plus(Object sum, Object part) {
    if (sum == null || part == null) {
      return sum == null ? part : sum;
    }
    return Structure.add(sum, part);
  }

  @Override
  public String toString() {
    return "rule of '" + Declaration.nameOf(key) + "' (" + formulas.places() + ")";
  }
}
