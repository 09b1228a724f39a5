package org.frechet.value;

/**
 * A vector or matrix: entries in a storage if it is a constant, what a trace noted if it is not.
 */
abstract sealed class StoredValue extends Value permits Vector, Matrix {

  /** The entries of a constant; null if traced. */
  final Storage storage;

  final int place;
  Object beside;

  /** A constant. */
  StoredValue(Storage storage) {
    super(null);
    this.storage = storage;
    this.place = NO_PLACE;
  }

  /** A value of {@code trace}. */
  StoredValue(Trace trace, int place, Object beside) {
    super(trace);
    this.storage = null;
    this.place = place;
    this.beside = beside;
  }

  @Override
  final Storage storage() {
    return storage;
  }

  @Override
  final int place() {
    return place;
  }

  @Override
  final Object beside() {
    return beside;
  }

  @Override
  final void keepFirst(Keepsake keepsake) {
    beside = keepsake;
  }
}
