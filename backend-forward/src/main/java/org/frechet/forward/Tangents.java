package org.frechet.forward;

/**
 * Tangents of a scalar as plain numbers, one for each direction. A zero, tangent or partial
 * derivative, stays zero whatever it is multiplied with. Up to four directions are written out: a
 * loop costs more than they do.
 */
final class Tangents {

  private Tangents() {}

  /** {@code da ȧ}. */
  static double[] times(double[] a, double da) {
    if (!isPlain(da)) {
      return timesSpecial(a, da);
    }
    return switch (a.length) {
      case 1 -> new double[] {da * a[0]};
      case 2 -> new double[] {da * a[0], da * a[1]};
      case 3 -> new double[] {da * a[0], da * a[1], da * a[2]};
      case 4 -> new double[] {da * a[0], da * a[1], da * a[2], da * a[3]};
      default -> timesMany(a, da);
    };
  }

  /** {@code da ȧ + db ḃ}. */
  static double[] sum(double[] a, double da, double[] b, double db) {
    if (!isPlain(da) || !isPlain(db)) {
      return sum(times(a, da), 1, times(b, db), 1);
    }
    return switch (a.length) {
      case 1 -> new double[] {da * a[0] + db * b[0]};
      case 2 -> new double[] {da * a[0] + db * b[0], da * a[1] + db * b[1]};
      case 3 -> new double[] {da * a[0] + db * b[0], da * a[1] + db * b[1], da * a[2] + db * b[2]};
      case 4 ->
          new double[] {
            da * a[0] + db * b[0],
            da * a[1] + db * b[1],
            da * a[2] + db * b[2],
            da * a[3] + db * b[3]
          };
      default -> sumOfMany(a, da, b, db);
    };
  }

  private static double[] timesMany(double[] a, double da) {
    double[] tangents = new double[a.length];
    for (int i = 0; i < tangents.length; i++) {
      tangents[i] = da * a[i];
    }
    return tangents;
  }

  private static double[] sumOfMany(double[] a, double da, double[] b, double db) {
    double[] tangents = new double[a.length];
    for (int i = 0; i < tangents.length; i++) {
      tangents[i] = da * a[i] + db * b[i];
    }
    return tangents;
  }

  private static double[] timesSpecial(double[] a, double da) {
    double[] tangents = new double[a.length];
    for (int i = 0; i < tangents.length; i++) {
      tangents[i] = a[i] == 0 || da == 0 ? 0 : da * a[i];
    }
    return tangents;
  }

  /** Others must not meet a zero. */
  private static boolean isPlain(double partial) {
    return partial != 0 && Math.abs(partial) <= Double.MAX_VALUE;
  }
}
