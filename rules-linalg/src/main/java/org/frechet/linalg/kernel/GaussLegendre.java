package org.frechet.linalg.kernel;

/**
 * Gauss–Legendre quadrature on [0, 1], exact for polynomials of degree 2m − 1: the roots of the
 * Legendre polynomial by Newton's method (Davis and Rabinowitz, Methods of Numerical Integration,
 * 2nd edition, section 2.7).
 *
 * @param nodes the m nodes, ascending
 * @param weights their weights, of the sum 1
 */
record GaussLegendre(double[] nodes, double[] weights) {

  static GaussLegendre of(int m) {
    double[] nodes = new double[m];
    double[] weights = new double[m];
    for (int i = 0; i < m; i++) {
      double x = -Math.cos(Math.PI * (i + 0.75) / (m + 0.5));
      double slope = 0;
      for (int step = 0; step < 8; step++) {
        double before = 1;
        double p = x;
        for (int k = 2; k <= m; k++) {
          double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
          before = p;
          p = next;
        }
        slope = m * (before - x * p) / ((1 - x) * (1 + x));
        x -= p / slope;
      }
      nodes[i] = (1 + x) / 2;
      weights[i] = 1 / ((1 - x) * (1 + x) * slope * slope);
    }
    return new GaussLegendre(nodes, weights);
  }
}
