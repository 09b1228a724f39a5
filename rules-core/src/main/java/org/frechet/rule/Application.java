package org.frechet.rule;

import org.frechet.value.Primitive;
import org.frechet.value.Structure;

/**
 * One application of a primitive, as rules see it: result and arguments, one level further out than
 * the trace that recorded it. Immutable; a backend may note its own things in a subclass.
 */
public class Application {

  private Primitive primitive;
  private Object[] arguments;
  private Object result;

  /**
   * Notes an application.
   *
   * @param primitive what was applied
   * @param arguments to what; taken over without a copy
   * @param result what came out
   */
  public Application(Primitive primitive, Object[] arguments, Object result) {
    note(primitive, arguments, result);
  }

  /**
   * For a backend's own: filled in by its {@link RuleTrace} before it is recorded, since a backend
   * names no primitive.
   */
  protected Application() {}

  /** Fills it in. */
  final void note(Primitive applied, Object[] to, Object gave) {
    primitive = applied;
    arguments = to;
    result = gave;
  }

  /** The primitive that was applied. */
  public final Primitive primitive() {
    return primitive;
  }

  /** The number of arguments. */
  public final int arity() {
    return arguments.length;
  }

  /** Argument number {@code i}: a value, or a list or record of values. */
  public final Object argument(int i) {
    return arguments[i];
  }

  /** The result: a value, or a list or record of values. */
  public final Object result() {
    return result;
  }

  final Object[] arguments() {
    return arguments;
  }

  /** The tangents with zeros for those that are missing. */
  final Object[] filled(Object[] tangents) {
    Object[] filled = new Object[tangents.length];
    for (int i = 0; i < filled.length; i++) {
      filled[i] = tangents[i] == null ? Structure.zeroLike(argument(i)) : tangents[i];
    }
    return filled;
  }

  /** The tangent of one argument, and zeros for the others. */
  final Object[] only(int argument, Object tangent) {
    Object[] tangents = new Object[arity()];
    tangents[argument] = tangent;
    return filled(tangents);
  }
}
