package org.frechet.linalg;

import static org.frechet.linalg.FactorizationRules.skewPart;
import static org.frechet.linalg.LinearAlgebra.symmetricPart;

import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Shaping;
import org.frechet.value.Vector;

/**
 * How singular values and vectors move along a tangent of their matrix, in differentiable
 * operations: {@code Uᵀ U̇ = sum + difference}, {@code Vᵀ V̇ = sum − difference}, both skew.
 *
 * @param sum {@code sym(P)[i, j] / (s[j] − s[i])} with {@code P = Uᵀ Ȧ V}
 * @param difference {@code skew(P)[i, j] / (s[j] + s[i])}
 * @param values ṡ, the diagonal of P
 * @param left {@code (I − U Uᵀ) U̇}
 * @param right {@code (I − V Vᵀ) V̇}
 */
record SingularMotion(Matrix sum, Matrix difference, Vector values, Matrix left, Matrix right) {

  /** 1 / (s[j] − s[i]), 1 / (s[j] + s[i]) and 1 / s[i], each zero where it is within rounding. */
  record Reciprocals(Matrix gaps, Matrix sums, Matrix values) {

    static Reciprocals of(Vector s) {
      int k = s.size();
      Vector ends = Vector.concatenate(List.of(s, s.negate(), Vector.zeros(1)));
      Matrix f = Factorizations.RECIPROCAL_GAPS.apply(ends);
      return new Reciprocals(f.block(0, 0, k, k), f.block(k, 0, k, k), f.block(2 * k, 0, 1, k));
    }

    /** The rows of 1 / s[i], as many as {@code a} has: to divide its columns. */
    Matrix rowsLike(Matrix a) {
      return Matrix.zeros(a.rows(), 1).add(1.0).multiply(values);
    }
  }

  /**
   * The motion along a tangent; what vanishing gaps and values would divide is zero.
   *
   * @param check is asked about what they would divide
   */
  static SingularMotion along(Svd svd, Matrix da, Gauge.Check check) {
    Reciprocals f = Reciprocals.of(svd.s());
    Matrix p = svd.u().transpose().multiply(da).multiply(svd.v());
    Vector values = p.diagonal();
    Matrix coupled = symmetricPart(p).subtract(Matrix.diagonal(values));
    return new SingularMotion(
        f.gaps().hadamard(check.apply(coupled, f.gaps(), da)),
        f.sums().hadamard(check.apply(skewPart(p), f.sums(), da)),
        values,
        outside(svd.u(), svd.v(), da, f, check),
        outside(svd.v(), svd.u(), da.transpose(), f, check));
  }

  /** {@code (I − U Uᵀ) Ȧ V S⁻¹}; nothing for a square U. */
  private static Matrix outside(Matrix u, Matrix v, Matrix da, Reciprocals f, Gauge.Check check) {
    if (u.rows() == u.columns()) {
      return Shaping.zeroLike(u);
    }
    Matrix x = da.multiply(v);
    Matrix rows = f.rowsLike(x);
    return rows.hadamard(check.apply(complement(u, x), rows, da));
  }

  /** {@code (I − U Uᵀ) X}. */
  static Matrix complement(Matrix u, Matrix x) {
    return x.subtract(u.multiply(u.transpose().multiply(x)));
  }

  Matrix ofU(Svd svd) {
    return svd.u().multiply(sum.add(difference)).add(left);
  }

  Matrix ofV(Svd svd) {
    return svd.v().multiply(sum.subtract(difference)).add(right);
  }
}
