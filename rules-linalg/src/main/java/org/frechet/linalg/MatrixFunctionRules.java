package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.sylvester;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Shaping;

/**
 * Matrix functions, to every order. The derivative of a Fréchet derivative is the next one, and
 * {@code ⟨Ȳ, L⁽ᵏ⁾(A; E₁, E₂, …)⟩ = ⟨L⁽ᵏ⁾(Aᵀ; Ȳ, E₂ᵀ, …), E₁⟩} (Higham and Relton, SIAM J. Matrix
 * Anal. Appl. 35(3):1019, 2014).
 */
public final class MatrixFunctionRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public MatrixFunctionRules() {}

  @Override
  public void declare(RuleBinder rules) {
    declare(rules, MatrixFunctions.LOG);
    declare(rules, MatrixFunctions.SIN);
    declare(rules, MatrixFunctions.COS);
    declare(rules, MatrixFunctions.SINH);
    declare(rules, MatrixFunctions.COSH);

    // X² = A :  X Ẋ + Ẋ X = Ȧ,  Xᵀ Ā + Ā Xᵀ = X̄    [Higham 2008, problem 3.8]
    rules
        .on(MatrixFunctions.SQRT)
        .frule((x, a, da) -> sylvester(x, x, da))
        .rrule((x, a, gx) -> sylvester(x.transpose(), x.transpose(), gx));

    // A = S N :  N Ṡ + Ṡ N = Ȧ − S Ȧ S,  Ṅ = Ȧ S + A Ṡ    [Higham 2008, theorem 5.3]
    rules
        .on(MatrixFunctions.SIGN)
        .frule((y, a, da) -> pushSign(y, a, da))
        .rrule((y, a, g) -> pullSign(y, a, g));

    // f([[A, E], [0, A]]) = [[f(A), L(A; E)], [0, f(A)]]    [Mathias 1996]
    rules
        .on(MatrixFunction.class)
        .frule((f, y, a, da) -> byBlocks(f, a, da))
        .rrule((f, y, a, gy) -> byBlocks(f, a.transpose(), gy));
  }

  /** Declares the rules of an analytic function and of its Fréchet derivatives. */
  public static void declare(RuleBinder rules, AnalyticFunction f) {
    // Y = f(A) :  Ẏ = L(A; Ȧ),  Ā = L(Aᵀ; Ȳ)
    rules
        .on(f.function())
        .frule((y, a, da) -> f.frechet().apply(List.of(a, da)))
        .rrule((y, a, gy) -> f.frechet().apply(List.of(a.transpose(), gy)));
    rules
        .on(f.frechet())
        .frule((y, xs, dxs) -> push(f.frechet()::apply, y, xs, dxs))
        .rrule((y, xs, i, gy) -> f.frechet().apply(transposedWith(gy, xs, i)));
  }

  /** {@code Ẏ = L⁽ᵏ⁺¹⁾(A; E₁, …, Eₖ, Ȧ) + Σ L⁽ᵏ⁾(A; …, Ėᵢ, …)}. */
  static Matrix push(
      Function<List<Matrix>, Matrix> frechet, Matrix y, List<Matrix> xs, List<Matrix> dxs) {
    Matrix sum = Shaping.zeroLike(y);
    for (int i = 0; i < xs.size(); i++) {
      if (!dxs.get(i).isStructuralZero()) {
        List<Matrix> moved = new ArrayList<>(xs);
        if (i == 0) {
          moved.add(dxs.get(0));
        } else {
          moved.set(i, dxs.get(i));
        }
        sum = sum.add(frechet.apply(moved));
      }
    }
    return sum;
  }

  /** {@code (Aᵀ, Ȳ, E₁ᵀ, …, Eₖᵀ)}, without {@code Eᵢ}; for i = 0, which is A, with all of them. */
  static List<Matrix> transposedWith(Matrix gy, List<Matrix> xs, int i) {
    List<Matrix> arguments = new ArrayList<>();
    arguments.add(xs.get(0).transpose());
    arguments.add(gy);
    for (int j = 1; j < xs.size(); j++) {
      if (j != i) {
        arguments.add(xs.get(j).transpose());
      }
    }
    return arguments;
  }

  private static SignDecomposition pushSign(SignDecomposition y, Matrix a, Matrix da) {
    Matrix s = y.sign();
    Matrix ds = sylvester(y.n(), y.n(), da.subtract(s.multiply(da).multiply(s)));
    return new SignDecomposition(ds, da.multiply(s).add(a.multiply(ds)));
  }

  /** {@code Nᵀ W + W Nᵀ = S̄ + Aᵀ N̄, Ā = W − Sᵀ W Sᵀ + N̄ Sᵀ}. */
  private static Matrix pullSign(SignDecomposition y, Matrix a, SignDecomposition g) {
    Matrix st = y.sign().transpose();
    Matrix nt = y.n().transpose();
    Matrix w = sylvester(nt, nt, g.sign().add(a.transpose().multiply(g.n())));
    return w.subtract(st.multiply(w).multiply(st)).add(g.n().multiply(st));
  }

  /** {@code L(A; E)}, in a direction of the size of A: the result does not depend on the scale. */
  private static Matrix byBlocks(MatrixFunction f, Matrix a, Matrix e) {
    int n = a.rows();
    Augmented block = Augmented.of(a, e);
    return f.apply(block.matrix()).block(0, n, n, n).multiply(block.scale());
  }
}
