package org.frechet.value;

import java.util.function.Supplier;

/** What a supplier computes when it is first read; the supplier is dropped then. */
final class SuppliedStorage extends WaitingStorage {

  /** Until it has been asked; guarded by this. */
  private Supplier<double[]> supplier;

  SuppliedStorage(int rows, int columns, Supplier<double[]> supplier) {
    super(rows, columns);
    this.supplier = supplier;
  }

  @Override
  double get(int i, int j) {
    return dense()[i + j * rows];
  }

  @Override
  double[] compute() {
    double[] entries = supplier.get();
    if (entries.length != size) {
      throw new IllegalStateException(
          "a %d×%d matrix has %d entries, its supplier gave %d"
              .formatted(rows, columns, size, entries.length));
    }
    supplier = null;
    return entries;
  }
}
