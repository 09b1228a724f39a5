package org.frechet.value;

import java.util.function.Supplier;

/** No numbers, but the reason why there are none, which whoever reads them is told. */
final class UndefinedStorage extends StructuredStorage {
  private final Supplier<? extends RuntimeException> reason;

  UndefinedStorage(int rows, int columns, Supplier<? extends RuntimeException> reason) {
    super(rows, columns);
    this.reason = reason;
  }

  /** Undefined for the reason for which one of these is; null if both have numbers. */
  static Storage where(int rows, int columns, Storage a, Storage b) {
    if (a instanceof UndefinedStorage one) {
      return one.in(rows, columns);
    }
    return b instanceof UndefinedStorage other ? other.in(rows, columns) : null;
  }

  /** The same in another shape. */
  UndefinedStorage in(int newRows, int newColumns) {
    return new UndefinedStorage(newRows, newColumns, reason);
  }

  RuntimeException complaint() {
    return reason.get();
  }

  @Override
  void requireNumbers() {
    throw complaint();
  }

  @Override
  double get(int i, int j) {
    throw complaint();
  }

  @Override
  void spellInto(double[] zeros, int at) {
    throw complaint();
  }

  @Override
  Storage scale(double factor) {
    return this;
  }

  @Override
  Storage transpose() {
    return in(columns, rows);
  }
}
