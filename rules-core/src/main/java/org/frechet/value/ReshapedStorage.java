package org.frechet.value;

/** The entries of another storage, column-major, in another shape: spelled out there, if ever. */
final class ReshapedStorage extends StructuredStorage {
  private final Storage origin;

  private ReshapedStorage(int rows, int columns, Storage origin) {
    super(rows, columns);
    this.origin = origin;
  }

  /** {@code from} in another shape of the same size, in the cheapest form. */
  static Storage of(int rows, int columns, Storage from) {
    if (from instanceof ZeroStorage) {
      return new ZeroStorage(rows, columns);
    }
    if (from instanceof OneHotStorage hot) {
      int index = hot.row + hot.column * hot.rows;
      return new OneHotStorage(rows, columns, index % rows, index / rows, hot.entry);
    }
    if (from instanceof UndefinedStorage undefined) {
      return undefined.in(rows, columns);
    }
    if (from instanceof ReshapedStorage reshaped) {
      return of(rows, columns, reshaped.origin);
    }
    return from instanceof Dense
        ? Storage.of(rows, columns, from.dense())
        : new ReshapedStorage(rows, columns, from);
  }

  @Override
  double get(int i, int j) {
    int index = i + j * rows;
    return origin.get(index % origin.rows, index / origin.rows);
  }

  @Override
  void requireNumbers() {
    origin.requireNumbers();
  }

  @Override
  void spellInto(double[] zeros, int at) {
    origin.writeTo(zeros, at);
  }

  @Override
  double[] dense() {
    return origin.dense();
  }

  @Override
  Storage scale(double factor) {
    return new ReshapedStorage(rows, columns, origin.scale(factor));
  }

  @Override
  Storage transpose() {
    return Storage.of(rows, columns, dense()).transpose();
  }
}
