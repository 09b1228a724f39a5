package org.frechet.testkit;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Vector;

/** Functions of a record with a list, a nested record and a constant in it. */
final class RecordScenarios {

  /**
   * The parameters of a model.
   *
   * @param gain a record in the record
   * @param offsets a list in the record
   * @param unused does not count
   * @param name a constant
   */
  record Model(Gain gain, List<Vector> offsets, Scalar unused, String name) {}

  /**
   * A linear map.
   *
   * @param weights 2×2
   * @param scale of all of it
   */
  record Gain(Matrix weights, Scalar scale) {}

  /**
   * Two results.
   *
   * @param output a vector
   * @param size a scalar
   */
  record Outcome(Vector output, Scalar size) {}

  static {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Structure.opening(lookup, Model.class);
    Structure.opening(lookup, Gain.class);
    Structure.opening(lookup, Outcome.class);
  }

  private RecordScenarios() {}

  static List<Scenario> all() {
    Model x = model(1);
    Model elsewhere = model(12);
    return List.of(
        Scenario.of("record to scalar", RecordScenarios::bilinear, x, elsewhere, m -> slopes(m))
            .withHessian(RecordScenarios::curvature),
        Scenario.of("record to record", RecordScenarios::outcome, x, elsewhere, m -> both(m)));
  }

  private static Model model(int first) {
    return new Model(
        new Gain(Reference.matrix(2, 2, first), Reference.scalar(first + 4)),
        List.of(Reference.vector(2, first + 5), Reference.vector(2, first + 7)),
        Reference.scalar(first + 9),
        "a model");
  }

  /** {@code s ⟨W a, b⟩}. */
  private static Scalar bilinear(Model m) {
    Vector a = m.offsets().get(0);
    Vector b = m.offsets().get(1);
    return m.gain().weights().multiply(a).dot(b).multiply(m.gain().scale());
  }

  /** The entries of W, s, a, b and the unused one, in the order of vec. */
  private static double[] entries(Model m) {
    double[] entries = new double[10];
    int next = 0;
    for (double[] leaf : Numbers.of(m)) {
      for (double entry : leaf) {
        entries[next++] = entry;
      }
    }
    return entries;
  }

  private static double[][] slopes(Model m) {
    double[] p = entries(m);
    double[] slopes = new double[10];
    for (int k = 0; k < 4; k++) {
      int i = k % 2;
      int j = k / 2;
      slopes[k] = p[4] * p[7 + i] * p[5 + j];
      slopes[4] += p[k] * p[7 + i] * p[5 + j];
      slopes[5 + j] += p[4] * p[k] * p[7 + i];
      slopes[7 + i] += p[4] * p[k] * p[5 + j];
    }
    return new double[][] {slopes};
  }

  private static double[][] curvature(Model m) {
    double[] p = entries(m);
    double[][] h = new double[10][10];
    for (int k = 0; k < 4; k++) {
      int b = 7 + k % 2;
      int a = 5 + k / 2;
      put(h, k, 4, p[b] * p[a]);
      put(h, k, a, p[4] * p[b]);
      put(h, k, b, p[4] * p[a]);
      put(h, 4, a, p[k] * p[b]);
      put(h, 4, b, p[k] * p[a]);
      put(h, a, b, p[4] * p[k]);
    }
    return h;
  }

  private static void put(double[][] h, int i, int j, double entry) {
    h[i][j] += entry;
    h[j][i] += entry;
  }

  /** {@code (W a, s)}: each result depends on a part of the record. */
  private static Outcome outcome(Model m) {
    return new Outcome(m.gain().weights().multiply(m.offsets().get(0)), m.gain().scale());
  }

  private static double[][] both(Model m) {
    double[] p = entries(m);
    double[][] j = new double[3][10];
    for (int k = 0; k < 4; k++) {
      j[k % 2][k] = p[5 + k / 2];
      j[k % 2][5 + k / 2] = p[k];
    }
    j[2][4] = 1;
    return j;
  }
}
