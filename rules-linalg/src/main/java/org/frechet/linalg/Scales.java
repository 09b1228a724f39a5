package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/** Powers of two by which numbers are scaled so that their squares neither over- nor underflow. */
final class Scales {

  private Scales() {}

  /** For each column the power of two at its entry of largest magnitude; 0 for zeros. */
  static Vector ofColumns(Matrix constant) {
    double[] scales = new double[constant.columns()];
    double[] entries = constant.array();
    for (int j = 0; j < scales.length; j++) {
      for (int i = j * constant.rows(); i < (j + 1) * constant.rows(); i++) {
        scales[j] = Math.max(scales[j], Math.abs(entries[i]));
      }
      scales[j] = powerOfTwo(scales[j]);
    }
    return Vector.wrap(scales);
  }

  /** At most x, and at least half of it; 0 for 0, and 1 where no scale helps. */
  private static double powerOfTwo(double x) {
    if (!Double.isFinite(x)) {
      return 1;
    }
    return x == 0 ? 0 : Math.scalb(1.0, Math.getExponent(x));
  }
}
