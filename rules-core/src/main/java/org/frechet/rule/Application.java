package org.frechet.rule;

import org.frechet.value.Primitive;
import org.frechet.value.Structure;

/**
 * One application of a primitive, as rules see it: result and arguments, one level further out than
 * the trace that recorded it. Immutable.
 */
public final class Application {

  private final Primitive primitive;
  private final Object[] arguments;
  private final Object result;

  /**
   * Notes an application.
   *
   * @param primitive what was applied
   * @param arguments to what; taken over without a copy
   * @param result what came out
   */
  public Application(Primitive primitive, Object[] arguments, Object result) {
    this.primitive = primitive;
    this.arguments = arguments;
    this.result = result;
  }

  /** The primitive that was applied. */
  public Primitive primitive() {
    return primitive;
  }

  /** The number of arguments. */
  public int arity() {
    return arguments.length;
  }

  /** Argument number {@code i}: a value, or a list or record of values. */
  public Object argument(int i) {
    return arguments[i];
  }

  /** The result: a value, or a list or record of values. */
  public Object result() {
    return result;
  }

  Object[] arguments() {
    return arguments;
  }

  /** The tangents with zeros for those that are missing. */
  Object[] filled(Object[] tangents) {
    Object[] filled = new Object[tangents.length];
    for (int i = 0; i < filled.length; i++) {
      filled[i] = tangents[i] == null ? Structure.zeroLike(argument(i)) : tangents[i];
    }
    return filled;
  }

  /** The tangent of one argument, and zeros for the others. */
  Object[] only(int argument, Object tangent) {
    Object[] tangents = new Object[arity()];
    tangents[argument] = tangent;
    return filled(tangents);
  }
}
