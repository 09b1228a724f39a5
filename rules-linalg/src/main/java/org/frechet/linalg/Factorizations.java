package org.frechet.linalg;

import java.util.Arrays;
import org.frechet.kernel.Kernels;
import org.frechet.linalg.kernel.SymmetricDecomposition;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Reductions;
import org.frechet.value.Vector;

/** The primitives of factorizations. Each reads the lower triangle of its argument only. */
public final class Factorizations {

  /** L lower triangular with {@code A = L Lᵀ}: n×n → n×n. n³/3 flops. */
  public static final Primitive.Unary<Matrix, Matrix> CHOLESKY =
      Primitive.unary("cholesky", a -> choleskyKept("cholesky", a));

  /** {@code A = V diag(λ) Vᵀ}, λ ascending: n×n → n and n×n. */
  public static final Primitive.Unary<Matrix, SymmetricEigen> SYMMETRIC_EIGEN =
      Primitive.unary("symmetricEigen", Factorizations::symmetricEigen);

  /** λ alone, ascending: its derivatives exist where those of V do not. n×n → n. */
  public static final Primitive.Unary<Matrix, Vector> SYMMETRIC_EIGENVALUES =
      Primitive.unary("symmetricEigenvalues", a -> symmetricEigen(a).values());

  /** {@code F[i, j] = 1 / (λ[j] − λ[i])}, and 0 where the gap is within rounding: n → n×n. */
  public static final Primitive.Unary<Vector, Matrix> RECIPROCAL_GAPS =
      Primitive.unary("reciprocal gaps", Factorizations::reciprocalGaps);

  /**
   * {@code (M − Mᵀ) / 2}, for {@code (M, F)}, without its rounding errors, if it vanishes where the
   * gaps do; else the derivative of the eigenvectors depends on how they were chosen.
   */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> GAUGE_INVARIANT_SKEW_PART =
      Primitive.binary("gauge invariance", Factorizations::gaugeInvariantSkewPart);

  /**
   * {@code λ̄} itself, for {@code (λ̄, M, F)}, unless eigenvalues and eigenvectors of one repeated
   * eigenvalue are asked about together, as by {@code V φ(Λ) Vᵀ}: how they vary together there is
   * not in the decomposition, and the answer would be silently wrong.
   */
  public static final Primitive.Ternary<Vector, Matrix, Matrix, Vector> UNMIXED_VALUES =
      Primitive.ternary("unmixed eigenvalues", Factorizations::unmixedValues);

  private static final double GAUGE_TOLERANCE = 1e-8;

  private Factorizations() {}

  /** The factor, which is kept: a system with the same matrix does not factor again. */
  static Matrix choleskyKept(String operation, Matrix a) {
    return a.keep(CHOLESKY, () -> cholesky(operation, a));
  }

  private static Matrix cholesky(String operation, Matrix a) {
    int n = a.rows();
    Require.square(operation, "a", a);
    double[] l = a.array().clone();
    int pivot = n == 0 ? -1 : Kernels.best().cholesky(n, l, 0, n);
    if (pivot >= 0) {
      throw new NotPositiveDefiniteException(operation, n, pivot);
    }
    for (int j = 1; j < n; j++) {
      Arrays.fill(l, j * n, j * n + j, 0);
    }
    return Matrix.wrap(n, n, l);
  }

  private static SymmetricEigen symmetricEigen(Matrix a) {
    int n = a.rows();
    Require.square("symmetricEigen", "a", a);
    return a.keep(
        SYMMETRIC_EIGEN,
        () -> {
          SymmetricDecomposition found = SymmetricDecomposition.of(n, a.array());
          return new SymmetricEigen(
              Vector.wrap(found.values()), Matrix.wrap(n, n, found.vectors()));
        });
  }

  private static Matrix reciprocalGaps(Vector values) {
    double[] lambda = values.array();
    int n = lambda.length;
    double largest =
        Math.max(Math.abs(n == 0 ? 0 : lambda[0]), Math.abs(n == 0 ? 0 : lambda[n - 1]));
    double rounding = n * Math.ulp(1.0) * largest;
    double[] f = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double gap = lambda[j] - lambda[i];
        f[i + j * n] = Math.abs(gap) <= rounding ? 0 : 1 / gap;
      }
    }
    return Matrix.wrap(n, n, f);
  }

  /**
   * What is asked only about spans of eigenvectors has a symmetric M within them, up to rounding
   * that a small gap would magnify: so an entry within rounding of the terms it cancels from is 0.
   */
  private static Matrix gaugeInvariantSkewPart(Matrix m, Matrix f) {
    int n = m.rows();
    double size = largest(m);
    double[] skew = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double entry = (m.array()[i + j * n] - m.array()[j + i * n]) / 2;
        if (i != j && f.array()[i + j * n] == 0 && Math.abs(entry) > GAUGE_TOLERANCE * size) {
          throw new IllDefinedDerivativeException(
              "symmetricEigen",
              "the choice of eigenvectors for a repeated eigenvalue",
              Math.abs(entry) / size);
        }
        skew[i + j * n] = Math.abs(entry) <= n * Math.ulp(1.0) * size ? 0 : entry;
      }
    }
    return Matrix.wrap(n, n, skew);
  }

  private static Vector unmixedValues(Vector gv, Matrix m, Matrix f) {
    double ofValues = Reductions.normInfinity(gv).toDouble();
    double ofVectors = largest(m);
    for (int j = 0; j < m.columns(); j++) {
      for (int i = 0; i < j; i++) {
        if (f.array()[i + j * m.rows()] == 0) {
          requireUnmixed(i, j, gv.array(), m, ofValues, ofVectors);
        }
      }
    }
    return gv;
  }

  /** For two eigenvectors of one eigenvalue; a trace, which weighs them alike, is harmless. */
  private static void requireUnmixed(
      int i, int j, double[] gv, Matrix m, double ofValues, double ofVectors) {
    double[] entries = m.array();
    int n = m.rows();
    double vectors = Math.abs(entries[i * (n + 1)]) + Math.abs(entries[j * (n + 1)]);
    double across = Math.abs(entries[i + j * n] + entries[j + i * n]);
    double values = Math.abs(gv[i]) + Math.abs(gv[j]);
    double apart = Math.abs(gv[i] - gv[j]);
    boolean both =
        vectors + across > GAUGE_TOLERANCE * ofVectors && values > GAUGE_TOLERANCE * ofValues;
    if (both && (apart > GAUGE_TOLERANCE * ofValues || across > GAUGE_TOLERANCE * ofVectors)) {
      throw new IllDefinedDerivativeException(
          "symmetricEigen",
          "how the eigenvalues and the eigenvectors of a repeated eigenvalue vary together"
              + " (write it as a function of the matrix instead)",
          Math.max(apart / ofValues, across / ofVectors));
    }
  }

  private static double largest(Matrix a) {
    return Arrays.stream(a.array()).map(Math::abs).max().orElse(0);
  }
}
