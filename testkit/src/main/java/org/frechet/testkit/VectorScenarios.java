package org.frechet.testkit;

import static org.frechet.testkit.Reference.above;
import static org.frechet.testkit.Reference.diagonal;
import static org.frechet.testkit.Reference.zeros;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/** Functions of a vector. */
final class VectorScenarios {

  private static final Vector X = Reference.vector(3, 1);
  private static final Vector ELSEWHERE = Reference.vector(3, 7);

  private VectorScenarios() {}

  static List<Scenario> all() {
    return List.of(toScalar(), toVector(), toMatrix(), toList(), closure(), byEntries(), long64());
  }

  private static double[] map(Vector x, DoubleUnaryOperator f) {
    return Arrays.stream(x.toArray()).map(f).toArray();
  }

  /** {@code ⟨x, x⟩ Σ sin x}. */
  private static Scenario toScalar() {
    return Scenario.of(
            "vector to scalar",
            (Vector x) -> x.dot(x).multiply(x.sin().sum()),
            X,
            ELSEWHERE,
            VectorScenarios::gradient)
        .withHessian(VectorScenarios::hessian);
  }

  private static double[][] gradient(Vector at) {
    double s = Arrays.stream(map(at, Math::sin)).sum();
    double q = Arrays.stream(map(at, t -> t * t)).sum();
    return new double[][] {map(at, t -> 2 * t * s + q * Math.cos(t))};
  }

  private static double[][] hessian(Vector at) {
    double s = Arrays.stream(map(at, Math::sin)).sum();
    double q = Arrays.stream(map(at, t -> t * t)).sum();
    double[] x = at.toArray();
    double[][] h = diagonal(map(at, t -> 2 * s - q * Math.sin(t)));
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        h[i][j] += 2 * (x[i] * Math.cos(x[j]) + x[j] * Math.cos(x[i]));
      }
    }
    return h;
  }

  /** {@code A x ⊙ x₀ x₀} with a rectangular A: more results than arguments. */
  private static Scenario toVector() {
    Matrix a = Reference.matrix(4, 3, 11);
    return Scenario.of(
        "vector to vector",
        (Vector x) -> {
          Vector y = a.multiply(x);
          return y.multiply(y);
        },
        X,
        ELSEWHERE,
        at -> {
          double[][] j = a.toRows();
          double[] y = a.multiply(at).toArray();
          for (int i = 0; i < j.length; i++) {
            for (int k = 0; k < j[i].length; k++) {
              j[i][k] *= 2 * y[i];
            }
          }
          return j;
        });
  }

  /** {@code x xᵀ}. */
  private static Scenario toMatrix() {
    return Scenario.of(
        "vector to matrix",
        (Vector x) -> x.outer(x),
        X,
        ELSEWHERE,
        at -> {
          double[] x = at.toArray();
          double[][] j = zeros(9, 3);
          for (int i = 0; i < 9; i++) {
            j[i][i % 3] += x[i / 3];
            j[i][i / 3] += x[i % 3];
          }
          return j;
        });
  }

  private static Scenario toList() {
    return Scenario.of(
        "vector to list",
        (Vector x) -> List.of(x.sin(), x.get(1), x),
        X,
        ELSEWHERE,
        at ->
            above(
                diagonal(map(at, Math::cos)),
                above(new double[][] {{0, 1, 0}}, diagonal(1, 1, 1))));
  }

  /** {@code ⟨b, x⟩²} with a captured b. */
  private static Scenario closure() {
    Vector b = Vector.of(0.5, -2, 3);
    double[] weights = b.toArray();
    return Scenario.of(
            "closure over a constant",
            (Vector x) -> b.dot(x).multiply(x.dot(b)),
            X,
            ELSEWHERE,
            at -> {
              double inner = b.dot(at).toDouble();
              return new double[][] {map(b, t -> 2 * inner * t)};
            })
        .withHessian(
            (Vector at) -> {
              double[][] h = zeros(3, 3);
              for (int i = 0; i < 9; i++) {
                h[i / 3][i % 3] = 2 * weights[i / 3] * weights[i % 3];
              }
              return h;
            });
  }

  /** {@code Σ xᵢ xᵢ₊₁} in a loop over entries. */
  private static Scenario byEntries() {
    return Scenario.of(
            "a loop over entries",
            (Vector x) -> {
              Scalar sum = Scalar.of(0);
              for (int i = 0; i + 1 < x.size(); i++) {
                sum = sum.add(x.get(i).multiply(x.get(i + 1)));
              }
              return sum;
            },
            X,
            ELSEWHERE,
            at -> {
              double[] x = at.toArray();
              return new double[][] {{x[1], x[0] + x[2], x[1]}};
            })
        .withHessian((Vector at) -> new double[][] {{0, 1, 0}, {1, 0, 1}, {0, 1, 0}});
  }

  /** {@code Σ x⁴} of many entries: more tangents than any chunk. */
  private static Scenario long64() {
    return Scenario.of(
            "64 entries",
            (Vector x) -> x.multiply(x).dot(x.multiply(x)),
            Reference.vector(64, 1),
            Reference.vector(64, 5),
            at -> new double[][] {map(at, t -> 4 * t * t * t)})
        .withHessian((Vector at) -> diagonal(map(at, t -> 12 * t * t)));
  }
}
