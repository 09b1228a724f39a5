package org.frechet.value;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** Not every entry is given by itself; when all are asked for, they are spelled out, once. */
abstract sealed class StructuredStorage extends Storage
    permits Storage.Transposed,
        ZeroStorage,
        OneHotStorage,
        RankOneStorage,
        WaitingStorage,
        SmallProductStorage,
        ReshapedStorage,
        UndefinedStorage,
        DiagonalStorage {

  private static final AtomicReferenceFieldUpdater<StructuredStorage, double[]> DENSE =
      AtomicReferenceFieldUpdater.newUpdater(StructuredStorage.class, double[].class, "dense");

  private volatile double[] dense;

  StructuredStorage(int rows, int columns) {
    super(rows, columns);
  }

  @Override
  final void writeTo(double[] zeros, int at) {
    double[] known = dense;
    if (known == null) {
      spellInto(zeros, at);
    } else {
      System.arraycopy(known, 0, zeros, at, known.length);
    }
  }

  /** Whether {@link #dense()} has nothing to do. */
  final boolean isSpelledOut() {
    return dense != null;
  }

  @Override
  double[] dense() {
    double[] known = dense;
    if (known == null) {
      known = new double[rows * columns];
      spellInto(known, 0);
      DENSE.lazySet(this, known); // who does not see it yet spells out the same
    }
    return known;
  }
}
