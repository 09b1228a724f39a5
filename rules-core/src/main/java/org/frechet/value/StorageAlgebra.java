package org.frechet.value;

import java.util.function.DoubleBinaryOperator;

/** Sums, entrywise products and inner products of storages, each in the cheapest structure. */
final class StorageAlgebra {

  private StorageAlgebra() {}

  /** {@code a + sign · b}. */
  static Storage add(Storage a, Storage b, double sign) {
    if (b instanceof ZeroStorage) {
      return a;
    }
    if (a instanceof ZeroStorage) {
      return sign == 1 ? b : b.scale(sign);
    }
    Storage undefined = UndefinedStorage.where(a.rows, a.columns, a, b);
    if (undefined != null) {
      return undefined;
    }
    if (b instanceof OneHotStorage hot) {
      return addEntry(a, hot.row, hot.column, sign * hot.entry);
    }
    if (a instanceof OneHotStorage hot) {
      return addEntry(sign == 1 ? b : b.scale(sign), hot.row, hot.column, hot.entry);
    }
    return Storage.of(a.rows, a.columns, sum(a.dense(), b.dense(), sign));
  }

  private static double[] sum(double[] a, double[] b, double sign) {
    double[] sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + sign * b[i];
    }
    return sum;
  }

  private static Storage product(Storage a, Storage b) {
    double[] x = a.dense();
    double[] y = b.dense();
    double[] product = new double[x.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = x[i] * y[i];
    }
    return Storage.of(a.rows, a.columns, product);
  }

  private static Storage addEntry(Storage a, int row, int column, double entry) {
    double[] sum = a.dense().clone();
    sum[row + column * a.rows] += entry;
    return Storage.of(a.rows, a.columns, sum);
  }

  /** The entrywise product; what either operand leaves out stays left out. */
  static Storage hadamard(Storage a, Storage b) {
    if (a instanceof ZeroStorage || b instanceof ZeroStorage) {
      return new ZeroStorage(a.rows, a.columns);
    }
    Storage undefined = UndefinedStorage.where(a.rows, a.columns, a, b);
    if (undefined != null) {
      return undefined;
    }
    if (a instanceof OneHotStorage hot) {
      return hot.scale(b.get(hot.row, hot.column));
    }
    if (b instanceof OneHotStorage || b instanceof DiagonalStorage) {
      return a instanceof DiagonalStorage d ? diagonalTimes(d, b) : hadamard(b, a);
    }
    return a instanceof DiagonalStorage d ? diagonalTimes(d, b) : product(a, b);
  }

  /** The entrywise quotient; what the numerator leaves out stays left out. */
  static Storage quotient(Storage a, Storage b) {
    if (a instanceof ZeroStorage) {
      return a;
    }
    if (a instanceof OneHotStorage hot) {
      return hot.withEntry(hot.entry / b.get(hot.row, hot.column));
    }
    Storage undefined = UndefinedStorage.where(a.rows, a.columns, a, b);
    if (undefined != null) {
      return undefined;
    }
    return a instanceof DiagonalStorage d ? diagonalOver(d, b) : denseQuotient(a, b);
  }

  private static Storage diagonalOver(DiagonalStorage a, Storage b) {
    double[] quotient = new double[a.rows];
    for (int i = 0; i < quotient.length; i++) {
      quotient[i] = a.diagonal[i] / b.get(i, i);
    }
    return new DiagonalStorage(quotient);
  }

  private static Storage denseQuotient(Storage a, Storage b) {
    double[] x = a.dense();
    double[] y = b.dense();
    double[] quotient = new double[x.length];
    for (int i = 0; i < quotient.length; i++) {
      quotient[i] = x[i] / y[i];
    }
    return Storage.of(a.rows, a.columns, quotient);
  }

  /** {@code a / divisor}; sparse structures stay what they are. */
  static Storage divide(Storage a, double divisor) {
    if (a instanceof ZeroStorage || a instanceof UndefinedStorage) {
      return a;
    }
    return a instanceof OneHotStorage hot
        ? hot.withEntry(hot.entry / divisor)
        : a.map(entry -> entry / divisor);
  }

  private static Storage diagonalTimes(DiagonalStorage a, Storage b) {
    double[] product = new double[a.rows];
    for (int i = 0; i < product.length; i++) {
      product[i] = a.diagonal[i] * b.get(i, i);
    }
    return new DiagonalStorage(product);
  }

  /** {@code ⟨A, B⟩ = tr(AᵀB)}. */
  static double inner(Storage a, Storage b) {
    if (a instanceof ZeroStorage || b instanceof ZeroStorage) {
      return 0;
    }
    if (a instanceof OneHotStorage hot) {
      return hot.entry * b.get(hot.row, hot.column);
    }
    if (a instanceof DiagonalStorage d) {
      return diagonalInner(d, b);
    }
    if (a instanceof RankOneStorage r && !(b instanceof OneHotStorage)) {
      return StorageProduct.bilinear(r.u, b, r.v);
    }
    return isSparse(b) ? inner(b, a) : denseInner(a.dense(), b.dense());
  }

  private static boolean isSparse(Storage a) {
    return a instanceof OneHotStorage
        || a instanceof DiagonalStorage
        || a instanceof RankOneStorage;
  }

  private static double diagonalInner(DiagonalStorage a, Storage b) {
    double sum = 0;
    for (int i = 0; i < a.rows; i++) {
      sum += a.diagonal[i] * b.get(i, i);
    }
    return sum;
  }

  private static double denseInner(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static Storage zip(Storage a, Storage b, DoubleBinaryOperator f) {
    double[] x = a.dense();
    double[] y = b.dense();
    double[] z = new double[x.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = f.applyAsDouble(x[i], y[i]);
    }
    return Storage.of(a.rows, a.columns, z);
  }
}
