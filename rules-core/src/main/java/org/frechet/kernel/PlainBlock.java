package org.frechet.kernel;

import java.util.Arrays;

/** A block seen through two strides, one of which is 1: rows or columns are contiguous. */
final class PlainBlock {

  final double[] entries;
  final int offset;
  final int row;
  final int column;

  /** Entry (i, j) is {@code entries[offset + i * row + j * column]}. */
  PlainBlock(double[] entries, int offset, int row, int column) {
    this.entries = entries;
    this.offset = offset;
    this.row = row;
    this.column = column;
  }

  int at(int i, int j) {
    return offset + i * row + j * column;
  }

  PlainBlock transposed() {
    return new PlainBlock(entries, offset, column, row);
  }

  /** The block that starts at entry (i, j). */
  PlainBlock from(int i, int j) {
    return new PlainBlock(entries, at(i, j), row, column);
  }

  /** Copies entries (i, j), (i + 1, j), ... to the start of an array. */
  void get(int i, int j, int count, double[] target) {
    if (row == 1) {
      System.arraycopy(entries, at(i, j), target, 0, count);
    } else {
      for (int q = 0, s = at(i, j); q < count; q++, s += row) {
        target[q] = entries[s];
      }
    }
  }

  /** A new array with entries (i, j), (i + 1, j), ..., not filled with zeros first. */
  double[] copy(int i, int j, int count) {
    if (row == 1) {
      return Arrays.copyOfRange(entries, at(i, j), at(i, j) + count);
    }
    double[] target = new double[count];
    get(i, j, count, target);
    return target;
  }

  /** Four neighbouring columns at once: where a row is contiguous, they share cache lines. */
  void getFour(int i, int j, int count, double[] t0, double[] t1, double[] t2, double[] t3) {
    for (int q = 0, s = at(i, j); q < count; q++, s += row) {
      t0[q] = entries[s];
      t1[q] = entries[s + column];
      t2[q] = entries[s + 2 * column];
      t3[q] = entries[s + 3 * column];
    }
  }

  /** The inverse of {@link #get}. */
  void put(int i, int j, int count, double[] source) {
    if (row == 1) {
      System.arraycopy(source, 0, entries, at(i, j), count);
    } else {
      for (int q = 0, s = at(i, j); q < count; q++, s += row) {
        entries[s] = source[q];
      }
    }
  }
}
