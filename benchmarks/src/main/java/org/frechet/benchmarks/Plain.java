package org.frechet.benchmarks;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.frechet.kernel.Kernels;
import org.frechet.linalg.kernel.LuFactors;

/** Linear algebra by hand, on column-major arrays: what the derivatives are measured against. */
final class Plain {

  private Plain() {}

  static double[] transpose(int n, double[] a) {
    double[] t = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        t[j + i * n] = a[i + j * n];
      }
    }
    return t;
  }

  /** {@code α op(A) op(B)} of n×n matrices. */
  static double[] product(boolean ta, boolean tb, int n, double alpha, double[] a, double[] b) {
    double[] c = new double[n * n];
    Kernels.best().multiply(ta, tb, n, n, n, alpha, a, 0, n, b, 0, n, c, 0, n);
    return c;
  }

  static double[] inverse(int n, double[] a) {
    return LuFactors.of(n, a).inverse();
  }

  static double[] scaled(double factor, double[] a) {
    return Arrays.stream(a).map(entry -> factor * entry).toArray();
  }

  /** The first entries. */
  static double[] leading(int count, double[] a) {
    return Arrays.copyOf(a, count);
  }

  /** The lower triangle of an n×n matrix. */
  static double[] lower(int n, double[] a) {
    double[] l = new double[n * n];
    for (int j = 0; j < n; j++) {
      System.arraycopy(a, j * (n + 1), l, j * (n + 1), n - j);
    }
    return l;
  }

  static double[] joined(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  /** The inverse of {@link #joined}. */
  static double[][] parted(double[] all, int... lengths) {
    double[][] parts = new double[lengths.length][];
    int from = 0;
    for (int i = 0; i < lengths.length; i++) {
      parts[i] = Arrays.copyOfRange(all, from, from + lengths[i]);
      from += lengths[i];
    }
    return parts;
  }

  static double sum(double[] a) {
    double sum = 0;
    for (double entry : a) {
      sum += entry;
    }
    return sum;
  }

  /** The gradient by central differences. */
  static double[] differences(ToDoubleFunction<double[]> f, double[] at) {
    double[] x = at.clone();
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double h = Math.cbrt(Math.ulp(1.0)) * Math.max(1, Math.abs(at[i]));
      x[i] = at[i] + h;
      double above = f.applyAsDouble(x);
      x[i] = at[i] - h;
      gradient[i] = (above - f.applyAsDouble(x)) / (2 * h);
      x[i] = at[i];
    }
    return gradient;
  }
}
