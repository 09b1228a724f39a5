package org.frechet.testkit;

import java.util.Random;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/** Points to try rules at: seeded, of magnitudes around one. */
final class Points {

  private Points() {}

  static Scalar scalar(double number) {
    return Scalar.of(number);
  }

  static Vector vector(int size, long seed) {
    return Vector.of(entries(size, seed));
  }

  static Matrix matrix(int rows, int columns, long seed) {
    return Matrix.of(rows, columns, entries(rows * columns, seed));
  }

  private static double[] entries(int size, long seed) {
    Random random = new Random(seed);
    double[] entries = new double[size];
    for (int i = 0; i < size; i++) {
      entries[i] = (random.nextBoolean() ? 1 : -1) * (0.25 + random.nextDouble());
    }
    return entries;
  }
}
