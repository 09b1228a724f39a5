package org.frechet.testkit;

/** Guesses what is wrong from how a wrong answer relates to the right one. */
final class Diagnosis {

  private static final double ALIKE = 1e-6;

  private Diagnosis() {}

  /** A remark such as {@code " — −1 times what is due"}, or nothing. */
  static String of(double[] given, double[] due) {
    double size = Numbers.largest(due);
    if (Double.isNaN(Numbers.largest(given)) && !Double.isNaN(size)) {
      return " — NaN";
    }
    if (size == 0 || Numbers.largest(given) == 0) {
      return size == 0 ? " — it should vanish" : " — it is zero";
    }
    double factor = dot(given, due) / dot(due, due);
    if (due.length > 0 && isNear(given, scaled(due, factor), Math.abs(factor) * size)) {
      return " — " + Numbers.text(factor) + " times what is due";
    }
    int n = (int) Math.round(Math.sqrt(due.length));
    if (n > 1 && n * n == due.length && isNear(given, transposed(due, n), size)) {
      return " — the transpose of what is due";
    }
    return "";
  }

  private static boolean isNear(double[] a, double[] b, double size) {
    return Numbers.distance(a, b) <= ALIKE * size;
  }

  private static double dot(double[] a, double[] b) {
    return Numbers.inner(new double[][] {a}, new double[][] {b});
  }

  private static double[] scaled(double[] a, double factor) {
    double[] scaled = a.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  private static double[] transposed(double[] a, int n) {
    double[] transposed = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      transposed[i] = a[i / n + i % n * n];
    }
    return transposed;
  }
}
