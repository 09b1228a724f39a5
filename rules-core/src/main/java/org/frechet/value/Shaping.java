package org.frechet.value;

import java.util.Arrays;

/** Values out of values of another shape: transposing, reshaping, filling. */
public final class Shaping {

  /** {@code Aᵀ}: m×n → n×m. The numbers are shared, and what is kept with either is found. */
  public static final Primitive.Unary<Matrix, Matrix> TRANSPOSE =
      Primitive.unary("transpose", Matrix::transposed);

  private Shaping() {}

  /**
   * The same entries, in column-major order, in another shape.
   *
   * @param target the new shape, of the same size
   */
  public record Reshape(Shape target) implements Primitive.Unary<Value, Value> {
    @Override
    public String name() {
      return "reshape";
    }

    @Override
    public Value evaluate(Value x) {
      if (target.size() != x.size()) {
        throw new IllegalArgumentException(
            "reshape: x is %s, the target is %s: the sizes differ".formatted(x.shape(), target));
      }
      return of(target, ReshapedStorage.of(target.rows(), target.columns(), x.storage()));
    }
  }

  /**
   * One number in every entry of a new value.
   *
   * @param target the shape of the new value
   */
  public record Fill(Shape target) implements Primitive.Unary<Scalar, Value> {
    @Override
    public String name() {
      return "fill";
    }

    @Override
    public Value evaluate(Scalar x) {
      return filled(target, x);
    }
  }

  /** The entries of any value, column-major, as a vector: vec(A). */
  public static Vector vec(Value x) {
    return x instanceof Vector v ? v : (Vector) reshape(x, Shape.vector(x.size()));
  }

  /** The entries of {@code x} in another shape of the same size. */
  public static Value reshape(Value x, Shape target) {
    return x.shape().equals(target) ? x : new Reshape(target).apply(x);
  }

  /** A value of this shape with {@code x} in every entry. */
  public static Value fill(Shape shape, Scalar x) {
    if (shape.kind() == Shape.Kind.SCALAR) {
      return x;
    }
    return x.trace == null ? filled(shape, x) : new Fill(shape).apply(x);
  }

  private static Value filled(Shape shape, Scalar x) {
    double[] entries = new double[shape.size()];
    Arrays.fill(entries, x.number());
    return of(shape, Storage.of(shape.rows(), shape.columns(), entries));
  }

  /** A constant like {@code x} with {@code number} in every entry. */
  @SuppressWarnings("unchecked") // a filled value has the type of its shape
  public static <V extends Value> V fillLike(V x, double number) {
    return (V) fill(x.shape(), Scalar.of(number));
  }

  /** Zeros of this shape, as a structure: they cost nothing, and products with them are zero. */
  public static Value zero(Shape shape) {
    return of(shape, new ZeroStorage(shape.rows(), shape.columns()));
  }

  /** Zeros in the shape of {@code x}, as a structure. */
  @SuppressWarnings("unchecked") // zeros have the type of their shape
  public static <V extends Value> V zeroLike(V x) {
    return (V) zero(x.shape());
  }

  /** A constant of this shape. */
  static Value of(Shape shape, Storage storage) {
    return switch (shape.kind()) {
      case SCALAR -> new PlainScalar(storage.get(0, 0));
      case VECTOR -> new Vector(storage);
      case MATRIX -> new Matrix(storage);
    };
  }

  /** A constant in the shape of {@code x}. */
  static Value like(Value x, Storage storage) {
    if (x instanceof Matrix) {
      return new Matrix(storage);
    }
    return x instanceof Vector ? new Vector(storage) : new PlainScalar(storage.get(0, 0));
  }
}
