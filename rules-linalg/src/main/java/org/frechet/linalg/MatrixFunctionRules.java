package org.frechet.linalg;

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
    declare(rules, MatrixFunctions.SQRT);
    declare(rules, MatrixFunctions.SIGN);
    declare(rules, MatrixFunctions.ROOT_OF_SQUARE);
    declare(rules, MatrixFunctions.SIN);
    declare(rules, MatrixFunctions.COS);
    declare(rules, MatrixFunctions.SINH);
    declare(rules, MatrixFunctions.COSH);

    // Y = Aᵖ :  Ẏ = L(A; Ȧ),  Ā = L(Aᵀ; Ȳ)    [Higham and Lin 2013]
    rules
        .on(PrincipalPower.class)
        .frule((f, y, a, da) -> f.derivative().apply(List.of(a, da)))
        .rrule((f, y, a, gy) -> f.derivative().apply(List.of(a.transpose(), gy)));
    rules
        .on(PrincipalPower.Derivative.class)
        .frule((l, y, xs, dxs) -> push(l::apply, y, xs, dxs))
        .rrule((l, y, xs, gy) -> pull(l, xs, gy));

    // f([[A, E], [0, A]]) = [[f(A), L(A; E)], [0, f(A)]]    [Mathias 1996]
    rules
        .on(MatrixFunction.class)
        .frule((f, y, a, da) -> byBlocks(f, a, da))
        .rrule((f, y, a, gy) -> byBlocks(f, a.transpose(), gy));
  }

  /** Declares the rules of an analytic function and of its Fréchet derivatives. */
  public static void declare(RuleBinder rules, AnalyticFunction f) {
    if (f.along().isPresent()) {
      FrechetBatchRules.declare(rules, f, f.along().get());
      return;
    }
    // Y = f(A) :  Ẏ = L(A; Ȧ),  Ā = L(Aᵀ; Ȳ)
    rules
        .on(f.function())
        .frule((y, a, da) -> f.derivative(a, da))
        .rrule((y, a, gy) -> f.adjoint(a, gy));
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

  private static List<Matrix> pull(PrincipalPower.Derivative l, List<Matrix> xs, Matrix gy) {
    List<Matrix> cotangents = new ArrayList<>();
    for (int i = 0; i < xs.size(); i++) {
      cotangents.add(l.apply(transposedWith(gy, xs, i)));
    }
    return cotangents;
  }

  /** {@code L(A; E)}, in a direction of the size of A: the result does not depend on the scale. */
  private static Matrix byBlocks(MatrixFunction f, Matrix a, Matrix e) {
    int n = a.rows();
    Augmented block = Augmented.of(a, e);
    return f.apply(block.matrix()).block(0, n, n, n).multiply(block.scale());
  }
}
