package org.frechet.benchmarks;

import java.util.function.Function;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.GradientField;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;

/** Forward mode in the values of Hipparchus: a number with all its partial derivatives. */
final class Hipparchus {

  private Hipparchus() {}

  /** Makes an entry. */
  interface Entry {
    Gradient at(int i, int j);
  }

  static double[] gradient(Function<Gradient[], Gradient> f, double[] at) {
    Gradient[] x = new Gradient[at.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = Gradient.variable(x.length, i, at[i]);
    }
    return f.apply(x).getGradient();
  }

  /** An n×n matrix. */
  static FieldMatrix<Gradient> matrix(int n, Entry entry) {
    int parameters = entry.at(0, 0).getFreeParameters();
    FieldMatrix<Gradient> matrix =
        MatrixUtils.createFieldMatrix(GradientField.getField(parameters), n, n);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        matrix.setEntry(i, j, entry.at(i, j));
      }
    }
    return matrix;
  }
}
