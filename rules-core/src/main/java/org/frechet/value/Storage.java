package org.frechet.value;

import java.util.function.DoubleUnaryOperator;

/**
 * The entries of a constant, rows×columns, in the form in which they are known: a one-hot or
 * rank-one cotangent costs what it holds. Entries that a structure leaves out are exactly zero,
 * whatever they are multiplied with. {@link #dense()} spells any structure out.
 */
abstract sealed class Storage permits Storage.Dense, StructuredStorage {

  final int rows;
  final int columns;

  Storage(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** The entry in row {@code i} and column {@code j}. */
  abstract double get(int i, int j);

  /** Computes what is still to be computed, and throws if there are no numbers. */
  void requireNumbers() {}

  /** Writes all entries, column-major, into zeros. */
  abstract void spellInto(double[] zeros, int at);

  /** All entries, column-major, in a new array. */
  double[] spellOut() {
    double[] entries = new double[rows * columns];
    writeTo(entries, 0);
    return entries;
  }

  /** As {@link #spellInto}, by a copy if the entries have been spelled out before. */
  void writeTo(double[] zeros, int at) {
    spellInto(zeros, at);
  }

  /** Adds all entries to those of {@code total}, column-major. */
  void addTo(double[] total) {
    double[] part = dense();
    for (int i = 0; i < total.length; i++) {
      total[i] += part[i];
    }
  }

  /** This storage times {@code factor}, in the same structure. */
  abstract Storage scale(double factor);

  /** The transpose, in the transposed structure. */
  abstract Storage transpose();

  /** All entries, column-major: shared, never to be written to. */
  abstract double[] dense();

  /** Whether the numbers are the same: −0 is 0, and NaN is NaN. */
  final boolean sameAs(Storage other) {
    double[] a = dense();
    double[] b = other.dense();
    for (int i = 0; i < a.length; i++) {
      if (a[i] != b[i] && !(Double.isNaN(a[i]) && Double.isNaN(b[i]))) {
        return false;
      }
    }
    return true;
  }

  final int hash() {
    int hash = 1;
    for (double entry : dense()) {
      hash = 31 * hash + Double.hashCode(entry + 0.0); // −0 + 0 = 0
    }
    return hash;
  }

  final Storage map(DoubleUnaryOperator f) {
    double[] from = dense();
    double[] to = new double[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = f.applyAsDouble(from[i]);
    }
    return new Dense(rows, columns, to);
  }

  /** All entries times {@code factor}: a loop of its own, for the compiler's sake. */
  final Storage scaleDensely(double factor) {
    return new Dense(rows, columns, scaled(dense(), factor));
  }

  static double[] scaled(double[] x, double factor) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] * factor;
    }
    return y;
  }

  /** Every entry is given. */
  static Storage of(int rows, int columns, double[] entries) {
    return new Dense(rows, columns, entries);
  }

  /** Every entry is given. */
  static final class Dense extends Storage {
    private final double[] entries;

    Dense(int rows, int columns, double[] entries) {
      super(rows, columns);
      this.entries = entries;
    }

    @Override
    double get(int i, int j) {
      return entries[i + j * rows];
    }

    @Override
    void spellInto(double[] zeros, int at) {
      System.arraycopy(entries, 0, zeros, at, entries.length);
    }

    @Override
    double[] spellOut() {
      return entries.clone();
    }

    @Override
    double[] dense() {
      return entries;
    }

    @Override
    Storage scale(double factor) {
      return scaleDensely(factor);
    }

    @Override
    Storage transpose() {
      return new Transposed(this);
    }
  }

  /** The transpose of a dense storage, read in place: products take it as it is. */
  static final class Transposed extends StructuredStorage {
    final Dense origin;

    Transposed(Dense origin) {
      super(origin.columns, origin.rows);
      this.origin = origin;
    }

    @Override
    double get(int i, int j) {
      return origin.get(j, i);
    }

    @Override
    void spellInto(double[] zeros, int at) {
      double[] from = origin.entries;
      for (int j = 0; j < columns; j++) {
        for (int i = 0; i < rows; i++) {
          zeros[at + i + j * rows] = from[j + i * columns];
        }
      }
    }

    @Override
    void addTo(double[] total) {
      double[] from = origin.entries;
      for (int j = 0; j < columns; j++) {
        for (int i = 0; i < rows; i++) {
          total[i + j * rows] += from[j + i * columns];
        }
      }
    }

    @Override
    Storage scale(double factor) {
      return scaleDensely(factor);
    }

    @Override
    Storage transpose() {
      return origin;
    }
  }
}
