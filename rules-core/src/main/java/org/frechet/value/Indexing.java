package org.frechet.value;

import java.util.List;

/** Parts of values, and values out of parts. */
public final class Indexing {

  /** Scalars into a vector: {@code y[i] = xᵢ}. */
  public static final Primitive.Nary<Scalar, Vector> STACK =
      Primitive.nary("vector of scalars", Indexing::stack);

  /** Matrices with the same number of rows side by side: {@code [A₁ … Aₙ]}. */
  public static final Primitive.Nary<Matrix, Matrix> BESIDE =
      Primitive.nary("matrices side by side", Indexing::beside);

  /** The diagonal of a matrix, min(m, n) entries. */
  public static final Primitive.Unary<Matrix, Vector> DIAGONAL =
      Primitive.unary("diagonal", Indexing::diagonal);

  /** A square matrix that is zero off its diagonal. */
  public static final Primitive.Unary<Vector, Matrix> DIAGONAL_MATRIX =
      Primitive.unary("diagonal matrix", Indexing::diagonalMatrix);

  private Indexing() {}

  /**
   * One entry, {@code y = x[row, column]}; the column of a vector is 0.
   *
   * @param row the row, from 0
   * @param column the column, from 0
   */
  public record Entry(int row, int column) implements Primitive.Unary<Value, Scalar> {
    @Override
    public String name() {
      return "get";
    }

    @Override
    public Scalar evaluate(Value x) {
      return new PlainScalar(number(x, row, column));
    }
  }

  /** One entry, {@code x[row, column]}, as {@link Entry}, which is made only if it is needed. */
  static Scalar entry(Value x, int row, int column) {
    return x.trace == null
        ? new PlainScalar(number(x, row, column))
        : Interception.bindEntry(x, row, column);
  }

  /** One entry of a constant. */
  static double number(Value x, int row, int column) {
    Storage storage = x.storage();
    if (row < 0 || row >= storage.rows || column < 0 || column >= storage.columns) {
      String index = x instanceof Matrix ? row + ", " + column : "" + row;
      throw new IndexOutOfBoundsException("get(%s) of a %s".formatted(index, x.shape()));
    }
    return storage.get(row, column);
  }

  /**
   * The adjoint of {@link Entry}: zero but for one entry.
   *
   * @param target the shape of the new value
   * @param row the row of the entry
   * @param column the column of the entry
   */
  public record OneHot(Shape target, int row, int column)
      implements Primitive.Unary<Scalar, Value> {
    @Override
    public String name() {
      return "one-hot";
    }

    @Override
    public Value evaluate(Scalar x) {
      return Shaping.of(
          target, new OneHotStorage(target.rows(), target.columns(), row, column, x.number()));
    }
  }

  /**
   * A block of consecutive rows and columns.
   *
   * @param target the shape of the block
   * @param row its first row
   * @param column its first column
   */
  public record Block(Shape target, int row, int column) implements Primitive.Unary<Value, Value> {
    @Override
    public String name() {
      return "block";
    }

    @Override
    public Value evaluate(Value x) {
      requireInside(target, x.shape());
      Storage from = x.storage();
      if (from instanceof ZeroStorage) {
        return Shaping.zero(target);
      }
      double[] to = new double[target.size()];
      for (int j = 0; j < target.columns(); j++) {
        for (int i = 0; i < target.rows(); i++) {
          to[i + j * target.rows()] = from.get(row + i, column + j);
        }
      }
      return Shaping.of(target, Storage.of(target.rows(), target.columns(), to));
    }

    private void requireInside(Shape inner, Shape outer) {
      if (row < 0
          || column < 0
          || row + inner.rows() > outer.rows()
          || column + inner.columns() > outer.columns()) {
        throw new IndexOutOfBoundsException(
            "block: %s from (%d, %d) of a %s".formatted(inner, row, column, outer));
      }
    }
  }

  /**
   * The adjoint of {@link Block}: zero but for one block.
   *
   * @param target the shape of the new value
   * @param row the first row of the block in it
   * @param column its first column
   */
  public record Embed(Shape target, int row, int column) implements Primitive.Unary<Value, Value> {
    @Override
    public String name() {
      return "embed";
    }

    @Override
    public Value evaluate(Value x) {
      Storage from = x.storage();
      if (from instanceof ZeroStorage) {
        return Shaping.zero(target);
      }
      if (target.equals(x.shape())) {
        return x;
      }
      double[] to = new double[target.size()];
      for (int j = 0; j < from.columns; j++) {
        for (int i = 0; i < from.rows; i++) {
          to[row + i + (column + j) * target.rows()] = from.get(i, j);
        }
      }
      return Shaping.of(target, Storage.of(target.rows(), target.columns(), to));
    }
  }

  private static Matrix diagonalMatrix(Vector x) {
    return new Matrix(
        x.storage() instanceof UndefinedStorage undefined
            ? undefined.in(x.size(), x.size())
            : new DiagonalStorage(x.array()));
  }

  private static Vector diagonal(Matrix a) {
    double[] entries = new double[Math.min(a.rows(), a.columns())];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = a.storage().get(i, i);
    }
    return new Vector(Storage.of(entries.length, 1, entries));
  }

  private static Vector stack(List<Scalar> scalars) {
    double[] entries = new double[scalars.size()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = scalars.get(i).number();
    }
    return new Vector(Storage.of(entries.length, 1, entries));
  }

  /** Complains in the caller's terms, before the transposes are laid side by side. */
  static void requireSameColumns(List<Matrix> parts) {
    for (Matrix part : parts) {
      if (part.columns() != parts.get(0).columns()) {
        throw new IllegalArgumentException(
            "above: a %s and a %s: the numbers of columns differ"
                .formatted(parts.get(0).shape(), part.shape()));
      }
    }
  }

  private static Matrix beside(List<Matrix> matrices) {
    int rows = matrices.isEmpty() ? 0 : matrices.get(0).rows();
    int columns = 0;
    for (Matrix matrix : matrices) {
      if (matrix.rows() != rows) {
        throw new IllegalArgumentException(
            "side by side: a %s and a %s: the numbers of rows differ"
                .formatted(matrices.get(0).shape(), matrix.shape()));
      }
      columns += matrix.columns();
    }
    double[] entries = new double[Shape.matrix(rows, columns).size()];
    int at = 0;
    for (Matrix matrix : matrices) {
      matrix.storage().writeTo(entries, at);
      at += matrix.size();
    }
    return new Matrix(Storage.of(rows, columns, entries));
  }
}
