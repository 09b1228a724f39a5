package org.frechet.linalg;

import java.util.Arrays;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/**
 * The primitives of equations with a symmetric coefficient, whose Cholesky factor or eigenvectors
 * are kept with it, and of the polar decomposition, whose derivative is such an equation.
 */
public final class SymmetricEquations {

  /** X with {@code A X = B}, A symmetric positive definite: n×n, n×r → n×r. n³/3 + 2n²r flops. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> SOLVE_SPD =
      Primitive.binary("solveSpd", SymmetricEquations::solveSpd);

  /**
   * The skew X with {@code P X + X P = (C − Cᵀ) / 2}, for the symmetric part of P, which is
   * positive semidefinite: n×n, n×n → n×n. One zero eigenvalue of P does no harm, since the
   * diagonal of a skew matrix is zero.
   */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> SKEW_LYAP =
      Primitive.binary("skew Lyapunov equation", SymmetricEquations::skewLyap);

  /** {@code A = U P}, U with orthonormal columns, P symmetric: m×n → m×n and n×n, m ≥ n. */
  public static final Primitive.Unary<Matrix, Polar> POLAR =
      Primitive.unary("polar", SymmetricEquations::polar);

  private static final Object SPECTRUM = new Object();

  private SymmetricEquations() {}

  private static Matrix solveSpd(Matrix a, Matrix b) {
    Matrix l = Factorizations.choleskyKept("solveSpd", a);
    Require.sameRows("solveSpd", a, b);
    Require.finite("solveSpd", "b", b);
    return Solving.SOLVE_LOWER_TRANSPOSED.apply(l, Solving.SOLVE_LOWER.apply(l, b));
  }

  private static Matrix skewLyap(Matrix p, Matrix c) {
    Require.sameShape("polar", "p and c", p, c);
    SymmetricEigen eigen = p.keep(SPECTRUM, () -> spectrum(p));
    int n = p.rows();
    double[] lambda = eigen.values().array();
    double largest = n < 2 ? 0 : lambda[n - 1];
    double separation = n < 2 ? 1 : largest == 0 ? 0 : (lambda[0] + lambda[1]) / (2 * largest);
    if (!(separation > n * Math.ulp(1.0))) {
      throw new NoUniqueSolutionException(
          "polar", "two singular values of a are zero, so its polar factor may turn", separation);
    }
    Matrix v = eigen.vectors();
    double[] full = v.transpose().multiply(c).multiply(v).array();
    double[] core = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        double skew = 0.5 * (full[i + j * n] - full[j + i * n]);
        core[i + j * n] = skew / (lambda[i] + lambda[j]);
        core[j + i * n] = -core[i + j * n];
      }
    }
    return v.multiply(Matrix.wrap(n, n, core)).multiply(v.transpose());
  }

  private static SymmetricEigen spectrum(Matrix p) {
    Require.square("polar", "p", p);
    return Factorizations.SYMMETRIC_EIGEN.apply(p.add(p.transpose()).multiply(0.5));
  }

  private static Polar polar(Matrix a) {
    if (a.rows() < a.columns()) {
      throw new IllegalArgumentException(
          "polar: a is %s, expected at least as many rows as columns; decompose its transpose"
              .formatted(a.shape()));
    }
    Svd svd = SingularValues.svd(a);
    Matrix vt = svd.v().transpose();
    Matrix p = svd.v().multiply(Matrix.diagonal(svd.s())).multiply(vt);
    Matrix symmetric = p.add(p.transpose()).multiply(0.5);
    symmetric.keep(SPECTRUM, () -> ascending(svd));
    return new Polar(svd.u().multiply(vt), symmetric);
  }

  /** {@code P = V diag(s) Vᵀ}, as its eigenvalue decomposition. */
  private static SymmetricEigen ascending(Svd svd) {
    int n = svd.s().size();
    double[] values = new double[n];
    double[] vectors = new double[n * n];
    for (int j = 0; j < n; j++) {
      values[j] = svd.s().array()[n - 1 - j];
      double[] column = Arrays.copyOfRange(svd.v().array(), (n - 1 - j) * n, (n - j) * n);
      System.arraycopy(column, 0, vectors, j * n, n);
    }
    return new SymmetricEigen(Vector.wrap(values), Matrix.wrap(n, n, vectors));
  }
}
