package org.frechet.value;

import org.frechet.kernel.Kernels;

/**
 * {@code A B}, multiplied when it is first read as a whole. Until then it holds its factors, and a
 * single entry costs an inner product: up to as many as there are rows or columns, whichever are
 * more. An entry that was read alone keeps its last bit when the rest is multiplied. Multiplied
 * once, whoever reads it; safe to share between threads.
 */
final class ProductStorage extends WaitingStorage {

  /** Products of no more multiplications than this are computed at once. */
  private static final int SMALL = 16 * 16 * 16;

  /** The factors, each dense or transposed, until they are multiplied; guarded by this. */
  private Storage a;

  private Storage b;

  /** The entries that were read alone; guarded by this. */
  private int[] read;

  private int reads;

  private ProductStorage(Storage a, Storage b) {
    super(a.rows, b.columns);
    this.a = a;
    this.b = b;
  }

  /** {@code A B}, at once where that is little work. A factor that waits is multiplied first. */
  static Storage of(Storage a, Storage b) {
    return isSmall(a.rows, a.columns, b.columns) || a.rows == 1 || b.columns == 1
        ? Storage.of(a.rows, b.columns, block(a, b, 0, a.rows, 0, b.columns))
        : new ProductStorage(plain(a), plain(b));
  }

  /** Whether m×k times k×n is little work. */
  static boolean isSmall(int m, int k, int n) {
    return (long) m * k * n <= SMALL;
  }

  private static Storage plain(Storage factor) {
    return factor instanceof Transposed
        ? factor
        : Storage.of(factor.rows, factor.columns, factor.dense());
  }

  /** The m×n block of {@code A B} that starts at entry (i, j). */
  private static double[] block(Storage a, Storage b, int i, int m, int j, int n) {
    boolean ta = a instanceof Transposed;
    boolean tb = b instanceof Transposed;
    double[] x = ta ? ((Transposed) a).origin.dense() : a.dense();
    double[] y = tb ? ((Transposed) b).origin.dense() : b.dense();
    int lda = Math.max(1, ta ? a.columns : a.rows);
    int ldb = Math.max(1, tb ? b.columns : b.rows);
    int atA = ta ? i * lda : i;
    int atB = tb ? j : j * ldb;
    double[] c = new double[m * n];
    int ldc = Math.max(1, m);
    Kernels.best().multiply(ta, tb, m, n, a.columns, 1, x, atA, lda, y, atB, ldb, c, 0, ldc);
    return c;
  }

  @Override
  double get(int i, int j) {
    double[] known = known();
    return known == null ? readAlone(i + j * rows) : known[i + j * rows];
  }

  private synchronized double readAlone(int index) {
    if (known() != null || reads == Math.max(rows, columns)) {
      return dense()[index];
    }
    if (read == null) {
      read = new int[Math.max(rows, columns)];
    }
    read[reads++] = index;
    return entry(index);
  }

  private double entry(int index) {
    return block(a, b, index % rows, 1, index / rows, 1)[0];
  }

  @Override
  double[] compute() {
    double[] entries = block(a, b, 0, rows, 0, columns);
    for (int r = 0; r < reads; r++) {
      entries[read[r]] = entry(read[r]);
    }
    a = null;
    b = null;
    read = null;
    return entries;
  }
}
