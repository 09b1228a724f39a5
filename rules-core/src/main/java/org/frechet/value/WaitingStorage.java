package org.frechet.value;

/**
 * Entries that are computed when they are first read, once, whoever reads them; safe to share
 * between threads.
 */
abstract sealed class WaitingStorage extends StructuredStorage
    permits ProductStorage, SuppliedStorage {

  /** Too large a size is an error at once. */
  final int size = Shape.matrix(rows, columns).size();

  private volatile double[] computed;

  WaitingStorage(int rows, int columns) {
    super(rows, columns);
  }

  /** All entries, in a new array; called once, under the lock of this. */
  abstract double[] compute();

  /** What has been computed; null as long as nobody read it. */
  final double[] known() {
    return computed;
  }

  @Override
  final double[] dense() {
    double[] known = computed;
    return known == null ? computeOnce() : known;
  }

  private synchronized double[] computeOnce() {
    if (computed == null) {
      computed = compute();
    }
    return computed;
  }

  @Override
  final void requireNumbers() {
    dense();
  }

  @Override
  final void spellInto(double[] zeros, int at) {
    System.arraycopy(dense(), 0, zeros, at, size);
  }

  @Override
  final Storage scale(double factor) {
    return scaleDensely(factor);
  }

  @Override
  final Storage transpose() {
    return Storage.of(rows, columns, dense()).transpose();
  }
}
