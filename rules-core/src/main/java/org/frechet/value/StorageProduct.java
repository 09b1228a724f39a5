package org.frechet.value;

/** Products of storages: structure first, dense products for what is left. */
final class StorageProduct {

  /** Products of no more entries than this are computed at once. */
  private static final int SMALL = 64;

  /** Matrices of no more entries than this are multiplied with a column by plain loops. */
  private static final int FEW = 100;

  private StorageProduct() {}

  /** {@code A Bᵀ}, which waits until it is read. */
  static Storage timesTransposed(Storage a, Storage b) {
    Storage small = SmallProductStorage.of(a, false, b, true);
    return small == null ? multiply(a, b.transpose()) : small;
  }

  /** {@code Aᵀ B}, which waits until it is read. */
  static Storage transposedTimes(Storage a, Storage b) {
    Storage small = SmallProductStorage.of(a, true, b, false);
    return small == null ? multiply(a.transpose(), b) : small;
  }

  /** {@code Aᵀ x}, of a column. */
  static Storage transposedTimesColumn(Storage a, Storage x) {
    boolean direct = a instanceof Storage.Dense && x instanceof Storage.Dense;
    return direct && a.rows > 0 && a.rows * a.columns <= FEW
        ? columnDots(a.rows, a.columns, a.dense(), x.dense())
        : multiply(a.transpose(), x);
  }

  /** The inner product of each column with x: shorter than a call of the kernel. */
  private static Storage columnDots(int m, int n, double[] a, double[] x) {
    double[] y = new double[n];
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < m; i++) {
        sum += a[i + j * m] * x[i];
      }
      y[j] = sum;
    }
    return Storage.of(n, 1, y);
  }

  /** {@code A B}. */
  static Storage multiply(Storage a, Storage b) {
    if (a instanceof ZeroStorage || b instanceof ZeroStorage || a.columns == 0) {
      return new ZeroStorage(a.rows, b.columns);
    }
    Storage undefined = UndefinedStorage.where(a.rows, b.columns, a, b);
    return undefined == null ? structured(a, b) : undefined;
  }

  private static Storage structured(Storage a, Storage b) {
    if (a instanceof OneHotStorage hot) {
      return new RankOneStorage(unit(a.rows, hot.row, hot.entry), row(b, hot.column));
    }
    if (b instanceof OneHotStorage hot) {
      Storage column = column(a, hot.row);
      return b.columns == 1
          ? column.scale(hot.entry)
          : new RankOneStorage(column, unit(b.columns, hot.column, hot.entry));
    }
    if (a instanceof DiagonalStorage d) {
      return scaleRows(d.diagonal, b);
    }
    if (b instanceof DiagonalStorage d) {
      return scaleRows(d.diagonal, a.transpose()).transpose();
    }
    if (a instanceof RankOneStorage r) {
      return new RankOneStorage(r.u, multiply(b.transpose(), r.v));
    }
    return b instanceof RankOneStorage r
        ? new RankOneStorage(multiply(a, r.u), r.v)
        : productOfDense(a, b);
  }

  /** {@code u vᵀ} of two columns, which stays what it is: rank-one. */
  static Storage outer(Storage u, Storage v) {
    if (u instanceof ZeroStorage || v instanceof ZeroStorage) {
      return new ZeroStorage(u.rows, v.rows);
    }
    Storage undefined = UndefinedStorage.where(u.rows, v.rows, u, v);
    return undefined == null ? new RankOneStorage(u, v) : undefined;
  }

  /** {@code uᵀ A v}, of two columns. */
  static double bilinear(Storage u, Storage a, Storage v) {
    return StorageAlgebra.inner(u, multiply(a, v));
  }

  /** A column times a row stays what it is, unless that would be more trouble than the numbers. */
  private static Storage productOfDense(Storage a, Storage b) {
    return a.columns == 1 && a.rows * b.columns > SMALL
        ? new RankOneStorage(a, b.transpose())
        : ProductStorage.of(a, b);
  }

  private static Storage scaleRows(double[] scale, Storage b) {
    if (b instanceof RankOneStorage r) {
      return new RankOneStorage(scaleRows(scale, r.u), r.v);
    }
    if (b instanceof DiagonalStorage d) {
      return new DiagonalStorage(scaled(scale, d.diagonal));
    }
    if (b instanceof OneHotStorage hot) {
      return hot.scale(scale[hot.row]);
    }
    double[] product = b.dense().clone();
    for (int j = 0; j < b.columns; j++) {
      for (int i = 0; i < b.rows; i++) {
        product[i + j * b.rows] *= scale[i];
      }
    }
    return Storage.of(b.rows, b.columns, product);
  }

  private static double[] scaled(double[] scale, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = scale[i] * x[i];
    }
    return y;
  }

  private static Storage unit(int n, int i, double entry) {
    return new OneHotStorage(n, 1, i, 0, entry);
  }

  private static Storage row(Storage a, int i) {
    return column(a.transpose(), i);
  }

  private static Storage column(Storage a, int j) {
    double[] x = new double[a.rows];
    if (a instanceof Storage.Dense) {
      System.arraycopy(a.dense(), j * x.length, x, 0, x.length);
    } else {
      for (int i = 0; i < x.length; i++) {
        x[i] = a.get(i, j);
      }
    }
    return Storage.of(x.length, 1, x);
  }
}
