package org.frechet.kernel;

/**
 * Large products: {@code C ← C + α A B} on copies of parts of A and C.
 *
 * <p>It rests on one fact: C2 vectorises {@code c[i] += t * a[i]} over separate arrays with one
 * shared index, but not {@code c[p + i] += t * a[q + i]}, because it cannot rule out that the two
 * overlap. So columns of A and C are copied into arrays of their own; that costs O(mk + mn), and
 * the transpose of A is free. Of the loop bodies tried, two columns of A into two columns of C is
 * the largest that both JDK 17 and JDK 25 vectorise. The arrays live for one call, or for the calls
 * of one {@link SquareProduct}: a pool would tie them to threads.
 */
final class PlainPackedProduct {

  /** A copied part of A has at most this many rows and columns: it fits a second-level cache. */
  private static final int ROWS = 512;

  private static final int DEPTH = 192;

  private final PlainProduct product;
  private final PlainPanel panel;

  PlainPackedProduct(PlainProduct product, PlainPanel panel) {
    this.product = product;
    this.panel = panel;
  }

  /** What products of that many rows and terms, or fewer, work in. */
  static PlainPanel panel(int rows, int terms) {
    return new PlainPanel(Math.min(rows, ROWS), Math.min(terms, DEPTH));
  }

  void add() {
    for (int p = 0; p < product.k(); p += DEPTH) {
      for (int i = 0; i < product.m(); i += ROWS) {
        addPart(i, Math.min(ROWS, product.m() - i), p, Math.min(DEPTH, product.k() - p));
      }
    }
    if (product.n() % 2 == 1) {
      product.column(product.n() - 1).addTimesVector();
    }
  }

  /** The part of A that starts at (i, p), times all pairs of columns of B. */
  private void addPart(int i, int rows, int p, int depth) {
    panel.pack(product.a(), i, rows, p, depth);
    PlainBlock c = product.c();
    double[] left = panel.left;
    double[] right = panel.right;
    for (int j = 0; j + 1 < product.n(); j += 2) {
      c.get(i, j, rows, left);
      c.get(i, j + 1, rows, right);
      addToPair(rows, p, depth, j);
      c.put(i, j, rows, left);
      c.put(i, j + 1, rows, right);
    }
  }

  private void addToPair(int rows, int p, int depth, int j) {
    double[][] columns = panel.columns;
    double[] left = panel.left;
    double[] right = panel.right;
    double alpha = product.alpha();
    double[] b = product.b().entries;
    int down = product.b().row;
    int s = product.b().at(p, j);
    int t = product.b().at(p, j + 1);
    int q = 0;
    for (; q + 1 < depth; q += 2, s += 2 * down, t += 2 * down) {
      double s0 = alpha * b[s];
      double s1 = alpha * b[s + down];
      double t0 = alpha * b[t];
      double t1 = alpha * b[t + down];
      PlainColumns.add(left, right, columns[q], columns[q + 1], s0, s1, t0, t1, rows);
    }
    if (q < depth) {
      addOneToTwo(rows, left, right, columns[q], alpha * b[s], alpha * b[t]);
    }
  }

  private static void addOneToTwo(
      int rows, double[] c0, double[] c1, double[] a0, double b0, double b1) {
    for (int i = 0; i < rows; i++) {
      double x = a0[i];
      c0[i] = PlainProduct.fma(x, b0, c0[i]);
      c1[i] = PlainProduct.fma(x, b1, c1[i]);
    }
  }
}
