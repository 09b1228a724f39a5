package org.frechet.kernel.vector;

/**
 * A block seen through two strides: entry (i, j) is {@code entries[offset + i * row + j * column]}.
 */
record Strided(double[] entries, int offset, int row, int column) {

  int at(int i, int j) {
    return offset + i * row + j * column;
  }

  /** Copies entries (i, j), …, (i + count − 1, j) to a place in an array. */
  void copyColumn(int i, int j, int count, double[] target, int to) {
    if (row == 1) {
      System.arraycopy(entries, at(i, j), target, to, count);
    } else {
      for (int q = 0, s = at(i, j); q < count; q++, s += row) {
        target[to + q] = entries[s];
      }
    }
  }
}
