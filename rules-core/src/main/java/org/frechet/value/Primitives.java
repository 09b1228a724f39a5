package org.frechet.value;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

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

  private abstract static class Named implements Primitive {
    private final String name;
    private final boolean composed;

    Named(String name, boolean composed) {
      this.name = Objects.requireNonNull(name, "name");
      this.composed = composed;
    }

    @Override
    public final String name() {
      return name;
    }

    @Override
    public final boolean isComposed() {
      return composed;
    }

    @Override
    public final Object key() {
      return this;
    }

    @Override
    public final String toString() {
      return name;
    }
  }

  static final class OfOne<A, R> extends Named implements Primitive.Unary<A, R> {
    private final Function<A, R> f;

    OfOne(String name, boolean composed, Function<A, R> f) {
      super(name, composed);
      this.f = f;
    }

    @Override
    public R evaluate(A a) {
      return f.apply(a);
    }
  }

  static final class OfTwo<A, B, R> extends Named implements Primitive.Binary<A, B, R> {
    private final BiFunction<A, B, R> f;

    OfTwo(String name, boolean composed, BiFunction<A, B, R> f) {
      super(name, composed);
      this.f = f;
    }

    @Override
    public R evaluate(A a, B b) {
      return f.apply(a, b);
    }
  }

  static final class OfThree<A, B, C, R> extends Named implements Primitive.Ternary<A, B, C, R> {
    private final Primitive.TernaryFunction<A, B, C, R> f;

    OfThree(String name, boolean composed, Primitive.TernaryFunction<A, B, C, R> f) {
      super(name, composed);
      this.f = f;
    }

    @Override
    public R evaluate(A a, B b, C c) {
      return f.apply(a, b, c);
    }
  }

  static final class OfMany<V, R> extends Named implements Primitive.Nary<V, R> {
    private final Function<List<V>, R> f;

    OfMany(String name, boolean composed, Function<List<V>, R> f) {
      super(name, composed);
      this.f = f;
    }

    @Override
    public R evaluate(List<V> arguments) {
      return f.apply(arguments);
    }
  }

  static final class Entrywise extends Named implements Primitive.Elementwise {
    private final DoubleUnaryOperator f;

    Entrywise(String name, DoubleUnaryOperator f) {
      super(name, false);
      this.f = f;
    }

    @Override
    @SuppressWarnings("unchecked") // the result has the type of the argument
    public <V extends Value> V apply(V x) {
      if (x.tracer == null) {
        return (V) evaluate(x);
      }
      return (V) (x instanceof Scalar scalar ? Trace.bind(this, scalar) : Trace.bind(this, x));
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
          ? new Scalar(f.applyAsDouble(scalar.number()))
          : Shaping.like(x, x.storage().map(f));
    }
  }

  static final class PairwiseEntries extends Named implements Primitive.ElementwiseBinary {
    private final DoubleBinaryOperator f;
    private final BinaryOperator<Storage> zip;

    /**
     * @param zip the same function on storages, where a structure makes it cheaper
     */
    PairwiseEntries(String name, DoubleBinaryOperator f, BinaryOperator<Storage> zip) {
      super(name, false);
      this.f = f;
      this.zip = zip;
    }

    @Override
    @SuppressWarnings("unchecked") // the result has the type of the arguments
    public <V extends Value> V apply(V a, V b) {
      requireSameShape(a, b);
      if (a.tracer == null && b.tracer == null) {
        return (V) evaluate(a, b);
      }
      return (V) (a instanceof Scalar x ? Trace.bind(this, x, (Scalar) b) : Trace.bind(this, a, b));
    }

    @Override
    public double evaluate(double a, double b) {
      return f.applyAsDouble(a, b);
    }

    @Override
    public Object evaluateAll(Object[] arguments) {
      return evaluate((Value) arguments[0], (Value) arguments[1]);
    }

    private Value evaluate(Value a, Value b) {
      return a instanceof Scalar x
          ? new Scalar(f.applyAsDouble(x.number(), ((Scalar) b).number()))
          : Shaping.like(a, zip.apply(a.storage(), b.storage()));
    }

    private void requireSameShape(Value a, Value b) {
      if (!a.hasShapeOf(b)) {
        throw new IllegalArgumentException(
            "%s: a is %s, b is %s: the shapes differ".formatted(name(), a.shape(), b.shape()));
      }
    }
  }
}
