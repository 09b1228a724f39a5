package org.frechet.value;

/** A square matrix that is zero off its diagonal. */
final class DiagonalStorage extends StructuredStorage {
  final double[] diagonal;

  DiagonalStorage(double[] diagonal) {
    super(diagonal.length, diagonal.length);
    this.diagonal = diagonal;
  }

  @Override
  double get(int i, int j) {
    return i == j ? diagonal[i] : 0;
  }

  @Override
  void spellInto(double[] zeros, int at) {
    for (int i = 0; i < rows; i++) {
      zeros[at + i * (rows + 1)] = diagonal[i];
    }
  }

  @Override
  void addTo(double[] total) {
    for (int i = 0; i < rows; i++) {
      total[i * (rows + 1)] += diagonal[i];
    }
  }

  @Override
  Storage scale(double factor) {
    return new DiagonalStorage(scaled(diagonal, factor));
  }

  @Override
  Storage transpose() {
    return this;
  }
}
