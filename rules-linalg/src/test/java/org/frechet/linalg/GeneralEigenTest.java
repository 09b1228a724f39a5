package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.linalg.FactorizationFunctions.eigen;
import static org.frechet.linalg.FactorizationFunctions.eigenvalues;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.norm;
import static org.frechet.linalg.LinearAlgebra.symmetricEigenvalues;
import static org.frechet.linalg.LinearAlgebra.symmetricPart;
import static org.frechet.linalg.LinearAlgebra.trace;

import java.util.List;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.linalg.kernel.RealSchur;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eigenvalues and eigenvectors of general matrices: equations, conventions, errors. */
class GeneralEigenTest {

  private static final List<AdType> MODES = List.of(new AutoForward(), new AutoReverse());

  private final Differentiation di = Differentiation.standard();

  private static double size(ComplexMatrix a) {
    return Math.hypot(norm(a.re()).toDouble(), norm(a.im()).toDouble());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 1",
    "2, 1",
    "7, 1",
    "40, 1",
    "7, 1e-300",
    "7, 1e-12",
    "7, 1e3",
    "7, 1e300"
  })
  void columnsAreEigenvectors(int n, double scale) {
    Matrix a = random(n, n, n + 1).multiply(scale);
    Eigen eigen = eigen(a);
    ComplexMatrix v = eigen.vectors();
    ComplexMatrix left = new ComplexMatrix(a.multiply(v.re()), a.multiply(v.im()));
    ComplexMatrix right = v.multiply(ComplexMatrix.diagonal(eigen.values()));
    assertThat(size(left.subtract(right)) / scale).isLessThan(1e-13 * (n + 1));
    ComplexMatrix product = v.multiply(eigen.inverse());
    ComplexMatrix identity = new ComplexMatrix(Matrix.identity(n), Matrix.zeros(n, n));
    assertThat(size(product.subtract(identity))).isLessThan(1e-12 * (n + 1));
    assertThat(eigenvalues(a)).isEqualTo(eigen.values());
  }

  @Test
  void valuesAscendAndVectorsHaveLengthAndPhase() {
    Eigen eigen = eigen(random(12, 12, 3));
    double[] re = eigen.values().re().toArray();
    double[] im = eigen.values().im().toArray();
    assertThat(re).isSorted();
    int pairs = 0;
    for (int j = 0; j < 12; j++) {
      Vector vr = eigen.vectors().re().column(j);
      Vector vi = eigen.vectors().im().column(j);
      assertThat(Math.hypot(norm(vr).toDouble(), norm(vi).toDouble()))
          .isBetween(1 - 1e-15, 1 + 1e-15);
      requirePhase(vr.toArray(), vi.toArray());
      if (im[j] == 0) {
        assertThat(vi).isEqualTo(Vector.zeros(12));
      } else if (im[j] > 0) {
        pairs++;
        assertThat(re[j + 1]).isEqualTo(re[j]);
        assertThat(im[j + 1]).isEqualTo(-im[j]);
        assertThat(eigen.vectors().re().column(j + 1)).isEqualTo(vr);
        assertThat(eigen.vectors().im().column(j + 1)).isEqualTo(vi.negate());
      }
    }
    assertThat(pairs).isBetween(1, 5);
  }

  private static void requirePhase(double[] re, double[] im) {
    int largest = 0;
    for (int i = 1; i < re.length; i++) {
      largest = Math.hypot(re[i], im[i]) > Math.hypot(re[largest], im[largest]) ? i : largest;
    }
    assertThat(re[largest]).isPositive();
    assertThat(im[largest]).isZero();
  }

  @Test
  void aSymmetricMatrixHasTheEigenvaluesOfTheSymmetricFunction() {
    Matrix a = symmetricPart(random(6, 6, 4));
    ComplexVector values = eigenvalues(a);
    assertThat(values.im()).isEqualTo(Vector.zeros(6));
    assertThat(norm(values.re().subtract(symmetricEigenvalues(a))).toDouble()).isLessThan(1e-14);
  }

  @Test
  void defectiveMatricesAreMeasuredAndTheirEigenvaluesAreThere() {
    Matrix jordan = Matrix.of(new double[][] {{2, 1, 0}, {0, 2, 1}, {0, 0, 2}});
    assertThat(eigenvalues(jordan).re()).isEqualTo(Vector.of(2, 2, 2));
    assertThatThrownBy(() -> eigen(jordan))
        .isInstanceOfSatisfying(
            DefectiveMatrixException.class, e -> assertThat(e.cosine()).isLessThan(1e-15));
    for (AdType mode : MODES) {
      assertThatThrownBy(() -> di.gradient(x -> eigenvalues(x).re().get(0), mode, jordan))
          .isInstanceOf(DefectiveMatrixException.class);
    }
    Matrix large = Matrix.identity(40).multiply(0.5);
    Matrix chain =
        Matrix.beside(List.of(Matrix.zeros(40, 1), Matrix.identity(40).block(0, 0, 40, 39)));
    assertThatThrownBy(() -> eigen(large.add(chain))).isInstanceOf(DefectiveMatrixException.class);
  }

  @Test
  void theSumOfTheEigenvaluesHasTheGradientOfTheTrace() {
    for (Matrix a : List.of(random(6, 6, 5), Matrix.identity(3), Matrix.zeros(3, 3))) {
      for (AdType mode : MODES) {
        Matrix g = di.gradient(x -> eigenvalues(x).re().sum(), mode, a);
        assertThat(norm(g.subtract(Matrix.identity(a.rows()))).toDouble()).isLessThan(1e-12);
        Matrix h = di.gradient(x -> eigenvalues(x).im().sum(), mode, a);
        assertThat(norm(h).toDouble()).isLessThan(1e-12);
      }
      Matrix i = di.gradient(x -> eigen(x).values().im().sum(), new AutoReverse(), a);
      assertThat(norm(i).toDouble()).isLessThan(1e-12);
    }
  }

  @Test
  void theSchurFormIsMadeOnce() {
    Matrix a = random(5, 5, 6);
    assertThat(eigenvalues(a).re().size()).isEqualTo(5);
    RealSchur schur = a.<RealSchur>kept(RealSchur.class).orElseThrow();
    di.hvp(x -> trace(eigen(x).vectors().re()), new AutoReverse(), a, random(5, 5, 7));
    assertThat(a.<RealSchur>kept(RealSchur.class)).containsSame(schur);
    assertThat(a.transpose().kept(RealSchur.class)).isEmpty();
  }
}
