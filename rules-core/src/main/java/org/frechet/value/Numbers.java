package org.frechet.value;

/**
 * Numbers noted beside scalars, one for each direction of a differentiation. A zero, number or
 * partial derivative, stays zero whatever it is multiplied with.
 */
final class Numbers {

  private Numbers() {}

  /** A scalar of the trace of a, with {@code da ȧ}; null if nothing is noted for a that does. */
  static Scalar linear(double y, Scalar a, double da) {
    if (a instanceof LinkedScalar linked) {
      return linked.scaled(y, da);
    }
    return a.slot() instanceof double[] ofA ? noting(a.trace, y, times(ofA, da)) : null;
  }

  /**
   * A scalar of the trace of a and b, of which one may be a constant, with {@code da ȧ + db ḃ};
   * null if for one that is not, nothing is noted that does.
   */
  static Scalar linear(double y, Scalar a, double da, Scalar b, double db) {
    if (a instanceof LinkedScalar p && b instanceof LinkedScalar q) {
      return p.combined(y, da, q, db);
    }
    return linearInOthers(y, a, da, b, db);
  }

  private static Scalar linearInOthers(double y, Scalar a, double da, Scalar b, double db) {
    if (a.trace == null || b.trace == null) {
      return a.trace == null ? linear(y, b, db) : linear(y, a, da);
    }
    return a.slot() instanceof double[] ofA && b.slot() instanceof double[] ofB
        ? noting(a.trace, y, sum(ofA, da, ofB, db))
        : null;
  }

  /** A scalar of a trace with these numbers. */
  static Scalar noting(Trace trace, double y, double[] numbers) {
    return numbers.length <= DualScalar.ROOM
        ? DualScalar.of(trace, y, numbers)
        : new PlainScalar(trace, Value.NO_PLACE, numbers, y);
  }

  /** {@code da ȧ}. */
  static double[] times(double[] a, double da) {
    boolean plain = isPlain(da);
    double[] scaled = new double[a.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = plain || (da != 0 && a[i] != 0) ? da * a[i] : 0;
    }
    return scaled;
  }

  /** {@code da ȧ + db ḃ}. */
  static double[] sum(double[] a, double da, double[] b, double db) {
    if (!isPlain(da) || !isPlain(db)) {
      return sum(times(a, da), 1, times(b, db), 1);
    }
    double[] sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = da * a[i] + db * b[i];
    }
    return sum;
  }

  /** Whether a partial derivative may be multiplied with what is zero by structure. */
  static boolean isPlain(double partial) {
    return partial != 0 && Math.abs(partial) <= Double.MAX_VALUE;
  }
}
