package org.frechet.linalg;

import java.util.ArrayList;
import java.util.List;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Shaping;

/**
 * The matrix exponential, to every order: the derivative of a Fréchet derivative is the next one,
 * and {@code ⟨Ȳ, L⁽ᵏ⁾(A; E₁, E₂, …)⟩ = ⟨L⁽ᵏ⁾(Aᵀ; Ȳ, E₂ᵀ, …), E₁⟩}.
 */
public final class ExponentialRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public ExponentialRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // Y = exp A :  Ẏ = L(A; Ȧ),  Ā = L(Aᵀ; Ȳ)    [Al-Mohy and Higham 2009]
    rules
        .on(Exponentials.EXP)
        .frule((y, a, da) -> frechet(List.of(a, da)))
        .rrule((y, a, gy) -> frechet(List.of(a.transpose(), gy)));
    rules
        .on(Exponentials.FRECHET)
        .frule((y, xs, dxs) -> push(y, xs, dxs))
        .rrule((y, xs, i, gy) -> frechet(transposedWith(gy, xs, i)));
  }

  private static Matrix frechet(List<Matrix> arguments) {
    return Exponentials.FRECHET.apply(arguments);
  }

  /** {@code Ẏ = L⁽ᵏ⁺¹⁾(A; E₁, …, Eₖ, Ȧ) + Σ L⁽ᵏ⁾(A; …, Ėᵢ, …)}. */
  private static Matrix push(Matrix y, List<Matrix> xs, List<Matrix> dxs) {
    Matrix sum = Shaping.zeroLike(y);
    for (int i = 0; i < xs.size(); i++) {
      if (!dxs.get(i).isStructuralZero()) {
        List<Matrix> moved = new ArrayList<>(xs);
        if (i == 0) {
          moved.add(dxs.get(0));
        } else {
          moved.set(i, dxs.get(i));
        }
        sum = sum.add(frechet(moved));
      }
    }
    return sum;
  }

  /** {@code (Aᵀ, Ȳ, E₁ᵀ, …, Eₖᵀ)}, without {@code Eᵢ}; for i = 0, which is A, with all of them. */
  private static List<Matrix> transposedWith(Matrix gy, List<Matrix> xs, int i) {
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
}
