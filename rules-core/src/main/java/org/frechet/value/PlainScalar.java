package org.frechet.value;

/** A constant scalar, or a traced one for which its trace notes a place or an object. */
final class PlainScalar extends Scalar {

  private final int place;
  private Object beside;

  /** A constant. */
  PlainScalar(double number) {
    super(null, number);
    this.place = NO_PLACE;
  }

  /** A traced scalar. */
  PlainScalar(Trace trace, int place, Object beside, double number) {
    super(trace, number);
    this.place = place;
    this.beside = beside;
  }

  /** Whether there is nothing but the number. */
  boolean hasNoPrimal() {
    return beside == null;
  }

  @Override
  int place() {
    return place;
  }

  @Override
  Object beside() {
    return beside;
  }

  @Override
  void keepFirst(Keepsake keepsake) {
    beside = keepsake;
  }
}
