package org.frechet.value;

import java.util.Objects;
import java.util.function.Supplier;

/** What a supplier computes when it is first read; the supplier is dropped then. */
final class SuppliedStorage extends WaitingStorage {

  /** Until it has been asked; guarded by this. */
  private Supplier<double[]> supplier;

  SuppliedStorage(int rows, int columns, Supplier<double[]> supplier) {
    super(rows, columns);
    this.supplier = Objects.requireNonNull(supplier, "whenRead: the supplier is null");
  }

  @Override
  double get(int i, int j) {
    return dense()[i + j * rows];
  }

  @Override
  double[] compute() {
    double[] entries = Objects.requireNonNull(supplier.get(), "whenRead: the supplier gave null");
    if (entries.length != size) {
      throw new IllegalStateException(
          "whenRead: a %d×%d matrix has %d entries, the supplier gave %d"
              .formatted(rows, columns, size, entries.length));
    }
    supplier = null;
    return entries;
  }
}
