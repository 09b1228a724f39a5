package org.frechet.value;

/**
 * A traced scalar that stands for a number, and depends on what its trace noted at a place: {@code
 * ẏ = slope · ẋ}. Functions of it alone, {@code −y}, {@code 2 y}, {@code y²} or {@code sin y}, are
 * multiples of the same ẋ: the trace notes nothing for them.
 */
final class TapedScalar extends LinkedScalar {

  private final int place;
  private final double slope;

  private TapedScalar(Trace trace, double number, int place, double slope) {
    super(trace, number);
    this.place = place;
    this.slope = slope;
  }

  /** What is noted at a place itself. */
  TapedScalar(Trace trace, double number, int place) {
    this(trace, number, place, 1);
  }

  @Override
  TapedScalar scaled(double y, double da) {
    double product = da * slope;
    return isNormal(product)
        ? new TapedScalar(trace, y, place, product)
        : noted(y, settled(), da, NO_PLACE, 0);
  }

  @Override
  TapedScalar combined(double y, double da, LinkedScalar b, double db) {
    TapedScalar other = (TapedScalar) b;
    double first = da * slope;
    double second = db * other.slope;
    if (!isNormal(first) || !isNormal(second)) {
      return noted(y, settled(), da, other.settled(), db);
    }
    return place == other.place && isNormal(first + second)
        ? new TapedScalar(trace, y, place, first + second)
        : noted(y, place, first, other.place, second);
  }

  private TapedScalar noted(double y, int first, double byFirst, int second, double bySecond) {
    int at = trace.note(first, byFirst, second, bySecond);
    return new TapedScalar(trace, y, at);
  }

  /** A place of its own. */
  private int settled() {
    return slope == 1 ? place : trace.note(place, slope, NO_PLACE, 0);
  }

  /** The same scalar with a place of its own. */
  TapedScalar atOwnPlace() {
    return slope == 1 ? this : new TapedScalar(trace, number(), settled());
  }

  /**
   * Whether a product of slopes stands for its factors: a zero stays zero and ∞ is ∞ only where the
   * cotangent meets them one by one, and what underflows or overflows need not do so there.
   */
  private static boolean isNormal(double slope) {
    double size = Math.abs(slope);
    return size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE;
  }

  /** Its own place, for what records values: a new one for each call, unless it has one. */
  @Override
  int place() {
    return settled();
  }
}
