package org.frechet.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Supplier;

/**
 * A rows×columns rectangle of real numbers, column-major, constant or traced. Immutable and safe to
 * share between threads.
 */
public final class Matrix extends StoredValue implements ArrayMethods<Matrix> {

  private static final AtomicReferenceFieldUpdater<Matrix, Matrix> TRANSPOSED =
      AtomicReferenceFieldUpdater.newUpdater(Matrix.class, Matrix.class, "transposed");

  private final int rows;
  private final int columns;

  private volatile Matrix transposed;

  Matrix(Storage storage) {
    super(storage);
    this.rows = storage.rows;
    this.columns = storage.columns;
  }

  Matrix(Trace trace, int place, Object beside, Matrix like) {
    super(trace, place, beside);
    this.rows = like.rows;
    this.columns = like.columns;
  }

  /** The constant with these rows, which must have one length. */
  public static Matrix of(double[][] rows) {
    int m = rows.length;
    int n = m == 0 ? 0 : rows[0].length;
    double[] entries = new double[m * n];
    for (int i = 0; i < m; i++) {
      if (rows[i].length != n) {
        throw new IllegalArgumentException(
            "Matrix.of: row 0 has %d entries, row %d has %d".formatted(n, i, rows[i].length));
      }
      for (int j = 0; j < n; j++) {
        entries[i + j * m] = rows[i][j];
      }
    }
    return wrap(m, n, entries);
  }

  /** The constant with these entries in column-major order. */
  public static Matrix of(int rows, int columns, double... columnMajor) {
    return wrap(rows, columns, columnMajor.clone());
  }

  /** A matrix out of rows of scalars, each of which may be traced. */
  public static Matrix of(Scalar[][] rows) {
    List<Vector> each = new ArrayList<>();
    for (Scalar[] row : rows) {
      each.add(Vector.of(row));
    }
    return ofRows(each);
  }

  /** A matrix with these columns. */
  public static Matrix ofColumns(List<Vector> columns) {
    return beside(columns.stream().map(Vector::toColumn).toList());
  }

  /** A matrix with these rows. */
  public static Matrix ofRows(List<Vector> rows) {
    return ofColumns(rows).transpose();
  }

  /** A matrix out of a grid of blocks whose sizes fit. */
  public static Matrix ofBlocks(Matrix[][] grid) {
    List<Matrix> rows = new ArrayList<>();
    for (Matrix[] row : grid) {
      rows.add(beside(List.of(row)));
    }
    return above(rows);
  }

  /** Matrices with the same number of rows, side by side. */
  public static Matrix beside(List<Matrix> parts) {
    return Indexing.BESIDE.apply(parts);
  }

  /** Matrices with the same number of columns, one above the other. */
  public static Matrix above(List<Matrix> parts) {
    Indexing.requireSameColumns(parts);
    List<Matrix> transposed = new ArrayList<>();
    parts.forEach(part -> transposed.add(part.transpose()));
    return beside(transposed).transpose();
  }

  /** A constant that takes {@code columnMajor} over without a copy: it must not change any more. */
  public static Matrix wrap(int rows, int columns, double[] columnMajor) {
    if (columnMajor.length != Shape.matrix(rows, columns).size()) {
      throw new IllegalArgumentException(
          "a %d×%d matrix has %d entries, the array has %d"
              .formatted(rows, columns, rows * columns, columnMajor.length));
    }
    return new Matrix(Storage.of(rows, columns, columnMajor));
  }

  /** The n×n identity. */
  public static Matrix identity(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return new Matrix(new DiagonalStorage(ones));
  }

  /** The square matrix with this diagonal. */
  public static Matrix diagonal(Vector diagonal) {
    return Indexing.DIAGONAL_MATRIX.apply(diagonal);
  }

  /** A matrix of zeros. */
  public static Matrix zeros(int rows, int columns) {
    return (Matrix) Shaping.zero(Shape.matrix(rows, columns));
  }

  /**
   * A constant whose entries, column-major, are computed when they are first read, once: for
   * results of which only the derivative may be asked for. The supplier must not fail, since that
   * would show where the entries are read, and must give the array to nobody else; one of another
   * length than {@code rows × columns} is an error then.
   */
  public static Matrix whenRead(int rows, int columns, Supplier<double[]> columnMajor) {
    return new Matrix(new SuppliedStorage(rows, columns, columnMajor));
  }

  /**
   * A matrix without numbers, for the tangent of a result that has no derivative, where other
   * results of the same function have one. Sums and products with it are undefined too, products
   * with zeros are zero; whoever reads its numbers is told the reason.
   *
   * @param reason makes the exception that says why
   */
  public static Matrix undefined(
      int rows, int columns, Supplier<? extends RuntimeException> reason) {
    return new Matrix(new UndefinedStorage(rows, columns, reason));
  }

  /** The numbers of a constant, row by row, in new arrays; a traced matrix refuses. */
  public double[][] toRows() {
    requireConstant("toRows");
    double[][] copy = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        copy[i][j] = storage.get(i, j);
      }
    }
    return copy;
  }

  /** The numbers of a constant, column-major, without a copy, for evaluations: read only. */
  public double[] array() {
    requireConstant("array");
    return storage.dense();
  }

  @Override
  public Matrix self() {
    return this;
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** The number of columns. */
  public int columns() {
    return columns;
  }

  @Override
  public Shape shape() {
    return Shape.matrix(rows, columns);
  }

  @Override
  public int size() {
    return rows * columns;
  }

  @Override
  public Matrix detach() {
    return (Matrix) numeric();
  }

  /** The entry in row {@code i} and column {@code j}, from 0. */
  public Scalar get(int i, int j) {
    return Indexing.entry(this, i, j);
  }

  /** Row {@code i}, as a vector. */
  public Vector row(int i) {
    return Shaping.vec(block(i, 0, 1, columns));
  }

  /** Column {@code j}, as a vector. */
  public Vector column(int j) {
    return Shaping.vec(block(0, j, rows, 1));
  }

  /** The diagonal, as a vector. */
  public Vector diagonal() {
    return Indexing.DIAGONAL.apply(this);
  }

  /** The {@code m}×{@code n} block whose first entry is ({@code i}, {@code j}). */
  public Matrix block(int i, int j, int m, int n) {
    return (Matrix) new Indexing.Block(Shape.matrix(m, n), i, j).apply(this);
  }

  /** One transpose per constant, linked both ways, so that what is kept is found from either. */
  Matrix transposed() {
    if (transposed == null) {
      Matrix other = new Matrix(storage.transpose());
      TRANSPOSED.lazySet(other, this); // nobody else knows it yet
      TRANSPOSED.compareAndSet(this, null, other);
    }
    return transposed;
  }

  /** What was kept under {@code key} with the transpose, if anything was; makes no transpose. */
  public <T> Optional<T> keptWithTranspose(Object key) {
    Matrix other = transposed;
    return other == null ? Optional.empty() : other.kept(key);
  }

  /** The transpose, which shares the numbers; the same one each time. */
  public Matrix transpose() {
    boolean known = trace != null && transposed != null && !trace.isClosed();
    Matrix other = known ? transposed : Shaping.TRANSPOSE.apply(this);
    if (trace != null && !known) {
      TRANSPOSED.lazySet(this, other); // of a traced one; two threads may make two
    }
    return other;
  }

  /** The same entries, column-major, in another shape. */
  public Matrix reshape(int m, int n) {
    return (Matrix) Shaping.reshape(this, Shape.matrix(m, n));
  }

  /** The matrix product {@code this · other}. A large one is computed when it is first read. */
  public Matrix multiply(Matrix other) {
    return Products.MULTIPLY.apply(this, other);
  }

  /** The product {@code this · x}. */
  public Vector multiply(Vector x) {
    return Products.MULTIPLY_VECTOR.apply(this, x);
  }

  /** {@code ⟨this, other⟩ = tr(thisᵀ other)}. */
  public Scalar dot(Matrix other) {
    return Products.DOT.apply(this, other);
  }
}
