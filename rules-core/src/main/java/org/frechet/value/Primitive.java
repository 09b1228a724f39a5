package org.frechet.value;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * A named operation with a plain evaluation on constants: the key under which rules are registered.
 *
 * <p>An operation whose evaluation is opaque comes from {@link #unary}, {@link #binary}, {@link
 * #ternary} or {@link #nary}: without a rule it cannot be differentiated. One from {@code
 * composed(…)} has a body in differentiable operations and is differentiated through it until
 * somebody registers a rule. Arguments that are no values, such as indices and options, are
 * components of a record that implements {@link Unary}; the record class is then the key.
 *
 * <p>Arguments and results are values, or lists and records of values. Primitives are stateless and
 * safe to share.
 */
public interface Primitive {

  /** The name that errors and listings show; unique by convention, with the author's prefix. */
  String name();

  /** What rules are registered under: the primitive itself, or its class. */
  default Object key() {
    return this;
  }

  /**
   * A small number, different for each primitive that the factories below made, by which registries
   * find it faster than by its {@link #key}; negative for others.
   */
  default int serialNumber() {
    return -1;
  }

  /** Whether the evaluation is written in differentiable operations. */
  default boolean isComposed() {
    return false;
  }

  /** Evaluates with the arguments in an array. */
  Object evaluateAll(Object[] arguments);

  /** Keyed by its class: a record that somebody wrote, the form of a primitive with parameters. */
  private static Object keyOf(Primitive primitive) {
    boolean made = primitive instanceof Primitives.OfOne || primitive instanceof Primitives.OfTwo;
    return primitive instanceof Record && !made ? primitive.getClass() : primitive;
  }

  /** {@code R = f(A)}. */
  interface Unary<A, R> extends Primitive {

    /** The plain evaluation, on constants. */
    R evaluate(A a);

    /** Applies the primitive; constants are evaluated, traced values go to their trace. */
    @SuppressWarnings("unchecked") // the trace returns what evaluate returns, traced
    default R apply(A a) {
      if (a instanceof Value value && value.trace == null) {
        return Primitives.requireResult(this, evaluate(a));
      }
      return (R) Interception.bind(this, requireArgument(this, a));
    }

    @Override
    default Object key() {
      return keyOf(this);
    }

    @Override
    @SuppressWarnings("unchecked") // arguments come from apply
    default Object evaluateAll(Object[] arguments) {
      return evaluate((A) arguments[0]);
    }
  }

  /** {@code R = f(A, B)}. */
  interface Binary<A, B, R> extends Primitive {

    /** The plain evaluation, on constants. */
    R evaluate(A a, B b);

    /** Applies the primitive; constants are evaluated, traced values go to their trace. */
    @SuppressWarnings("unchecked") // the trace returns what evaluate returns, traced
    default R apply(A a, B b) {
      if (a instanceof Value x && b instanceof Value y && x.trace == null && y.trace == null) {
        return Primitives.requireResult(this, evaluate(a, b));
      }
      return (R) Interception.bind(this, requireArgument(this, a), requireArgument(this, b));
    }

    @Override
    default Object key() {
      return keyOf(this);
    }

    @Override
    @SuppressWarnings("unchecked") // arguments come from apply
    default Object evaluateAll(Object[] arguments) {
      return evaluate((A) arguments[0], (B) arguments[1]);
    }
  }

  /** {@code R = f(A, B, C)}. */
  interface Ternary<A, B, C, R> extends Primitive {

    /** The plain evaluation, on constants. */
    R evaluate(A a, B b, C c);

    /** Applies the primitive; constants are evaluated, traced values go to their trace. */
    @SuppressWarnings("unchecked") // the trace returns what evaluate returns, traced
    default R apply(A a, B b, C c) {
      return (R)
          Interception.bind(
              this, requireArgument(this, a), requireArgument(this, b), requireArgument(this, c));
    }

    @Override
    @SuppressWarnings("unchecked") // arguments come from apply
    default Object evaluateAll(Object[] arguments) {
      return evaluate((A) arguments[0], (B) arguments[1], (C) arguments[2]);
    }
  }

  /** {@code R = f(V₁, …, Vₙ)} for any n: each element is an argument of its own. */
  interface Nary<V, R> extends Primitive {

    /** The plain evaluation, on constants. */
    R evaluate(List<V> arguments);

    /** Applies the primitive; constants are evaluated, traced values go to their trace. */
    @SuppressWarnings("unchecked") // the trace returns what evaluate returns, traced
    default R apply(List<? extends V> arguments) {
      Object[] each = arguments.toArray();
      for (Object argument : each) {
        requireArgument(this, argument);
      }
      return (R) Interception.bind(this, each);
    }

    @Override
    @SuppressWarnings("unchecked") // arguments come from apply
    default Object evaluateAll(Object[] arguments) {
      return evaluate((List<V>) Arrays.asList(arguments));
    }
  }

  /** {@code y = f(x)} entry by entry, for scalars, vectors and matrices alike. */
  interface Elementwise extends Primitive {
    /** The plain evaluation, on one entry. */
    double evaluate(double x);

    /** Applies the function to each entry. */
    <V extends Value> V apply(V x);
  }

  /** {@code y = f(a, b)} entry by entry, for two values of one shape. */
  interface ElementwiseBinary extends Primitive {
    /** The plain evaluation, on one pair of entries. */
    double evaluate(double a, double b);

    /** Applies the function to each pair of entries. */
    <V extends Value> V apply(V a, V b);
  }

  /** An opaque primitive of one argument. */
  static <A, R> Unary<A, R> unary(String name, Function<A, R> evaluation) {
    return new Primitives.OfOne<>(
        name, false, Primitives.nextSerialNumber(name), Objects.requireNonNull(evaluation));
  }

  /** An opaque primitive of two arguments. */
  static <A, B, R> Binary<A, B, R> binary(String name, BiFunction<A, B, R> evaluation) {
    return new Primitives.OfTwo<>(
        name, false, Primitives.nextSerialNumber(name), Objects.requireNonNull(evaluation));
  }

  /** An opaque primitive of three arguments. */
  static <A, B, C, R> Ternary<A, B, C, R> ternary(
      String name, TernaryFunction<A, B, C, R> evaluation) {
    return new Primitives.OfThree<>(
        name, false, Primitives.nextSerialNumber(name), Objects.requireNonNull(evaluation));
  }

  /** An opaque primitive of any number of arguments. */
  static <V, R> Nary<V, R> nary(String name, Function<List<V>, R> evaluation) {
    return new Primitives.OfMany<>(
        name, Primitives.nextSerialNumber(name), Objects.requireNonNull(evaluation));
  }

  /** A primitive whose body is written in differentiable operations. */
  static <A, R> Unary<A, R> composed(String name, Function<A, R> body) {
    return new Primitives.OfOne<>(
        name, true, Primitives.nextSerialNumber(name), Objects.requireNonNull(body));
  }

  /** A primitive of two arguments whose body is written in differentiable operations. */
  static <A, B, R> Binary<A, B, R> composed(String name, BiFunction<A, B, R> body) {
    return new Primitives.OfTwo<>(
        name, true, Primitives.nextSerialNumber(name), Objects.requireNonNull(body));
  }

  /** A primitive of three arguments whose body is written in differentiable operations. */
  static <A, B, C, R> Ternary<A, B, C, R> composed(String name, TernaryFunction<A, B, C, R> body) {
    return new Primitives.OfThree<>(
        name, true, Primitives.nextSerialNumber(name), Objects.requireNonNull(body));
  }

  /** An opaque elementwise function. */
  static Elementwise elementwise(String name, DoubleUnaryOperator evaluation) {
    Objects.requireNonNull(evaluation);
    return new Primitives.Entrywise(
        name, Primitives.nextSerialNumber(name), evaluation, storage -> storage.map(evaluation));
  }

  /** An opaque elementwise function of two values of one shape. */
  static ElementwiseBinary elementwise(String name, DoubleBinaryOperator evaluation) {
    Objects.requireNonNull(evaluation);
    return new PairwiseEntries(
        name,
        Primitives.nextSerialNumber(name),
        evaluation,
        (a, b) -> StorageAlgebra.zip(a, b, evaluation));
  }

  /** A function of three arguments. */
  @FunctionalInterface
  interface TernaryFunction<A, B, C, R> {
    /** Evaluates the function. */
    R apply(A a, B b, C c);
  }

  private static Object requireArgument(Primitive primitive, Object argument) {
    if (argument == null) {
      throw new IllegalArgumentException(primitive.name() + ": an argument is null");
    }
    return argument;
  }
}
