package org.frechet.linalg;

import org.frechet.linalg.kernel.HessenbergReduction;
import org.frechet.linalg.kernel.RealSchur;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/**
 * The Schur and the Hessenberg form: means to solve equations, with choices (an order, signs,
 * reflections) that no derivative should depend on. So they have no rules, and say so by name.
 */
public final class SchurForms {

  /** {@code A = Q T Qᵀ}: n×n → n×n, n×n; without a derivative. */
  public static final Primitive.Unary<Matrix, SchurForm> SCHUR =
      Primitive.unary(
          "schur (has no derivative: rules live at the level of the equations that it solves, such as sylvester, lyap, eigenvalues and exp)",
          SchurForms::schur);

  /** {@code A = Q H Qᵀ}: n×n → n×n, n×n; without a derivative. */
  public static final Primitive.Unary<Matrix, HessenbergForm> HESSENBERG =
      Primitive.unary(
          "hessenberg (has no derivative: rules live at the level of the equations that it solves, such as solve and eigenvalues)",
          SchurForms::hessenberg);

  private SchurForms() {}

  private static SchurForm schur(Matrix a) {
    int n = a.rows();
    Require.square("schur", "a", a);
    RealSchur schur = a.keep(RealSchur.class, () -> RealSchur.of(n, a.array()));
    return new SchurForm(Matrix.wrap(n, n, schur.q()), Matrix.wrap(n, n, schur.t()));
  }

  private static HessenbergForm hessenberg(Matrix a) {
    int n = a.rows();
    Require.square("hessenberg", "a", a);
    HessenbergReduction reduced = HessenbergReduction.of(n, a.array());
    return new HessenbergForm(Matrix.wrap(n, n, reduced.q()), Matrix.wrap(n, n, reduced.h()));
  }
}
