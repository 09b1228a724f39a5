package org.frechet.value;

import org.frechet.kernel.Kernels;

/**
 * {@code op(A) op(B)} of a little work, multiplied when it is first read, or straight into the
 * first sum that it is added to: cotangents are mostly added up, and seldom read one by one. Holds
 * the factors as they are. Two that read it at once multiply twice, to the same numbers.
 */
final class SmallProductStorage extends StructuredStorage {

  /** How many times as many entries as the product the two factors may have. */
  private static final int LARGER = 4;

  private final double[] a;
  private final double[] b;
  private final int terms;
  private final boolean transposeA;
  private final boolean transposeB;

  /** Whether it was multiplied into an array that it does not know: once is enough. */
  private boolean spent;

  private SmallProductStorage(
      int rows,
      int columns,
      int terms,
      double[] a,
      boolean transposeA,
      double[] b,
      boolean transposeB) {
    super(rows, columns);
    this.terms = terms;
    this.a = a;
    this.transposeA = transposeA;
    this.b = b;
    this.transposeB = transposeB;
  }

  /**
   * The product of two factors that are plain, each as it is or transposed, if it is little work
   * and the factors are not much larger than it is, which holds them; null otherwise.
   */
  static Storage of(Storage a, boolean transposeA, Storage b, boolean transposeB) {
    int m = transposeA ? a.columns : a.rows;
    int k = transposeA ? a.rows : a.columns;
    int n = transposeB ? b.rows : b.columns;
    if (!isFor(m, k, n) || !isPlain(a) || !isPlain(b)) {
      return null;
    }
    boolean flipA = a instanceof Transposed;
    boolean flipB = b instanceof Transposed;
    double[] x = flipA ? ((Transposed) a).origin.dense() : a.dense();
    double[] y = flipB ? ((Transposed) b).origin.dense() : b.dense();
    return new SmallProductStorage(m, n, k, x, transposeA != flipA, y, transposeB != flipB);
  }

  private static boolean isFor(int m, int k, int n) {
    return m > 0
        && n > 0
        && k > 1 // else it is of rank one
        && ProductStorage.isSmall(m, k, n)
        && (m + n) * k <= LARGER * m * n;
  }

  private static boolean isPlain(Storage a) {
    return a instanceof Dense || a instanceof Transposed || a instanceof SmallProductStorage;
  }

  @Override
  double get(int i, int j) {
    return dense()[i + j * rows];
  }

  @Override
  void requireNumbers() {
    dense();
  }

  @Override
  void spellInto(double[] zeros, int at) {
    Kernels.best()
        .multiply(
            transposeA,
            transposeB,
            rows,
            columns,
            terms,
            1,
            a,
            0,
            transposeA ? terms : rows,
            b,
            0,
            transposeB ? columns : terms,
            zeros,
            at,
            rows);
  }

  @Override
  void addTo(double[] total) {
    if (spent || isSpelledOut()) {
      super.addTo(total);
    } else {
      spent = true;
      spellInto(total, 0); // the kernel adds
    }
  }

  @Override
  double[] spellOut() {
    if (spent) {
      return dense().clone();
    }
    spent = true;
    return super.spellOut();
  }

  @Override
  Storage scale(double factor) {
    return scaleDensely(factor);
  }

  @Override
  Storage transpose() {
    return isSpelledOut()
        ? Storage.of(rows, columns, dense()).transpose()
        : new SmallProductStorage(columns, rows, terms, b, !transposeB, a, !transposeA);
  }
}
