package org.frechet.value;

/** {@code u vᵀ}. */
final class RankOneStorage extends Storage {
  final double[] u;
  final double[] v;

  RankOneStorage(double[] u, double[] v) {
    super(u.length, v.length);
    this.u = u;
    this.v = v;
  }

  @Override
  double get(int i, int j) {
    return u[i] * v[j];
  }

  @Override
  double[] spellOut() {
    double[] entries = new double[rows * columns];
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        entries[i + j * rows] = u[i] * v[j];
      }
    }
    return entries;
  }

  @Override
  Storage scale(double factor) {
    return new RankOneStorage(scaled(u, factor), v);
  }

  @Override
  Storage transpose() {
    return new RankOneStorage(v, u);
  }
}
