package org.frechet.linalg;

import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Value;

/** What evaluations demand of their arguments; each complaint says what, where and why. */
final class Require {

  private Require() {}

  /** An argument of a function that is no primitive, which would refuse null itself. */
  static <T> T given(String operation, T argument) {
    if (argument == null) {
      throw new IllegalArgumentException(operation + ": an argument is null");
    }
    return argument;
  }

  /** As many rows as columns; for values under differentiation too. */
  static void squareShape(String operation, String name, Matrix a) {
    if (a.rows() != a.columns()) {
      throw new IllegalArgumentException(
          "%s: %s is %s, expected a square matrix".formatted(operation, name, a.shape()));
    }
  }

  /** A square matrix without NaN or infinite entries. */
  static void square(String operation, String name, Matrix a) {
    squareShape(operation, name, a);
    finite(operation, name, a);
  }

  /** No NaN and no infinite entry: iterations would not end, and answers mean nothing. */
  static void finite(String operation, String name, Matrix a) {
    double[] entries = a.array();
    for (int i = 0; i < entries.length; i++) {
      if (!Double.isFinite(entries[i])) {
        throw new IllegalArgumentException(
            "%s: %s has the entry %s in row %d, column %d"
                .formatted(operation, name, entries[i], i % a.rows(), i / a.rows()));
      }
    }
  }

  /** Directions of a derivative at {@code a}, from an index on: of its shape, and finite. */
  static void directions(String operation, Matrix a, List<Matrix> directions, int from) {
    for (int i = from; i < directions.size(); i++) {
      direction(operation, a, directions.get(i));
    }
  }

  /** One such direction. */
  static void direction(String operation, Matrix a, Matrix direction) {
    sameShape(operation, "a and a direction", a, direction);
    finite(operation, "a direction", direction);
  }

  /** As many rows as {@code a} has. */
  static void sameRows(String operation, Matrix a, Value b) {
    if (a.rows() != b.shape().rows()) {
      throw new IllegalArgumentException(
          "%s: a is %s, b is %s: the numbers of rows differ"
              .formatted(operation, a.shape(), b.shape()));
    }
  }

  /** One shape for two matrices. */
  static void sameShape(String operation, String names, Matrix a, Matrix b) {
    if (!a.hasShapeOf(b)) {
      throw new IllegalArgumentException(
          "%s: %s are %s and %s: the shapes differ"
              .formatted(operation, names, a.shape(), b.shape()));
    }
  }
}
