package org.frechet.value;

/** Nothing but zeros. */
final class ZeroStorage extends StructuredStorage {
  ZeroStorage(int rows, int columns) {
    super(rows, columns);
  }

  @Override
  double get(int i, int j) {
    return 0;
  }

  @Override
  void spellInto(double[] zeros, int at) {
    // they are zeros
  }

  @Override
  Storage scale(double factor) {
    return this;
  }

  @Override
  Storage transpose() {
    return new ZeroStorage(columns, rows);
  }
}
