package org.frechet.linalg;

import java.util.ArrayList;
import java.util.List;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;

/**
 * Functions of symmetric matrices, differentiated as functions of the symmetric part: the Fréchet
 * derivatives take the symmetric part of each direction, so that they are their own adjoints and
 * cotangents are symmetric.
 */
public final class SymmetricFunctionRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public SymmetricFunctionRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // Y = f(A) :  Ẏ = L(A; Ȧ),  Ā = L(A; Ȳ)    [Daleckii and Krein 1965]
    rules
        .on(SymmetricFunction.class)
        .frule((p, y, a, da) -> p.derivative().apply(List.of(a, da)))
        .rrule((p, y, a, gy) -> p.derivative().apply(List.of(a, gy)));
    rules
        .on(SymmetricFunction.Derivative.class)
        .frule((l, y, xs, dxs) -> MatrixFunctionRules.push(l::apply, y, xs, dxs))
        .rrule((l, y, xs, gy) -> pull(l, xs, gy));
  }

  /** {@code Ā = L⁽ᵏ⁺¹⁾(A; Ȳ, E₁, …)}, {@code Ēᵢ = L⁽ᵏ⁾(A; Ȳ, …)} without {@code Eᵢ}. */
  private static List<Matrix> pull(SymmetricFunction.Derivative l, List<Matrix> xs, Matrix gy) {
    List<Matrix> cotangents = new ArrayList<>();
    for (int i = 0; i < xs.size(); i++) {
      List<Matrix> arguments = new ArrayList<>(xs);
      if (i == 0) {
        arguments.add(gy);
      } else {
        arguments.set(i, gy);
      }
      cotangents.add(l.apply(arguments));
    }
    return cotangents;
  }
}
