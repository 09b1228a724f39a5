package org.frechet.value;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;

/** The primitives of entrywise arithmetic, for scalars, vectors and matrices alike. */
public final class Arithmetic {

  // In their own type, for the operations of scalars: nothing is looked up there.
  static final PairwiseEntries SUM =
      pairwise("add", (a, b) -> a + b, (a, b) -> StorageAlgebra.add(a, b, 1));
  static final PairwiseEntries DIFFERENCE =
      pairwise("subtract", (a, b) -> a - b, (a, b) -> StorageAlgebra.add(a, b, -1));
  static final PairwiseEntries PRODUCT =
      pairwise("hadamard", (a, b) -> a * b, StorageAlgebra::hadamard);
  static final PairwiseEntries RATIO =
      pairwise("divide", (a, b) -> a / b, StorageAlgebra::quotient);

  /** {@code a + b}. */
  public static final Primitive.ElementwiseBinary ADD = SUM;

  /** {@code a − b}. */
  public static final Primitive.ElementwiseBinary SUBTRACT = DIFFERENCE;

  /** {@code a ⊙ b}, the entrywise product. */
  public static final Primitive.ElementwiseBinary HADAMARD = PRODUCT;

  /** {@code a / b}, the entrywise quotient. */
  public static final Primitive.ElementwiseBinary QUOTIENT = RATIO;

  /** {@code −x}. */
  public static final Primitive.Elementwise NEGATE =
      new Primitives.Entrywise(
          "negate", Primitives.nextSerialNumber("negate"), x -> -x, x -> x.scale(-1));

  /** {@code s · x}, a value times a scalar. */
  public static final Primitive.Binary<Value, Scalar, Value> SCALE =
      Primitive.binary("scale", Arithmetic::scale);

  /** {@code x / s}, a value divided by a scalar. */
  public static final Primitive.Binary<Value, Scalar, Value> DIVIDE_BY =
      Primitive.binary("divide by a scalar", Arithmetic::divide);

  private Arithmetic() {}

  private static Value scale(Value x, Scalar s) {
    return s.number() == 1 ? x : Shaping.like(x, x.storage().scale(s.number()));
  }

  private static Value divide(Value x, Scalar s) {
    return Shaping.like(x, StorageAlgebra.divide(x.storage(), s.number()));
  }

  private static PairwiseEntries pairwise(
      String name, DoubleBinaryOperator f, BinaryOperator<Storage> zip) {
    return new PairwiseEntries(name, Primitives.nextSerialNumber(name), f, zip);
  }
}
