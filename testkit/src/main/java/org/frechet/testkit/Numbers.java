package org.frechet.testkit;

import java.util.Arrays;
import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Shape;
import org.frechet.value.Structure;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * The entries of the leaves of a structure, one array for each leaf, and the arithmetic of such
 * arrays: the judge computes in plain loops, not in the operations that are on trial.
 */
final class Numbers {

  private Numbers() {}

  /** The entries of a constant, column-major; shared with the value where that is possible. */
  static double[] shared(Value leaf) {
    if (leaf instanceof Scalar scalar) {
      return new double[] {scalar.toDouble()};
    }
    return leaf instanceof Vector vector ? vector.array() : ((Matrix) leaf).array();
  }

  /** Copies of the entries of all leaves. */
  static double[][] of(Object structure) {
    List<Value> leaves = Structure.leaves(structure);
    double[][] numbers = new double[leaves.size()][];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = shared(leaves.get(k)).clone();
    }
    return numbers;
  }

  /** Copies of all entries in one array: vec. */
  static double[] flat(Object structure) {
    return Arrays.stream(of(structure)).flatMapToDouble(Arrays::stream).toArray();
  }

  /** A structure like {@code like} with these entries. */
  static <S> S structure(S like, double[] flat) {
    int[] next = {0};
    return Structure.map(
        like,
        leaf -> {
          int from = next[0];
          next[0] += leaf.size();
          return value(leaf.shape(), Arrays.copyOfRange(flat, from, next[0]));
        });
  }

  /** {@code J d}. */
  static double[] times(double[][] j, double[] d) {
    double[] product = new double[j.length];
    for (int i = 0; i < j.length; i++) {
      for (int k = 0; k < d.length; k++) {
        product[i] += j[i][k] * d[k];
      }
    }
    return product;
  }

  /** {@code Jᵀ g}, of n entries. */
  static double[] transposedTimes(double[][] j, double[] g, int n) {
    double[] product = new double[n];
    for (int i = 0; i < j.length; i++) {
      for (int k = 0; k < n; k++) {
        product[k] += j[i][k] * g[i];
      }
    }
    return product;
  }

  /** A constant with these entries. */
  static Value value(Shape shape, double[] entries) {
    return switch (shape.kind()) {
      case SCALAR -> Scalar.of(entries[0]);
      case VECTOR -> Vector.of(entries);
      case MATRIX -> Matrix.of(shape.rows(), shape.columns(), entries);
    };
  }

  /** A structure like {@code like} with these entries. */
  static <S> S structure(S like, double[][] numbers) {
    int[] next = {0};
    return Structure.map(like, leaf -> value(leaf.shape(), numbers[next[0]++]));
  }

  /** {@code a + factor · b}; a null array in b is zero. */
  static double[][] plus(double[][] a, double factor, double[][] b) {
    double[][] sum = new double[a.length][];
    for (int k = 0; k < a.length; k++) {
      sum[k] = a[k].clone();
      for (int i = 0; b[k] != null && i < sum[k].length; i++) {
        sum[k][i] += factor * b[k][i];
      }
    }
    return sum;
  }

  /** {@code ⟨a, b⟩}; a null array is zero. */
  static double inner(double[][] a, double[][] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      for (int i = 0; a[k] != null && b[k] != null && i < a[k].length; i++) {
        sum += a[k][i] * b[k][i];
      }
    }
    return sum;
  }

  /** {@code Σ |aᵢ bᵢ|}: what an inner product is accurate relative to. */
  static double magnitude(double[][] a, double[][] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      for (int i = 0; a[k] != null && b[k] != null && i < a[k].length; i++) {
        sum += Math.abs(a[k][i] * b[k][i]);
      }
    }
    return sum;
  }

  /** The largest entry by magnitude; NaN if there is one; 0 if there are no entries. */
  static double largest(double[] entries) {
    double largest = 0;
    for (double entry : entries) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest;
  }

  /** For each array its largest entry by magnitude. */
  static double[] sizes(double[][] numbers) {
    return Arrays.stream(numbers).mapToDouble(Numbers::largest).toArray();
  }

  /** The largest difference of two arrays by magnitude. */
  static double distance(double[] a, double[] b) {
    double largest = a.length == b.length ? 0 : Double.NaN;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      largest = Math.max(largest, a[i] == b[i] ? 0 : Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  static boolean areFinite(double[][] numbers) {
    return Arrays.stream(numbers).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  /** As failure messages print arrays: six digits, and not all of a long one. */
  static String text(double[] entries) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < entries.length && i < 8; i++) {
      text.append(i == 0 ? "" : ", ").append(text(entries[i]));
    }
    return text.append(entries.length > 8 ? ", …]" : "]").toString();
  }

  static String text(double number) {
    return String.format(java.util.Locale.ROOT, "%.6g", number);
  }
}
