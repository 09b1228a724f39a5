package org.frechet.value;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The primitives that the factories of {@link Primitive} make; compared by identity. */
final class Primitives {

  private Primitives() {}

  /** {@code result}, unless it is null. */
  static <R> R requireResult(Primitive primitive, R result) {
    if (result == null) {
      throw new IllegalStateException(primitive.name() + ": its evaluation returned null");
    }
    return result;
  }

  /** Only counts: a serial number says nothing but which primitive it is. */
  private static final AtomicInteger MADE = new AtomicInteger();

  /** The next {@linkplain Primitive#serialNumber serial number}, for a primitive of this name. */
  static int nextSerialNumber(String name) {
    Objects.requireNonNull(name, "name");
    return MADE.getAndIncrement();
  }

  // Records, because the compiler trusts their components not to change: where a primitive is a
  // constant of the program, so are its evaluation and its number, and nothing is looked up. The
  // number is different for each, so that equality is identity.

  record OfOne<A, R>(String name, boolean isComposed, int serialNumber, Function<A, R> f)
      implements Primitive.Unary<A, R> {
    @Override
    public R evaluate(A a) {
      return f.apply(a);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  record OfTwo<A, B, R>(String name, boolean isComposed, int serialNumber, BiFunction<A, B, R> f)
      implements Primitive.Binary<A, B, R> {
    @Override
    public R evaluate(A a, B b) {
      return f.apply(a, b);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  record OfThree<A, B, C, R>(
      String name, boolean isComposed, int serialNumber, Primitive.TernaryFunction<A, B, C, R> f)
      implements Primitive.Ternary<A, B, C, R> {
    @Override
    public R evaluate(A a, B b, C c) {
      return f.apply(a, b, c);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  record OfMany<V, R>(String name, int serialNumber, Function<List<V>, R> f)
      implements Primitive.Nary<V, R> {
    @Override
    public R evaluate(List<V> arguments) {
      return f.apply(arguments);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A function of each entry.
   *
   * @param map the same function on storages, where a structure makes it cheaper
   */
  record Entrywise(String name, int serialNumber, DoubleUnaryOperator f, UnaryOperator<Storage> map)
      implements Primitive.Elementwise {
    @Override
    @SuppressWarnings("unchecked") // the result has the type of the argument
    public <V extends Value> V apply(V x) {
      if (x.trace == null) {
        return (V) evaluate(x);
      }
      return (V) (x instanceof Scalar scalar ? applyToTraced(scalar) : Interception.bind(this, x));
    }

    private Object applyToTraced(Scalar x) {
      NumericPartials partials = x.trace.partials(serialNumber, x, x);
      if (partials == null) {
        return Interception.bind(this, x);
      }
      double a = x.number();
      double y = f.applyAsDouble(a);
      return x.trace.record(y, x, partials.first(y, a, 0));
    }

    @Override
    public double evaluate(double x) {
      return f.applyAsDouble(x);
    }

    @Override
    public Object evaluateAll(Object[] arguments) {
      return evaluate((Value) arguments[0]);
    }

    private Value evaluate(Value x) {
      return x instanceof Scalar scalar
          ? new PlainScalar(f.applyAsDouble(scalar.number()))
          : Shaping.like(x, map.apply(x.storage()));
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
