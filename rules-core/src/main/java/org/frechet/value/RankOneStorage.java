package org.frechet.value;

/** {@code u vᵀ}, of two columns, each in its own structure: a row or a column of zeros stays so. */
final class RankOneStorage extends StructuredStorage {
  final Storage u;
  final Storage v;

  /** The outer product of two columns. */
  RankOneStorage(Storage u, Storage v) {
    super(u.rows, v.rows);
    this.u = u;
    this.v = v;
  }

  @Override
  double get(int i, int j) {
    return leavesOut(u, i) || leavesOut(v, j) ? 0 : u.get(i, 0) * v.get(j, 0);
  }

  private static boolean leavesOut(Storage column, int i) {
    return column instanceof OneHotStorage hot && hot.row != i;
  }

  @Override
  void spellInto(double[] zeros, int at) {
    if (u instanceof OneHotStorage hot) {
      spellRow(hot, zeros, at);
    } else if (v instanceof OneHotStorage hot) {
      spellColumn(u.dense(), hot.entry, zeros, at + hot.row * rows);
    } else {
      double[] factors = v.dense();
      for (int j = 0; j < columns; j++) {
        spellColumn(u.dense(), factors[j], zeros, at + j * rows);
      }
    }
  }

  private void spellRow(OneHotStorage hot, double[] zeros, int at) {
    if (v instanceof OneHotStorage other) {
      zeros[at + hot.row + other.row * rows] = hot.entry * other.entry;
      return;
    }
    double[] factors = v.dense();
    for (int j = 0; j < columns; j++) {
      zeros[at + hot.row + j * rows] = hot.entry * factors[j];
    }
  }

  private static void spellColumn(double[] x, double factor, double[] target, int at) {
    for (int i = 0; i < x.length; i++) {
      target[at + i] = x[i] * factor;
    }
  }

  @Override
  void addTo(double[] total) {
    if (u instanceof OneHotStorage || v instanceof OneHotStorage) {
      super.addTo(total);
      return;
    }
    double[] x = u.dense();
    double[] factors = v.dense();
    for (int j = 0; j < columns; j++) {
      double factor = factors[j];
      for (int i = 0, at = j * rows; i < rows; i++, at++) {
        total[at] += x[i] * factor;
      }
    }
  }

  @Override
  Storage scale(double factor) {
    return new RankOneStorage(u.scale(factor), v);
  }

  @Override
  Storage transpose() {
    return new RankOneStorage(v, u);
  }
}
