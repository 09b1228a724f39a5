package org.frechet.linalg;

import org.frechet.linalg.kernel.EigenvectorBasis;
import org.frechet.linalg.kernel.RealSchur;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/** The primitives of the eigenvalues of a general matrix, by the real Schur form kept with it. */
public final class GeneralEigen {

  /** {@code A = V diag(λ) V⁻¹}: n×n → n, n×n, n×n, all complex. */
  public static final Primitive.Unary<Matrix, Eigen> EIGEN =
      Primitive.unary("eigen", GeneralEigen::eigen);

  /** λ alone: the derivative divides by no gap. n×n → n, complex. */
  public static final Primitive.Unary<Matrix, ComplexVector> EIGENVALUES =
      Primitive.unary("eigenvalues", GeneralEigen::eigenvalues);

  /** {@code F[i, j] = 1 / (λ[j] − λ[i])}, and 0 where the gap is within rounding: n → n×n. */
  public static final Primitive.Unary<ComplexVector, ComplexMatrix> RECIPROCAL_GAPS =
      Primitive.unary("complex reciprocal gaps", GeneralEigen::reciprocalGaps);

  /** One in each column of V where its entry of largest magnitude is, the first of them; else 0. */
  public static final Primitive.Unary<ComplexMatrix, Matrix> LARGEST_ENTRIES =
      Primitive.unary("largest entries", GeneralEigen::largestEntries);

  /** Of the parts of a cotangent: see {@link Gauge#ofCotangent}. */
  public static final Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> REQUIRE_GAUGE_INVARIANCE =
      Gauge.ofCotangent("eigen", "the choice of eigenvectors for a repeated eigenvalue");

  /** Of the parts of a tangent: see {@link Gauge#ofTangent}. */
  public static final Primitive.Ternary<Matrix, Matrix, Matrix, Matrix> REQUIRE_NO_COUPLING =
      Gauge.ofTangent(
          "eigen",
          "eigenvectors of a repeated eigenvalue",
          "For V φ(Λ) V⁻¹ use matrixFunction, exp, log, sqrt or power, for values alone eigenvalues,"
              + " or reverse mode.");

  /**
   * {@code λ̄} itself, for {@code (λ̄, M, F)} with the cotangents of V and of V⁻¹ in their own
   * basis side by side in M, unless eigenvalues and eigenvectors of one repeated eigenvalue are
   * asked about together, as by {@code V φ(Λ) V⁻¹}: how they vary together there is not in the
   * decomposition.
   */
  public static final Primitive.Ternary<ComplexVector, ComplexMatrix, ComplexMatrix, ComplexVector>
      UNMIXED_VALUES = Primitive.ternary("unmixed complex values", GeneralEigen::unmixedValues);

  private GeneralEigen() {}

  private static EigenvectorBasis basis(Matrix a) {
    Require.square("eigen", "a", a);
    return a.keep(EigenvectorBasis.class, () -> EigenvectorBasis.of(schur(a)));
  }

  private static RealSchur schur(Matrix a) {
    return a.keep(RealSchur.class, () -> RealSchur.of(a.rows(), a.array()));
  }

  private static ComplexVector eigenvalues(Matrix a) {
    Require.square("eigenvalues", "a", a);
    double[][] values = EigenvectorBasis.sortedValues(schur(a));
    return new ComplexVector(Vector.wrap(values[0]), Vector.wrap(values[1]));
  }

  private static Eigen eigen(Matrix a) {
    EigenvectorBasis basis = basis(a);
    if (!(basis.cosine() > a.rows() * Math.ulp(1.0)) && a.rows() > 0) {
      throw new DefectiveMatrixException(basis.cosine());
    }
    return new Eigen(
        new ComplexVector(Vector.wrap(basis.values()[0]), Vector.wrap(basis.values()[1])),
        matrix(a.rows(), basis.vectors()),
        matrix(a.rows(), basis.inverse()));
  }

  private static ComplexMatrix matrix(int n, double[][] parts) {
    return new ComplexMatrix(Matrix.wrap(n, n, parts[0]), Matrix.wrap(n, n, parts[1]));
  }

  private static ComplexMatrix reciprocalGaps(ComplexVector values) {
    double[] re = values.re().array();
    double[] im = values.im().array();
    int n = re.length;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, Math.hypot(re[i], im[i]));
    }
    double[][] f = new double[2][n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double gap = Math.hypot(re[j] - re[i], im[j] - im[i]);
        if (gap > n * Math.ulp(1.0) * largest) {
          f[0][i + j * n] = (re[j] - re[i]) / gap / gap;
          f[1][i + j * n] = (im[i] - im[j]) / gap / gap;
        }
      }
    }
    return matrix(n, f);
  }

  private static Matrix largestEntries(ComplexMatrix v) {
    int n = v.re().rows();
    double[] mask = new double[n * n];
    for (int j = 0; j < n; j++) {
      mask[EigenvectorBasis.largest(n, j, v.re().array(), v.im().array())] = 1;
    }
    return Matrix.wrap(n, n, mask);
  }

  private static ComplexVector unmixedValues(ComplexVector gv, ComplexMatrix m, ComplexMatrix f) {
    int n = gv.re().size();
    Gauge.Repeated repeated =
        (i, j) -> f.re().array()[i + j * n] == 0 && f.im().array()[i + j * n] == 0;
    double[][] values = {gv.re().array(), gv.im().array()};
    for (int side = 0; side < 2; side++) {
      Matrix re = m.re().block(0, side * n, n, n);
      Matrix im = m.im().block(0, side * n, n, n);
      Gauge.unmixed("eigen", repeated, values, new double[][] {re.array(), im.array()});
    }
    return gv;
  }
}
