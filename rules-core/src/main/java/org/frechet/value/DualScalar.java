package org.frechet.value;

import java.util.Arrays;

/**
 * A dual number: a traced scalar that stands for a number, with up to four tangents, unused ones 0.
 * They are fields, because scalar code writes little else: an array beside them would be half as
 * much again.
 */
final class DualScalar extends LinkedScalar {

  /** How many tangents there is room for. */
  static final int ROOM = 4;

  private final double first;
  private final double second;
  private final double third;
  private final double fourth;

  private DualScalar(
      Trace trace, double number, double first, double second, double third, double fourth) {
    super(trace, number);
    this.first = first;
    this.second = second;
    this.third = third;
    this.fourth = fourth;
  }

  /** A dual number with these tangents, at most {@link #ROOM}. */
  static DualScalar of(Trace trace, double number, double[] tangents) {
    double[] all = Arrays.copyOf(tangents, ROOM);
    return new DualScalar(trace, number, all[0], all[1], all[2], all[3]);
  }

  /** The tangents, in a new array. */
  double[] tangents() {
    return new double[] {first, second, third, fourth};
  }

  @Override
  DualScalar scaled(double y, double da) {
    if (!Numbers.isPlain(da)) {
      return of(trace, y, Numbers.times(tangents(), da));
    }
    double d1 = da * first;
    double d2 = da * second;
    double d3 = da * third;
    double d4 = da * fourth;
    return new DualScalar(trace, y, d1, d2, d3, d4);
  }

  @Override
  DualScalar combined(double y, double da, LinkedScalar other, double db) {
    DualScalar b = (DualScalar) other;
    if (!Numbers.isPlain(da * db)) { // not if both are, unless the product is out of range
      return of(trace, y, Numbers.sum(tangents(), da, b.tangents(), db));
    }
    double d1 = da * first + db * b.first;
    double d2 = da * second + db * b.second;
    double d3 = da * third + db * b.third;
    double d4 = da * fourth + db * b.fourth;
    return new DualScalar(trace, y, d1, d2, d3, d4);
  }

  @Override
  int place() {
    return NO_PLACE;
  }
}
