package org.frechet.testkit;

import static org.frechet.testkit.Reference.kron;
import static org.frechet.testkit.Reference.plus;
import static org.frechet.testkit.Reference.transpose;

import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/** Functions of a matrix. */
final class MatrixScenarios {

  private static final Matrix X = Reference.matrix(2, 3, 2);
  private static final Matrix ELSEWHERE = Reference.matrix(2, 3, 9);

  private MatrixScenarios() {}

  static List<Scenario> all() {
    return List.of(toScalar(), toVector(), between(), square(), transposed());
  }

  /** {@code ⟨A X, X⟩}: gradient (A + Aᵀ) X. */
  private static Scenario toScalar() {
    Matrix a = Reference.matrix(2, 2, 5);
    Matrix both = a.add(a.transpose());
    double[][] identity = Matrix.identity(3).toRows();
    return Scenario.of(
            "matrix to scalar",
            (Matrix x) -> a.multiply(x).dot(x),
            X,
            ELSEWHERE,
            at -> new double[][] {both.multiply(at).array().clone()})
        .withHessian((Matrix at) -> kron(identity, both.toRows()));
  }

  /** {@code X Xᵀ c}: {@code Ẋ Xᵀ c + X Ẋᵀ c}. */
  private static Scenario toVector() {
    Vector c = Vector.of(0.5, -2);
    return Scenario.of(
        "matrix to vector",
        (Matrix x) -> x.multiply(x.transpose().multiply(c)),
        X,
        ELSEWHERE,
        at -> {
          double[] inner = at.transpose().multiply(c).toArray();
          double[][] x = at.toRows();
          double[][] j = new double[2][6];
          for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 6; k++) {
              j[i][k] = (i == k % 2 ? inner[k / 2] : 0) + x[i][k / 2] * c.toArray()[k % 2];
            }
          }
          return j;
        });
  }

  /** {@code A X B}: Bᵀ ⊗ A. */
  private static Scenario between() {
    Matrix a = Reference.matrix(4, 2, 1);
    Matrix b = Reference.matrix(3, 2, 4);
    return Scenario.of(
        "matrix to matrix",
        (Matrix x) -> a.multiply(x).multiply(b),
        X,
        ELSEWHERE,
        at -> kron(transpose(b.toRows()), a.toRows()));
  }

  /** {@code X²}: Xᵀ ⊗ I + I ⊗ X. */
  private static Scenario square() {
    double[][] identity = Matrix.identity(3).toRows();
    return Scenario.of(
        "square of a matrix",
        (Matrix x) -> x.multiply(x),
        Reference.matrix(3, 3, 2),
        Reference.matrix(3, 3, 8),
        at -> plus(kron(transpose(at.toRows()), identity), kron(identity, at.toRows())));
  }

  /** {@code Xᵀ}: a permutation. */
  private static Scenario transposed() {
    return Scenario.of(
        "transpose",
        (Matrix x) -> x.transpose(),
        X,
        ELSEWHERE,
        at -> {
          double[][] j = new double[6][6];
          for (int k = 0; k < 6; k++) {
            j[k / 2 + k % 2 * 3][k] = 1;
          }
          return j;
        });
  }
}
