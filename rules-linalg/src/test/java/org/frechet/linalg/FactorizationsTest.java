package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class FactorizationsTest {

  private static final Matrix SPD = Matrix.of(new double[][] {{4, 2, 1}, {2, 5, 3}, {1, 3, 6}});

  private final Differentiation di = Differentiation.standard();

  @Test
  void choleskyReadsTheLowerTriangle() {
    Matrix l = cholesky(SPD);
    assertThat(norm(l.multiply(l.transpose()).subtract(SPD)).toDouble()).isLessThan(1e-15);
    assertThat(triu(l)).isEqualTo(Matrix.diagonal(l.diagonal()));
    assertThat(cholesky(tril(SPD))).isEqualTo(l);
  }

  @Test
  void gradientsOfFunctionsOfSymmetricMatricesAreSymmetricInBothModes() {
    for (AdType token : List.of(new AutoForward(), new AutoReverse())) {
      Matrix g = di.gradient(x -> sum(cholesky(x)), token, SPD);
      assertThat(norm(g.subtract(g.transpose())).toDouble()).isLessThan(1e-16);
      Matrix e = di.gradient(x -> symmetricEigen(x).vectors().get(0, 0), token, SPD);
      assertThat(norm(e.subtract(e.transpose())).toDouble()).isLessThan(1e-16);
    }
  }

  @Test
  void whatIsNotPositiveDefiniteIsNamedWithItsPivot() {
    Matrix indefinite = Matrix.of(new double[][] {{1, 2}, {2, 1}});
    assertThatThrownBy(() -> cholesky(indefinite))
        .isInstanceOfSatisfying(
            NotPositiveDefiniteException.class, e -> assertThat(e.pivot()).isEqualTo(1))
        .hasMessageContaining("leading minor of order 2");
    assertThatThrownBy(() -> di.gradient(x -> sum(cholesky(x)), new AutoReverse(), indefinite))
        .isInstanceOf(NotPositiveDefiniteException.class);
    assertThatThrownBy(() -> cholesky(Matrix.of(1, 1, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eigenvaluesAscendAndVectorsHaveDefiniteSigns() {
    SymmetricEigen eigen = symmetricEigen(SPD);
    double[] values = eigen.values().toArray();
    assertThat(values).isSorted();
    Matrix v = eigen.vectors();
    Matrix back = v.multiply(Matrix.diagonal(eigen.values())).multiply(v.transpose());
    assertThat(norm(back.subtract(SPD)).toDouble()).isLessThan(1e-14);
    for (int j = 0; j < 3; j++) {
      Vector column = v.column(j);
      assertThat(column.toArray()).satisfies(c -> assertThat(largest(c)).isPositive());
    }
  }

  private static double largest(double[] x) {
    double largest = 0;
    for (double entry : x) {
      largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
    }
    return largest;
  }

  @Test
  void eigenvaluesHaveDerivativesWhereTheyMeet() {
    Matrix repeated = Matrix.diagonal(Vector.of(2, 2, 5));
    for (AdType token : List.of(new AutoForward(), new AutoReverse())) {
      Matrix g = di.gradient(x -> symmetricEigenvalues(x).sum(), token, repeated);
      assertThat(norm(g.subtract(Matrix.identity(3))).toDouble()).isLessThan(1e-15);
    }
    Matrix h = di.gradient(x -> symmetricEigen(x).values().sum(), new AutoReverse(), repeated);
    assertThat(norm(h.subtract(Matrix.identity(3))).toDouble()).isLessThan(1e-15);
  }

  @Test
  void gaugeInvariantFunctionsHaveDerivativesAtRepeatedEigenvalues() {
    // A ↦ tr(V diag(λ²) Vᵀ) = tr A² does not depend on the choice of V
    Matrix repeated = Matrix.diagonal(Vector.of(2, 2, 5));
    Matrix g =
        di.gradient(
            x -> {
              SymmetricEigen e = symmetricEigen(x);
              Vector squares = e.values().multiply(e.values());
              Matrix v = e.vectors();
              return trace(v.multiply(Matrix.diagonal(squares)).multiply(v.transpose()));
            },
            new AutoReverse(),
            repeated);
    assertThat(norm(g.subtract(repeated.multiply(2.0))).toDouble()).isLessThan(1e-13);
  }

  @Test
  void gaugeDependentCotangentsAreRefusedWithTheirSize() {
    Matrix repeated = Matrix.identity(2);
    assertThatThrownBy(
            () ->
                di.gradient(
                    x -> symmetricEigen(x).vectors().get(0, 1), new AutoReverse(), repeated))
        .isInstanceOfSatisfying(
            IllDefinedDerivativeException.class, e -> assertThat(e.dependence()).isGreaterThan(0.1))
        .hasMessageContaining("choice of eigenvectors");
  }

  /** A ↦ V diag(λ²) Vᵀ = A² is smooth, but its derivative at I is not in the decomposition. */
  @Test
  void eigenvaluesAndVectorsOfARepeatedEigenvalueTogetherAreRefused() {
    assertThatThrownBy(
            () ->
                di.gradient(
                    x -> {
                      SymmetricEigen e = symmetricEigen(x);
                      Vector squares = e.values().multiply(e.values());
                      Matrix v = e.vectors();
                      Matrix square = v.multiply(Matrix.diagonal(squares)).multiply(v.transpose());
                      return square.get(0, 1).add(square.get(0, 0));
                    },
                    new AutoReverse(),
                    Matrix.identity(2)))
        .isInstanceOf(IllDefinedDerivativeException.class)
        .hasMessageContaining("function of the matrix");
  }

  @Test
  void emptyAndOneByOne() {
    assertThat(cholesky(Matrix.zeros(0, 0))).isEqualTo(Matrix.zeros(0, 0));
    assertThat(cholesky(Matrix.of(1, 1, 9))).isEqualTo(Matrix.of(1, 1, 3));
    assertThat(symmetricEigen(Matrix.zeros(0, 0)).values()).isEqualTo(Vector.zeros(0));
    assertThat(symmetricEigenvalues(Matrix.of(1, 1, 9)).get(0)).isEqualTo(Scalar.of(9));
  }
}
