package org.frechet.value;

/** The primitives of entrywise arithmetic, for scalars, vectors and matrices alike. */
public final class Arithmetic {

  /** {@code a + b}. */
  public static final Primitive.ElementwiseBinary ADD =
      new Primitives.PairwiseEntries("add", Double::sum, (a, b) -> StorageAlgebra.add(a, b, 1));

  /** {@code a − b}. */
  public static final Primitive.ElementwiseBinary SUBTRACT =
      new Primitives.PairwiseEntries(
          "subtract", (a, b) -> a - b, (a, b) -> StorageAlgebra.add(a, b, -1));

  /** {@code a ⊙ b}, the entrywise product. */
  public static final Primitive.ElementwiseBinary HADAMARD =
      new Primitives.PairwiseEntries("hadamard", (a, b) -> a * b, StorageAlgebra::hadamard);

  /** {@code a / b}, the entrywise quotient. */
  public static final Primitive.ElementwiseBinary QUOTIENT =
      new Primitives.PairwiseEntries("divide", (a, b) -> a / b, StorageAlgebra::quotient);

  /** {@code −x}. */
  public static final Primitive.Elementwise NEGATE = new Negation();

  /** {@code s · x}, a value times a scalar. */
  public static final Primitive.Binary<Value, Scalar, Value> SCALE =
      Primitive.binary("scale", (x, s) -> Shaping.like(x, x.storage().scale(s.number())));

  /** {@code x / s}, a value divided by a scalar. */
  public static final Primitive.Binary<Value, Scalar, Value> DIVIDE_BY =
      Primitive.binary("divide by a scalar", Arithmetic::divide);

  private Arithmetic() {}

  private static Value divide(Value x, Scalar s) {
    return Shaping.like(x, StorageAlgebra.divide(x.storage(), s.number()));
  }

  /** Keeps the structure of its argument, as an opaque function of the entries could not. */
  private static final class Negation implements Primitive.Elementwise {

    @Override
    public String name() {
      return "negate";
    }

    @Override
    @SuppressWarnings("unchecked") // the result has the type of the argument
    public <V extends Value> V apply(V x) {
      if (!x.isTraced()) {
        return (V) evaluateAll(new Object[] {x});
      }
      return (V) (x instanceof Scalar scalar ? Trace.bind(this, scalar) : Trace.bind(this, x));
    }

    @Override
    public double evaluate(double x) {
      return -x;
    }

    @Override
    public Object evaluateAll(Object[] arguments) {
      Value x = (Value) arguments[0];
      return x instanceof Scalar scalar
          ? new Scalar(-scalar.number())
          : Shaping.like(x, x.storage().scale(-1));
    }

    @Override
    public String toString() {
      return name();
    }
  }
}
