package org.frechet.value;

/** One entry; all others are zero. */
final class OneHotStorage extends StructuredStorage {
  final int row;
  final int column;
  final double entry;

  OneHotStorage(int rows, int columns, int row, int column, double entry) {
    super(rows, columns);
    this.row = row;
    this.column = column;
    this.entry = entry;
  }

  @Override
  double get(int i, int j) {
    return i == row && j == column ? entry : 0;
  }

  @Override
  void spellInto(double[] zeros, int at) {
    zeros[at + row + column * rows] = entry;
  }

  @Override
  void addTo(double[] total) {
    total[row + column * rows] += entry;
  }

  @Override
  Storage scale(double factor) {
    return withEntry(entry * factor);
  }

  OneHotStorage withEntry(double other) {
    return new OneHotStorage(rows, columns, row, column, other);
  }

  @Override
  Storage transpose() {
    return new OneHotStorage(columns, rows, column, row, entry);
  }
}
