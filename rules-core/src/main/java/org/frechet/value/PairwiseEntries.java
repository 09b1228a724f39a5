package org.frechet.value;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;

/**
 * A function of each pair of entries.
 *
 * @param zip the same function on storages, where a structure makes it cheaper
 */
record PairwiseEntries(
    String name, int serialNumber, DoubleBinaryOperator f, BinaryOperator<Storage> zip)
    implements Primitive.ElementwiseBinary {
  @Override
  @SuppressWarnings("unchecked") // the result has the type of the arguments
  public <V extends Value> V apply(V a, V b) {
    if (a instanceof Scalar x && b instanceof Scalar y) {
      return (V) apply(x, y, f.applyAsDouble(x.number(), y.number()));
    }
    requireSameShape(a, b);
    return (V)
        (a.trace == null && b.trace == null ? evaluate(a, b) : Interception.bind(this, a, b));
  }

  /**
   * The same for two scalars.
   *
   * @param y {@code f(a, b)} in numbers
   */
  Scalar apply(Scalar a, Scalar b, double y) {
    if (a.trace == null && b.trace == null) {
      return new PlainScalar(y);
    }
    // Most of scalar code is one of these. They differ in the class of their arguments alone,
    // which the compiler has to know: a dispatched call would cost a tenth more.
    if (a instanceof DualScalar p && b instanceof DualScalar q && p.trace == q.trace) {
      return applyTo(p, q, y);
    }
    return a instanceof TapedScalar p && b instanceof TapedScalar q && p.trace == q.trace
        ? applyTo(p, q, y)
        : applyToTraced(a, b, y);
  }

  private Scalar applyTo(DualScalar a, DualScalar b, double y) {
    NumericPartials partials = a.trace.partials(serialNumber);
    return partials == null ? (Scalar) Interception.bind(this, a, b) : a.combined(y, partials, b);
  }

  private Scalar applyTo(TapedScalar a, TapedScalar b, double y) {
    NumericPartials partials = a.trace.partials(serialNumber);
    return partials == null ? (Scalar) Interception.bind(this, a, b) : a.combined(y, partials, b);
  }

  private Scalar applyToTraced(Scalar a, Scalar b, double y) {
    Trace trace = a.trace == null ? b.trace : a.trace;
    NumericPartials partials =
        b.trace == null || b.trace == trace ? trace.partials(serialNumber, a, b) : null;
    if (partials == null) {
      return (Scalar) Interception.bind(this, a, b);
    }
    double da = a.trace == null ? 0 : partials.first(y, a.number(), b.number());
    double db = b.trace == null ? 0 : partials.second(y, a.number(), b.number());
    return trace.record(y, a, da, b, db);
  }

  /**
   * The same for a scalar and a constant number.
   *
   * @param y {@code f(a, b)} in numbers
   */
  Scalar apply(Scalar a, double b, double y) {
    if (a.trace == null) {
      return new PlainScalar(y);
    }
    if (a instanceof DualScalar dual) {
      return applyTo(dual, b, y);
    }
    return a instanceof TapedScalar taped ? applyTo(taped, b, y) : applyToTraced(a, b, y);
  }

  private Scalar applyTo(DualScalar a, double b, double y) {
    NumericPartials partials = a.trace.partials(serialNumber);
    return partials == null ? bind(a, b) : a.scaled(y, partials, b);
  }

  private Scalar applyTo(TapedScalar a, double b, double y) {
    NumericPartials partials = a.trace.partials(serialNumber);
    return partials == null ? bind(a, b) : a.scaled(y, partials, b);
  }

  private Scalar bind(Scalar a, double b) {
    return (Scalar) Interception.bind(this, a, new PlainScalar(b));
  }

  private Scalar applyToTraced(Scalar a, double b, double y) {
    NumericPartials partials = a.trace.partials(serialNumber, a, a);
    return partials == null ? bind(a, b) : a.trace.record(y, a, partials.first(y, a.number(), b));
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
        ? new PlainScalar(f.applyAsDouble(x.number(), ((Scalar) b).number()))
        : Shaping.like(a, zip.apply(a.storage(), b.storage()));
  }

  private void requireSameShape(Value a, Value b) {
    if (!a.hasShapeOf(b)) {
      throw new IllegalArgumentException(
          "%s: a is %s, b is %s: the shapes differ".formatted(name(), a.shape(), b.shape()));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
