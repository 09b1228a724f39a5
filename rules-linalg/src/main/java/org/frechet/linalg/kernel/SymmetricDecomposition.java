package org.frechet.linalg.kernel;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.R064Store;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by ojAlgo, put into a definite order
 * (ascending) with definite signs. Immutable and safe to share between threads.
 */
public final class SymmetricDecomposition {

  private final double[] values;
  private final double[] vectors;

  private SymmetricDecomposition(double[] values, double[] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** Decomposes an n×n matrix with finite entries, of which the lower triangle is read. */
  public static SymmetricDecomposition of(int n, double[] a) {
    if (n == 0) {
      return new SymmetricDecomposition(new double[0], new double[0]);
    }
    double[] symmetric = mirrored(n, a);
    // A power of two is exact, and squares of entries then stay in range.
    double largest = ColumnMajor.maxNorm(symmetric);
    int exponent = largest == 0 ? 0 : Math.getExponent(largest);
    Eigenvalue<Double> eigenvalue = Eigenvalue.R064.make(n, true);
    eigenvalue.decompose(R064Store.wrap(ColumnMajor.scalb(symmetric, -exponent), n));
    double[] unordered = new double[n];
    eigenvalue.getEigenvalues(unordered, Optional.empty());
    double[] values = ColumnMajor.scalb(unordered, exponent);
    return ordered(n, values, R064Store.FACTORY.copy(eigenvalue.getV()).data);
  }

  /** The eigenvalues, ascending. */
  public double[] values() {
    return values.clone();
  }

  /** The eigenvectors as columns, in the order of the eigenvalues. */
  public double[] vectors() {
    return vectors.clone();
  }

  private static double[] mirrored(int n, double[] a) {
    double[] symmetric = a.clone();
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        symmetric[i + j * n] = a[j + i * n];
      }
    }
    return symmetric;
  }

  private static SymmetricDecomposition ordered(int n, double[] unordered, double[] v) {
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> unordered[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[] vectors = new double[n * n];
    for (int j = 0; j < n; j++) {
      values[j] = unordered[order[j]];
      double sign = signOfLargest(n, v, order[j] * n);
      for (int i = 0; i < n; i++) {
        vectors[i + j * n] = sign * v[i + order[j] * n];
      }
    }
    return new SymmetricDecomposition(values, vectors);
  }

  private static double signOfLargest(int n, double[] v, int offset) {
    int largest = 0;
    for (int i = 1; i < n; i++) {
      if (Math.abs(v[offset + i]) > Math.abs(v[offset + largest])) {
        largest = i;
      }
    }
    return v[offset + largest] < 0 ? -1 : 1;
  }
}
