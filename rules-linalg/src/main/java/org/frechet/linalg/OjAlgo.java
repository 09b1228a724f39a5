package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * Conversions from and to ojAlgo's matrices. Both libraries store {@code double}s column-major, so
 * the array is shared where that is possible.
 */
public final class OjAlgo {

  private OjAlgo() {}

  /**
   * The constant with the entries of {@code store}. The array of an {@link R064Store} is shared,
   * and must not change any more; other stores are copied.
   */
  public static Matrix matrix(MatrixStore<Double> store) {
    int rows = store.getRowDim();
    int columns = store.getColDim();
    double[] entries =
        store instanceof R064Store dense ? dense.data : R064Store.FACTORY.copy(store).data;
    return Matrix.wrap(rows, columns, entries);
  }

  /**
   * The entries of a constant as a store that shares its array: to be read, not written.
   *
   * @throws org.frechet.value.TracedValueException for a value under differentiation
   */
  public static R064Store store(Matrix matrix) {
    double[] entries = matrix.array();
    return entries.length == 0
        ? R064Store.FACTORY.make(matrix.rows(), matrix.columns())
        : R064Store.wrap(entries, matrix.rows());
  }
}
