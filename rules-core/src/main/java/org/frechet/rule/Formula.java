package org.frechet.rule;

/** The shapes of the lambdas that rules are written in: a result, arguments, a perturbation. */
public final class Formula {

  private Formula() {}

  /** A formula in three quantities. */
  @FunctionalInterface
  public interface Of3<A, B, C, R> {
    /** Evaluates the formula. */
    R apply(A a, B b, C c);
  }

  /** A formula in four quantities. */
  @FunctionalInterface
  public interface Of4<A, B, C, D, R> {
    /** Evaluates the formula. */
    R apply(A a, B b, C c, D d);
  }

  /** A formula in five quantities. */
  @FunctionalInterface
  public interface Of5<A, B, C, D, E, R> {
    /** Evaluates the formula. */
    R apply(A a, B b, C c, D d, E e);
  }

  /** A formula in three quantities for argument number i. */
  @FunctionalInterface
  public interface Indexed<A, B, C, R> {
    /** Evaluates the formula. */
    R apply(A a, B b, int i, C c);
  }
}
