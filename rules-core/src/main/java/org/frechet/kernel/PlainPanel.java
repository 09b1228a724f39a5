package org.frechet.kernel;

/**
 * The arrays that {@link PlainPackedProduct} works in: the columns of a part of A, and two of C.
 * Where one product follows the other, new ones would cost about as much as the copies in them,
 * because new memory is in no cache.
 */
final class PlainPanel {

  final double[][] columns;
  final double[] left;
  final double[] right;

  PlainPanel(int rows, int depth) {
    this.columns = new double[depth][];
    this.left = new double[rows];
    this.right = new double[rows];
  }

  /** Copies {@code depth} columns of a block, from entry (i, p) on, to the first columns. */
  void pack(PlainBlock a, int i, int rows, int p, int depth) {
    int q = 0;
    if (a.row != 1) {
      for (; q + 3 < depth; q += 4) {
        for (int column = q; column < q + 4; column++) {
          require(column, rows);
        }
        a.getFour(i, p + q, rows, columns[q], columns[q + 1], columns[q + 2], columns[q + 3]);
      }
    }
    for (; q < depth; q++) {
      if (columns[q] == null || columns[q].length < rows) {
        columns[q] = a.copy(i, p + q, rows);
      } else {
        a.get(i, p + q, rows, columns[q]);
      }
    }
  }

  private void require(int column, int rows) {
    if (columns[column] == null || columns[column].length < rows) {
      columns[column] = new double[rows];
    }
  }
}
