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

  Rule(RuleRegistry registry, Object key, Formulas formulas) {
    this.registry = registry;
    this.key = key;
    this.formulas = formulas;
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
      boolean anyTangent = Arrays.stream(tangents).anyMatch(Objects::nonNull);
      return anyTangent ? pushJointly(at, tangents) : null;
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

  /** Several pushforwards at one application: what they share is done once. */
  public Object[] pushforwards(Application at, List<Object[]> tangents) {
    Object[] sums = new Object[tangents.size()];
    if (sums.length == 1 || formulas.jointPush() != null) {
      for (int b = 0; b < sums.length; b++) {
        sums[b] = pushforward(at, tangents.get(b));
      }
      return sums;
    }
    for (int i = 0; i < at.arity(); i++) {
      UnaryOperator<Object> pusher = null;
      for (int b = 0; b < sums.length; b++) {
        Object tangent = tangents.get(b)[i];
        if (tangent != null) {
          pusher = pusher == null ? pusher(at, i, null) : pusher;
          sums[b] = plus(sums[b], pusher.apply(tangent));
        }
      }
    }
    return sums;
  }

  /**
   * The pullback: the cotangents of the arguments.
   *
   * @param at the application
   * @param cotangent the cotangent of the result
   * @param wanted which arguments' cotangents are asked for; others are null in the answer
   */
  public Object[] pullback(Application at, Object cotangent, boolean[] wanted) {
    if (formulas.jointPull() != null) {
      return demanded(at, formulas.jointPull().apply(at, cotangent), wanted);
    }
    Object[] pulled = new Object[wanted.length];
    for (int i = 0; i < pulled.length; i++) {
      if (wanted[i]) {
        Written.Each written = formulas.pull(i);
        pulled[i] =
            written != null
                ? pull(written, at, i, cotangent)
                : puller(at, i, null).apply(cotangent);
      }
    }
    return pulled;
  }

  /** Several pullbacks at one application: what they share is done once. */
  public List<Object[]> pullbacks(Application at, List<?> cotangents, boolean[] wanted) {
    Object[][] pulled = new Object[cotangents.size()][at.arity()];
    if (pulled.length == 1 || formulas.jointPull() != null) {
      for (int b = 0; b < pulled.length; b++) {
        pulled[b] = pullback(at, cotangents.get(b), wanted);
      }
      return List.of(pulled);
    }
    for (int i = 0; i < at.arity(); i++) {
      UnaryOperator<Object> puller = wanted[i] ? puller(at, i, null) : null;
      for (int b = 0; b < pulled.length; b++) {
        pulled[b][i] = puller == null ? null : puller.apply(cotangents.get(b));
      }
    }
    return List.of(pulled);
  }

  private Object[] demanded(Application at, Supplier<?>[] pulled, boolean[] wanted) {
    Object[] demanded = new Object[pulled.length];
    for (int i = 0; i < pulled.length; i++) {
      demanded[i] = wanted[i] ? checked(Direction.RRULE, pulled[i].get(), at.argument(i)) : null;
    }
    return demanded;
  }

  /** The pushforward of the tangent of one argument. */
  UnaryOperator<Object> pusher(Application at, int argument, Derivation around) {
    Written.One written = formulas.push(argument);
    if (written != null) {
      UnaryOperator<Object> map = written.at(at);
      return tangent -> checked(written, map.apply(tangent), at.result());
    }
    if (formulas.jointPush() != null) {
      return tangent -> pushJointly(at, only(at, argument, tangent));
    }
    Derivation derivation = derivation(at, argument, Direction.FRULE, around);
    return new Transposition(registry, derivation, at.result(), puller(at, argument, derivation));
  }

  /** The pullback to one argument. */
  UnaryOperator<Object> puller(Application at, int argument, Derivation around) {
    Written.Each written = formulas.pull(argument);
    if (written != null) {
      UnaryOperator<Object> map = written.at(at, argument);
      return cotangent -> checked(written, map.apply(cotangent), at.argument(argument));
    }
    Derivation derivation = derivation(at, argument, Direction.RRULE, around);
    return new Transposition(
        registry, derivation, at.argument(argument), pusher(at, argument, derivation));
  }

  private Object push(Written.One written, Application at, Object tangent) {
    return checked(written, written.apply(at, tangent), at.result());
  }

  private Object pull(Written.Each written, Application at, int argument, Object cotangent) {
    return checked(written, written.apply(at, argument, cotangent), at.argument(argument));
  }

  private Object checked(Written.One written, Object pushed, Object like) {
    return written == Written.ZERO ? null : checked(Direction.FRULE, pushed, like);
  }

  private Object checked(Written.Each written, Object pulled, Object like) {
    return written == Written.EACH_ZERO ? null : checked(Direction.RRULE, pulled, like);
  }

  private Derivation derivation(
      Application at, int argument, Direction direction, Derivation around) {
    if (!formulas.has(direction.other(), argument)) {
      throw MissingRuleException.argument(at.primitive(), argument, formulas);
    }
    if (Derivation.contains(around, key, direction)) {
      throw MissingRuleException.circular(at.primitive(), direction, formulas);
    }
    return new Derivation(key, direction, around);
  }

  private Object pushJointly(Application at, Object[] tangents) {
    Object[] filled = new Object[tangents.length];
    for (int i = 0; i < filled.length; i++) {
      filled[i] = tangents[i] == null ? Structure.zeroLike(at.argument(i)) : tangents[i];
    }
    return checked(Direction.FRULE, formulas.jointPush().apply(at, filled), at.result());
  }

  private static Object[] only(Application at, int argument, Object tangent) {
    Object[] tangents = new Object[at.arity()];
    tangents[argument] = tangent;
    return tangents;
  }

  private static Object plus(Object sum, Object part) {
    if (sum == null || part == null) {
      return sum == null ? part : sum;
    }
    return Structure.add(sum, part);
  }

  /** A rule that gives something of another shape than it must would end in a wrong number. */
  private Object checked(Direction direction, Object given, Object like) {
    boolean fits = given != null && Likeness.alike(given, like);
    if (!fits) {
      throw new IllegalStateException(
          "the %s of '%s' gave %s, where %s is due (%s)"
              .formatted(
                  direction,
                  Declaration.nameOf(key),
                  given == null ? "null" : Likeness.shapes(given),
                  Likeness.shapes(like),
                  formulas.places()));
    }
    return given;
  }

  @Override
  public String toString() {
    return "rule of '" + Declaration.nameOf(key) + "' (" + formulas.places() + ")";
  }
}
