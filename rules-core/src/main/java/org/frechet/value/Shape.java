package org.frechet.value;

/**
 * The shape of a value: a scalar, a vector of n entries, or an m×n matrix.
 *
 * @param kind which of the three types
 * @param rows the rows of a matrix, the entries of a vector, 1 for a scalar
 * @param columns the columns of a matrix, 1 for vectors and scalars
 */
public record Shape(Kind kind, int rows, int columns) {

  /** The three types of value. */
  public enum Kind {
    /** One real number. */
    SCALAR,
    /** A column of real numbers. */
    VECTOR,
    /** A rectangle of real numbers. */
    MATRIX
  }

  private static final Shape SCALAR = new Shape(Kind.SCALAR, 1, 1);

  /** Checks that no extent is negative. */
  public Shape {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException("a shape has no negative extent: " + rows + "×" + columns);
    }
    if ((long) rows * columns > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a " + rows + "×" + columns + " value has more entries than an array can hold");
    }
  }

  /** The shape of a scalar. */
  public static Shape scalar() {
    return SCALAR;
  }

  /** The shape of a vector of {@code size} entries. */
  public static Shape vector(int size) {
    return new Shape(Kind.VECTOR, size, 1);
  }

  /** The shape of a {@code rows}×{@code columns} matrix. */
  public static Shape matrix(int rows, int columns) {
    return new Shape(Kind.MATRIX, rows, columns);
  }

  /** The number of entries. */
  public int size() {
    return rows * columns;
  }

  /** As error messages write it: {@code scalar}, {@code vector of 3}, {@code 3×4}. */
  @Override
  public String toString() {
    return switch (kind) {
      case SCALAR -> "scalar";
      case VECTOR -> "vector of " + rows;
      case MATRIX -> rows + "×" + columns;
    };
  }
}
